import { parseArgs, type ParseArgsConfig } from 'node:util'
import { Problem } from '#base/problem'
import { bodyOf } from './problems.ts'
import { makeOut, type Out } from './cli/out.ts'

type Options = NonNullable<ParseArgsConfig['options']>
/** What a command line said, after its own options were checked. */
export type Said = {
  readonly values: Readonly<Record<string, string | boolean | undefined>>
  readonly files: readonly string[]
}
/** A subcommand: one line for the list, its help, its options, and what it does. Answers the exit code. */
export type Command = {
  readonly line: string
  readonly help: string
  readonly options: Options
  run(said: Said, out: Out): Promise<number>
}

const commands: Record<string, () => Promise<{ command: Command }>> = {
  start: () => import('./cli/start.ts'),
  init: () => import('./cli/init.ts'),
  'read-report': () => import('./cli/read-report.ts'),
  'write-review': () => import('./cli/write-review.ts'),
  import: () => import('./cli/import.ts'),
  export: () => import('./cli/export.ts'),
  verify: () => import('./cli/verify.ts'),
  rebuild: () => import('./cli/rebuild.ts'),
  backup: () => import('./cli/backup.ts'),
  restore: () => import('./cli/restore.ts'),
  bench: () => import('./cli/bench.ts'),
}

const everywhere: Options = {
  json: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
}

/** Runs one subcommand. 0: done; 1: it failed, or found what it was looking for; 2: it was called wrongly. */
export async function main(args: readonly string[]): Promise<number> {
  const out = makeOut(args.includes('--json'))
  const [name = '', ...rest] = args
  const load = Object.hasOwn(commands, name) ? commands[name] : undefined
  try {
    if (!load) return await listed(name, out)
    const { command } = await load()
    const said = parsed(command, rest)
    if (said.values.help) {
      out.say(command.help)
      return 0
    }
    return await command.run(said, out)
  } catch (error) {
    out.fail(oneLine(error))
    return isMiscalled(error) ? 2 : 1
  } finally {
    out.end()
  }
}

async function listed(name: string, out: Out): Promise<number> {
  const lines = await Promise.all(
    Object.entries(commands).map(async ([each, load]) => `  ${each.padEnd(14)}${(await load()).command.line}`),
  )
  const asked = name === '' || name === '--help' || name === '-h' || name === 'help' || name === '--json'
  out.say(`娘家 Niangjia\n\n用法 Usage: npx niangjia <命令 command> [--json] [--help]\n\n${lines.join('\n')}`)
  if (!asked) out.fail(`没有“${name}”这个命令 (no such command)`)
  return asked ? 0 : 2
}

function parsed({ options }: Command, args: readonly string[]): Said {
  const { values, positionals } = parseArgs({
    args: [...args],
    options: { ...everywhere, ...options },
    allowPositionals: true,
  })
  // none of our options is given more than once
  return { values: values as Said['values'], files: positionals }
}

const isMiscalled = (error: unknown): error is Error =>
  error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS')

/** One clear line, whatever went wrong. */
function oneLine(error: unknown): string {
  if (error instanceof Problem) {
    const { title, advice, issues } = bodyOf(error, 'zh-CN', '')
    return [title, ...(issues ?? []).map(issue => issue.message), advice].filter(Boolean).join(' ')
  }
  if (isMiscalled(error)) return `${error.message.split('. ')[0]}。用 --help 看怎么写 (see --help)`
  return (error instanceof Error ? error.message : String(error)).split('\n')[0] ?? ''
}
