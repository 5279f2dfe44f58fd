import { spawn } from 'node:child_process'
import { existsSync, readdirSync, statSync } from 'node:fs'
import path from 'node:path'
import { webFolder } from './web-files.ts'

const root = path.resolve(import.meta.dirname, '../..')
/** What the built pages are made of. */
const sources = ['src/web', 'src/contract', 'src/base', 'package-lock.json'].map(each => path.join(root, each))

/** Builds the pages when they are missing or older than what they are made of, and says so. Throws one line when that fails. */
export async function webUpToDate(say: (line: string) => void): Promise<void> {
  const built = path.join(webFolder, 'index.html')
  if (existsSync(built) && statSync(built).mtimeMs >= newest(sources)) return
  const vite = path.join(root, 'node_modules/vite/bin/vite.js')
  if (!existsSync(vite)) {
    if (existsSync(built)) return // an installation without the tools to build serves what it has
    throw new Error('网页还没有构建，请在项目文件夹里执行 npm ci (the pages are not built: run npm ci)')
  }
  say('正在构建网页，大约十几秒…… (building the pages)')
  const begun = performance.now()
  const fault = await run(vite)
  if (fault && existsSync(built))
    return say(`网页构建失败，先用上一次的：${fault} (building failed: serving the pages built before)`)
  if (fault) throw new Error(`网页构建失败：${fault} (building the pages failed)`)
  say(`网页构建好了，用了 ${((performance.now() - begun) / 1000).toFixed(0)} 秒 (pages built)`)
}

function newest(paths: readonly string[]): number {
  return paths.reduce((latest, each) => {
    const found = statSync(each, { throwIfNoEntry: false })
    if (!found) return latest
    const inside = found.isDirectory() ? newest(readdirSync(each).map(name => path.join(each, name))) : found.mtimeMs
    return Math.max(latest, inside)
  }, 0)
}

/** Answers what went wrong, or nothing. */
async function run(vite: string): Promise<string | undefined> {
  const args = [vite, 'build', '-c', 'src/web/vite.config.ts', '--logLevel', 'warn']
  const child = spawn(process.execPath, args, { cwd: root, stdio: ['ignore', 'ignore', 'pipe'] })
  let told = ''
  child.stderr.on('data', chunk => {
    told += chunk
  })
  const code = await new Promise(resolve => child.once('exit', resolve))
  if (code === 0) return undefined
  const lines = told.split('\n').map(line => line.trim())
  return lines.find(line => line && !/^\W*(Build failed|error during build)/.test(line)) ?? String(code)
}
