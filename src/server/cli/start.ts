import { flushCompileCache } from 'node:module'
import type { EmbeddedOptions } from '#store/embedded-postgres'
import { openGround } from '#store/ground'
import { readSettings } from '#store/settings'
import type { Command } from '../cli.ts'
import type { Platform } from '../platform.ts'
import { webUpToDate } from '../web-build.ts'
import type { Out } from './out.ts'

export const command: Command = {
  line: '启动系统 start the server',
  help: `用法 Usage: npx niangjia start [--port 8080] [--demo [--as 22]]

  --port N   网页端口；其他设置见 docs/settings.md  port of the web server; other settings: docs/settings.md
  --demo     在空的数据文件夹里开一个演示妇联  open a demonstration federation in an empty data folder
  --as CODE  演示哪里（22 吉林、36 江西、2224 延边、2202 吉林市、3704 枣庄，默认 22）
             the region of the demonstration (default 22)`,
  options: { port: { type: 'string' }, demo: { type: 'boolean' }, as: { type: 'string' } },

  async run({ values }, out) {
    const begun = performance.now()
    const port = values.port ? { PORT: String(values.port) } : {}
    const settings = readSettings({ ...process.env, ...port }, process.cwd())
    await webUpToDate(line => out.say(line))
    const ready = performance.now()
    const started = Promise.withResolvers<void>()
    const options: EmbeddedOptions = {
      onEvent: event => {
        if (event.kind === 'waiting') started.resolve()
        if (event.kind === 'making') out.say('正在建立数据库…… (making the database)')
        if (event.kind === 'failed' && event.final) process.kill(process.pid, 'SIGTERM')
      },
    }
    // the database starts in its own process while this one reads the rest of the program
    const ground = openGround(settings, options)
    await Promise.race([ground, started.promise])
    const { startPlatform } = await import('../platform.ts')
    const platform = await startPlatform(settings, { ...options, ground })
    if (values.demo) await demonstrate(platform, String(values.as ?? '22'), out)
    const ms = Math.round(performance.now() - (values.demo ? begun : ready))
    out.say(`娘家已经就绪 ready: ${platform.url} （${ms} ms）`)
    if (platform.setup && !values.demo)
      out.say(
        `\n还没有人能登录。请在浏览器里打开这个一次性网址开通系统 (one-time set-up address):\n\n  ${platform.setup}\n`,
      )
    out.tell({ ready: platform.url, milliseconds: ms, ...(platform.setup ? { setup: platform.setup } : {}) })
    flushCompileCache() // now, as a server may be killed
    await stopSignal()
    out.say('正在停止…… (stopping)')
    await platform.stop()
    return 0
  },
}

async function demonstrate({ office }: Platform, region: string, out: Out): Promise<void> {
  const { playDemo } = await import('../demo/run.ts')
  out.say('正在准备演示妇联：真实的组织树，虚构的人和工作…… (preparing the demonstration federation)')
  const { accounts, written, seconds } = await playDemo(office, region, (done, of) =>
    out.progress(done, of, '演示 demo'),
  )
  out.end()
  out.say(`演示妇联已经建好：${written} 条工作，${seconds.toFixed(0)} 秒 (${written} pieces of work). 账号 accounts:`)
  for (const each of accounts) out.say(`  ${each.level}  ${each.unit}  ${each.username}  ${each.password}`)
  out.tell({ demo: region, written, seconds, accounts })
}

const stopSignal = () =>
  new Promise<void>(resolve => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => resolve())
  })
