import assert from 'node:assert/strict'
import { createServer, type IncomingHttpHeaders } from 'node:http'
import { after, before, test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { Webhook } from 'standardwebhooks'
import { dayAt } from '#base/day'
import { standUp, type Client, type StandingHouse } from '../cast/house.ts'
import { lecture, send } from '../cast/orders.ts'

type Change = {
  programme: string
  command: string
  events: string[]
  unit: number
  record: { shard: number; id: string }
}
type Message = { headers: IncomingHttpHeaders; body: string }

/** Another system: keeps what it is told, or answers as the test likes. */
const messages: Message[] = []
let answering = 200
const other = createServer((request, response) => {
  const parts: Buffer[] = []
  request.on('data', part => parts.push(part))
  request.on('end', () => {
    messages.push({ headers: request.headers, body: Buffer.concat(parts).toString() })
    response.writeHead(answering).end()
  })
})

let house: StandingHouse
let keeper: Client
let village: Client
let address: string
before(async () => {
  await new Promise<void>(resolve => other.listen(0, '127.0.0.1', resolve))
  const port = (other.address() as { port: number }).port
  address = `http://127.0.0.1:${port}/changes`
  house = await standUp()
  keeper = await house.signIn('countyKeeper')
  village = await house.signIn('villageChair')
})
after(async () => {
  await house.stop()
  await new Promise(resolve => other.close(resolve))
})

async function came(many: number): Promise<Message[]> {
  for (let n = 0; n < 100 && messages.length < many; n++) await sleep(100)
  return messages
}
const changesIn = (found: readonly Message[]): Change[] =>
  found.flatMap(({ body }) => JSON.parse(body).data as Change[])
const nextNow = (id: string) => house.platform.office.db.query('update hook set next_at = now() where id = $1', [id])
/** As the app itself may: nothing of a hook is seen without a context. */
const asOwner = (id: string) =>
  house.platform.open.asOwner(owner => owner.query('update hook set next_at = now() where id = $1', [id]))

let hook: { id: string; secret: string }

test('what is recorded is told once, signed, with the record and nothing of what it says', async () => {
  hook = await keeper.call('makeHook', { body: { unit: house.places.county.no, url: address } })
  const { record } = await send(village, { ...lecture, title: '说给别人听' })
  const [message] = await came(1)
  assert.ok(message)
  const signed = new Webhook(hook.secret).verify(message.body, message.headers as Record<string, string>)
  assert.ok(signed)
  assert.throws(() => new Webhook(hook.secret).verify(`${message.body} `, message.headers as Record<string, string>))
  const [change] = changesIn([message])
  assert.deepEqual(
    [change?.programme, change?.command, change?.events, change?.unit, change?.record],
    ['lectures', 'record', ['held'], house.places.village.no, record],
  )
  assert.doesNotMatch(message.body, /说给别人听|白露/)
  await sleep(1500)
  assert.equal(messages.length, 1)
})

test('while the other side is away nothing is lost, and the same message comes again', async () => {
  messages.length = 0
  answering = 503
  for (let n = 0; n < 3; n++) await send(village, { ...lecture, title: `第${n}件` })
  await came(1)
  await sleep(1500)
  assert.equal(messages.length, 1, 'it is not pressed')
  const { rows } = await keeper.call('hooks', {})
  assert.deepEqual([rows[0]?.fault, rows[0]?.tries, rows[0]?.active], ['503', 1, true])
  assert.ok(!JSON.stringify(rows).includes('whsec'), 'the secret is told once')
  answering = 200
  await asOwner(hook.id)
  const found = await came(2)
  assert.equal(found[0]?.headers['webhook-id'], found[1]?.headers['webhook-id'])
  assert.equal(changesIn(found.slice(1)).length, 3)
})

test('only its own part of the tree and its own programmes; a day can be told again', async () => {
  messages.length = 0
  const far = await house.signIn('farChair')
  await send(far, { ...lecture, title: '别处的事' })
  const some = await keeper.call('makeHook', {
    body: { unit: house.places.township.no, url: `${address}/some`, programmes: ['culture'] },
  })
  await send(village, { ...lecture, title: '这里的事' })
  const found = await came(1)
  await sleep(1500)
  assert.deepEqual(
    changesIn(found).map(each => each.unit),
    [house.places.village.no],
  )
  messages.length = 0
  await keeper.call('changeHook', { params: { id: hook.id }, body: { act: 'again', since: dayAt(Date.now()) } })
  await came(1)
  assert.equal(changesIn(messages).filter(each => each.programme === 'lectures').length, 5)
  await keeper.call('changeHook', { params: { id: some.id }, body: { act: 'drop' } })
  assert.deepEqual(
    (await keeper.call('hooks', {})).rows.map(row => row.id),
    [hook.id],
  )
})

test('who answers that it is gone is not told any more, and only whoever keeps the accounts decides', async () => {
  messages.length = 0
  answering = 410
  await send(village, { ...lecture, title: '最后一件' })
  await came(1)
  await sleep(300)
  assert.equal((await keeper.call('hooks', {})).rows[0]?.active, false)
  answering = 200
  await keeper.call('changeHook', { params: { id: hook.id }, body: { act: 'resume' } })
  assert.equal((await came(2)).length, 2)
  const body = { unit: house.places.village.no, url: address }
  assert.equal((await village.refused('makeHook', { body })).body.code, 'not-allowed')
  assert.deepEqual((await village.call('hooks', {})).rows, [])
  const drop = { params: { id: hook.id }, body: { act: 'drop' as const } }
  assert.ok(['not-allowed', 'not-found'].includes((await village.refused('changeHook', drop)).body.code))
  const bad = await keeper.refused('makeHook', { body: { ...body, url: 'ftp://x' } })
  assert.equal(bad.body.code, 'invalid-input')
  assert.equal((await nextNow(hook.id)).rowCount, 0, 'row security hides it from whoever stands in no context')
})
