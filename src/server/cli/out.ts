import { SingleBar } from 'cli-progress'

/** Where a command speaks: people read lines, programs read JSON, one object a line. */
export type Out = {
  readonly json: boolean
  /** For people only. */
  say(text: string): void
  /** For programs only. */
  tell(object: object): void
  fail(line: string): void
  /** Shows how far a long work is, once it has lasted two seconds and when somebody looks. */
  progress(done: number, total: number, what: string): void
  end(): void
}

export function makeOut(json: boolean): Out {
  const begun = performance.now()
  let bar: SingleBar | undefined
  let named = ''
  const stop = () => {
    bar?.stop()
    bar = undefined
  }
  return {
    json,
    say: text => {
      if (!json) process.stdout.write(`${text}\n`)
    },
    tell: object => {
      if (json) process.stdout.write(`${JSON.stringify(object)}\n`)
    },
    fail(line) {
      stop()
      process.stderr.write(json ? `${JSON.stringify({ error: line })}\n` : `${line}\n`)
    },
    progress(done, total, what) {
      if (!process.stderr.isTTY || performance.now() - begun < 2000) return
      if (bar && named !== what) stop()
      if (!bar) {
        named = what
        bar = new SingleBar({
          format: `${what} {bar} {percentage}% {eta_formatted}`,
          stream: process.stderr,
          clearOnComplete: true,
        })
        bar.start(total, done)
      }
      bar.setTotal(total)
      bar.update(done)
    },
    end: stop,
  }
}
