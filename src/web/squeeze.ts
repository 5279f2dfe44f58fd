import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import type { Plugin } from 'vite'

const worthIt = /\.(js|css|html|svg|json)$/

/** Lays a .br and a .gz beside every text file of the build, so that the server compresses nothing while it serves. */
export function squeeze(): Plugin {
  let folder = ''
  return {
    name: 'squeeze',
    apply: 'build',
    configResolved(config) {
      folder = join(config.root, config.build.outDir)
    },
    closeBundle() {
      for (const file of filesIn(folder).filter(name => worthIt.test(name))) {
        const plain = readFileSync(file)
        writeFileSync(`${file}.gz`, gzipSync(plain, { level: 9 }))
        writeFileSync(`${file}.br`, brotliCompressSync(plain, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }))
      }
    },
  }
}

const filesIn = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter(entry => entry.isFile())
    .map(entry => join(entry.parentPath, entry.name))
