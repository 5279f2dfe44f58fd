#!/usr/bin/env node
// Plain JavaScript on purpose: an old Node cannot read .ts and must still give a readable line. Where the package brought its own
// Node 24, that one takes over.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import module from 'node:module'
import { fileURLToPath } from 'node:url'

if (Number(process.versions.node.split('.')[0]) < 24) {
  const own = fileURLToPath(new URL('../node_modules/.bin/node', import.meta.url))
  if (existsSync(own) && process.env.NIANGJIA_NODE !== own) {
    const env = { ...process.env, NIANGJIA_NODE: own }
    const { status } = spawnSync(own, [fileURLToPath(import.meta.url), ...process.argv.slice(2)], {
      stdio: 'inherit',
      env,
    })
    process.exit(status ?? 1)
  }
  console.error(
    `需要 Node 24，当前 ${process.version}。请先在项目文件夹里运行 npm ci。(Node 24 is needed: run npm ci first)`,
  )
  process.exit(1)
}
// what was compiled once is kept beside the packages (or not, where nobody may write there): the next start is the quicker for it
module.enableCompileCache?.(fileURLToPath(new URL('../node_modules/.cache/niangjia', import.meta.url)))
const { main } = await import('../src/server/cli.ts')
process.exitCode = await main(process.argv.slice(2))
