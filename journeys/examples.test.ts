import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { Webhook } from 'standardwebhooks'
import { castPassword, standUp, type StandingHouse } from '../cast/house.ts'

const run = promisify(execFile)
const folder = fileURLToPath(new URL('../examples/', import.meta.url))
const work = mkdtempSync(join(tmpdir(), 'niangjia-examples-'))
let house: StandingHouse
before(async () => {
  house = await standUp()
})
after(async () => {
  await house.stop()
  rmSync(work, { recursive: true })
})

/** What each example must show. */
const shows: Record<string, (out: string) => void> = {
  '1-sign-in.sh': out => assert.match(out, /"posts":\[\{"kind":"chair"/),
  '2-record-a-lecture.sh': out =>
    assert.deepEqual(
      [...out.matchAll(/"repeated":(\w+)/g)].map(([, said]) => said),
      ['false', 'true'],
    ),
  '3-list-records.sh': out => assert.ok(JSON.parse(out.split('\n')[0] ?? '').rows.length > 0),
  '4-ask-for-figures.sh': out => assert.match(out, /"recorded":30/),
  '5-open-a-figure.sh': out => assert.match(out, /"openable":1/),
  '6-correct-with-revision.sh': out => assert.match(out, /"revision":2[^]*"status":409/),
  '7-a-problem.sh': out => assert.match(out, /422[^]*application\/problem\+json[^]*"issues":\[/i),
  '8-ask-again-cheaply.sh': out => assert.equal(out.trim(), '304'),
  '9-sheets.sh': out => assert.match(out, /^200 application\/vnd\.openxmlformats/),
  '10-check-a-message.sh': out => assert.equal(out.trim(), 'genuine'),
  '11-check-a-certificate.sh': out => assert.match(out, /^404 application\/problem\+json/),
}

/** A message as a system receives it. */
function signedMessage(): Record<string, string> {
  const secret = `whsec_${Buffer.from('a secret of twenty-four b').toString('base64')}`
  const [id, body, at] = ['hook.7', '{"type":"records.changed"}', new Date()]
  const signature = new Webhook(secret).sign(id, at, body)
  return { SECRET: secret, ID: id, TIME: String(Math.floor(at.getTime() / 1000)), SIGNATURE: signature, BODY: body }
}

test('every example runs as it is written, and shows what it says', async () => {
  const scripts = readdirSync(folder)
    .filter(name => name.endsWith('.sh'))
    .sort()
  assert.deepEqual(scripts, Object.keys(shows).sort())
  const page = readFileSync(join(folder, 'README.md'), 'utf8')
  const env = {
    ...process.env,
    BASE: house.platform.url,
    NAME: 'villagechair',
    PASSWORD: castPassword,
    JAR: join(work, 'jar'),
    SHEET: join(work, 'records.xlsx'),
    UNIT: String(house.places.village.no),
    ...signedMessage(),
  }
  for (const name of scripts) {
    assert.ok(page.includes(`\`${name}\``), name)
    const { stdout } = await run('bash', [join(folder, name)], { env })
    assert.doesNotThrow(() => shows[name]?.(stdout), `${name}: ${stdout}`)
  }
  assert.ok(statSync(env.SHEET).size > 2000)
})

test('the API can be read: every door of the contract stands on the page, as it does in the document', async () => {
  const book = (await (await fetch(`${house.platform.url}/api/openapi.json`)).json()) as {
    paths: Record<string, object>
  }
  const answer = await fetch(`${house.platform.url}/api/docs`)
  const page = await answer.text()
  assert.match(answer.headers.get('content-type') ?? '', /^text\/html/)
  const missing = Object.keys(book.paths).filter(path => !page.includes(`<code>${path}</code>`))
  assert.deepEqual([Object.keys(book.paths).length > 40, missing], [true, []])
})
