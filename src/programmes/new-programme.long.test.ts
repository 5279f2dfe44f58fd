import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { fileURLToPath } from 'node:url'

const home = fileURLToPath(new URL('../../', import.meta.url))
const copy = mkdtempSync(join(tmpdir(), 'new-programme-'))
after(() => rmSync(copy, { recursive: true }))

// a runner inside a runner speaks plainly only when it does not know of the other
const { NODE_TEST_CONTEXT: _, ...env } = process.env
const node = (...args: string[]) => spawnSync(process.execPath, args, { cwd: copy, env, encoding: 'utf8' })

test('a new programme of each way of working passes every test at once, but for the words only people can write', () => {
  for (const room of ['base', 'language', 'patterns', 'programmes'])
    cpSync(join(home, 'src', room), join(copy, 'src', room), { recursive: true })
  mkdirSync(join(copy, 'bin'))
  for (const file of ['package.json', 'biome.json', 'bin/new-programme']) cpSync(join(home, file), join(copy, file))
  symlinkSync(join(home, 'node_modules'), join(copy, 'node_modules'), 'junction')

  const patterns = [
    'activity',
    'register',
    'venue',
    'enrolment',
    'pairing',
    'selection',
    'meeting',
    'document',
    'letter',
    'publication',
    'task',
    'statement',
  ]
  for (const pattern of patterns) assert.equal(node('bin/new-programme', `try-${pattern}`, pattern, 'F4').status, 0)
  assert.match(readFileSync(join(copy, 'src/programmes/all.ts'), 'utf8'), /\n {2}tryVenue,\n/)
  const files = ['house', 'texts', ...patterns.map(pattern => `try-${pattern}`)].map(
    name => `src/programmes/${name}.test.ts`,
  )
  const { stdout } = node('--test', '--test-reporter=tap', ...files)
  const failed = [...stdout.matchAll(/^not ok \d+ - (.*)$/gm)].map(([, name]) => name)
  assert.deepEqual(failed, ['no text is still the one a new programme begins with'])

  const again = node('bin/new-programme', 'try-venue', 'venue')
  assert.equal(again.status, 1)
  assert.match(again.stderr, /there already/)
  assert.equal(node('bin/new-programme', 'Try_it', 'venue').status, 1)
})
