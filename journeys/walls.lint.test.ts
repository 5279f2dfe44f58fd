import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { test } from 'node:test'

const project = path.resolve(import.meta.dirname, '..')
const rooms: Record<string, string[]> = JSON.parse(readFileSync(path.join(project, 'walls.json'), 'utf8'))

/** What the lint of bin/check says of these files, put into an otherwise empty house: `file: rule`. */
function lint(files: Record<string, string>): string[] {
  const folder = mkdtempSync(path.join(tmpdir(), 'niangjia-walls-'))
  try {
    for (const name of ['.oxlintrc.json', 'package.json', 'tsconfig.json'])
      cpSync(path.join(project, name), path.join(folder, name))
    for (const [name, text] of Object.entries(files)) {
      mkdirSync(path.dirname(path.join(folder, name)), { recursive: true })
      writeFileSync(path.join(folder, name), text)
    }
    const oxlint = path.join(project, 'node_modules/.bin/oxlint')
    const { status, stdout } = spawnSync(oxlint, ['--format=json'], { cwd: folder, encoding: 'utf8' })
    const said: { diagnostics: { code: string; filename: string; severity: string }[] } = JSON.parse(stdout)
    const wrong = said.diagnostics.filter(each => each.severity === 'error')
    assert.equal(status !== 0, wrong.length > 0)
    return wrong.map(({ filename, code }) => `${filename}: ${/\((.*)\)/.exec(code)?.[1]}`).toSorted()
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

const taking = (from: string) => `import { thing } from '${from}'\n\nexport const other = thing\n`
const thing = 'export const thing = 1\n'

test('a cycle is found in every room, the short and the long one', () => {
  for (const room of Object.keys(rooms)) {
    const at = (name: string) => `src/${room}/${name}.ts`
    const ring = {
      [at('one')]: `import { two } from './two.ts'\n\nexport const one = () => two\n`,
      [at('two')]: `import { three } from './three.ts'\n\nexport const two = () => three\n`,
    }
    const short = `import { two } from './two.ts'\n\nexport const three = () => two\n`
    const long = `import { one } from './one.ts'\n\nexport const three = () => one\n`
    const straight = 'export const three = 3\n'
    assert.deepEqual(lint({ ...ring, [at('three')]: straight }), [], room)
    assert.deepEqual(
      lint({ ...ring, [at('three')]: short }),
      ['two', 'three'].map(each => `${at(each)}: no-cycle`).toSorted(),
    )
    const all = ['one', 'two', 'three'].map(each => `${at(each)}: no-cycle`)
    assert.deepEqual(lint({ ...ring, [at('three')]: long }), all.toSorted())
  }
})

test('an import through a wall that has no door is found, whichever way it is written; one through a door is not', () => {
  for (const [room, doors] of Object.entries(rooms)) {
    const others = Object.keys(rooms).filter(other => other !== room)
    const files: Record<string, string> = {}
    const wrong: string[] = []
    for (const other of others)
      for (const [i, from] of [`#${other}/thing`, `../${other}/thing.ts`].entries()) {
        const name = `src/${room}/of-${other}-${i}.ts`
        files[name] = taking(from)
        if (!doors.includes(other)) wrong.push(`${name}: no-restricted-imports`)
      }
    for (const other of others) files[`src/${other}/thing.ts`] = thing
    assert.deepEqual(lint(files), wrong.toSorted(), room)
  }
})

test('a pure room has neither disk nor clock of its own, and no file is longer than 300 lines', () => {
  const reading = `import { readFileSync } from 'node:fs'\n\nexport const thing = readFileSync\n`
  assert.deepEqual(lint({ 'src/base/a.ts': reading, 'src/patterns/a.ts': reading, 'src/store/a.ts': reading }), [
    'src/base/a.ts: no-restricted-imports',
    'src/patterns/a.ts: no-restricted-imports',
  ])
  const lines = (n: number) => Array.from({ length: n }, (_, i) => `export const n${i} = ${i}\n`).join('')
  const files = { 'src/base/a.ts': lines(300), 'src/views/b.ts': lines(301), 'src/web/c.ts': lines(900) }
  assert.deepEqual(lint(files), ['src/views/b.ts: max-lines', 'src/web/c.ts: max-lines'])
})
