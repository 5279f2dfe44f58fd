import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { SMTPServer } from 'smtp-server'
import { addDays, dayAt } from '#base/day'
import { openMail } from '#server/mail'
import type { Courier } from '#server/courier'
import { sendNotices, type Couriers, type NoticeRound } from '#server/notices'
import { freePort } from '../cast/server.ts'
import { standUp, type StandingHouse } from '../cast/house.ts'
import { send } from '../cast/orders.ts'

/** A real mail server of the test's own: keeps what it is given, or refuses. */
const letters: { to: string[]; text: string }[] = []
let refusing = false
const unknown = 'nobody@example.org'
const answering = (responseCode: number) => Object.assign(new Error('no room'), { responseCode })
const server = new SMTPServer({
  authOptional: true,
  disabledCommands: ['STARTTLS'],
  onRcptTo: ({ address }, _session, done) => done(address === unknown ? answering(550) : null),
  onData(stream, session, done) {
    const parts: Buffer[] = []
    stream.on('data', part => parts.push(part))
    stream.on('end', () => {
      if (refusing) return done(answering(452))
      const to = session.envelope.rcptTo.map(({ address }) => address)
      letters.push({ to, text: Buffer.concat(parts).toString() })
      done()
    })
  },
})

let house: StandingHouse
let address: string
before(async () => {
  const port = await freePort()
  await new Promise<void>(resolve => server.listen(port, '127.0.0.1', resolve))
  address = `smtp://127.0.0.1:${port}`
  house = await standUp({ SMTP_URL: address, MAIL_FROM: '娘家 <niangjia@example.org>', MAIL_HOUR: '23' })
})
after(async () => {
  await house.stop()
  await new Promise<void>(resolve => server.close(resolve))
})

/** The body of a letter as it is read. */
function read(text: string): string {
  const [head = '', ...body] = text.split(/\r\n\r\n/)
  const coded = body.join('\r\n\r\n')
  return /base64/i.test(head) ? Buffer.from(coded, 'base64').toString() : coded
}

const by = (post: Courier): Couriers => new Map([['mail', post]])

/** How many went out, and what was in the way of others. */
async function counted(round: Promise<NoticeRound>): Promise<[number, string[]]> {
  const { sent, failures } = await round
  return [sent, failures.map(error => (error as Error).message)]
}

test('whoever asked for it is told once a day what waits for her, without a name or a title; a letter refused is sent later', async () => {
  const chair = await house.signIn('villageChair')
  const today = dayAt(Date.now())
  const overdue = { title: '读书会：白露家', day: addDays(today, -3) }
  await send(chair, overdue, { command: 'plan' })
  const refused = await chair.refused('setMe', { body: { mail: '不是邮箱' } })
  assert.equal(refused.body.code, 'invalid-input')
  const me = await chair.call('setMe', { body: { mail: 'bailu@example.org', digest: 'daily' } })
  assert.deepEqual([me.ways, me.mail, me.digest], [['mail'], 'bailu@example.org', 'daily'])

  const { office } = house.platform
  const post = openMail({ server: address, from: '娘家 <niangjia@example.org>' })
  try {
    refusing = true
    assert.deepEqual(await counted(sendNotices(office, by(post), { hour: 0 })), [0, ['mail not sent: EMESSAGE 452']])
    refusing = false
    assert.deepEqual(await counted(sendNotices(office, by(post), { hour: 24 })), [0, []])
    assert.deepEqual(await counted(sendNotices(office, by(post), { hour: 0 })), [1, []])
    assert.deepEqual(await counted(sendNotices(office, by(post), { hour: 0 })), [0, []])
  } finally {
    post.close()
  }
  assert.equal(letters.length, 1)
  const [letter] = letters
  assert.deepEqual(letter?.to, ['bailu@example.org'])
  const said = read(letter?.text ?? '')
  assert.match(said, /到日子的安排：1 件/)
  assert.match(said, /1 件已经过了日子/)
  assert.ok(said.includes(house.platform.url))
  assert.doesNotMatch(said, /读书会/)
})

test('nobody else gets one: not who asked for none, nor whose account is shut', async () => {
  const executive = await house.signIn('executive')
  await executive.call('setMe', { body: { mail: 'liuxu@example.org', digest: 'daily' } })
  await house.platform.office.db.query(`update account set disabled = true where username = 'executive'`)
  const post = openMail({ server: address, from: 'niangjia@example.org' })
  try {
    assert.deepEqual(await counted(sendNotices(house.platform.office, by(post), { hour: 0 })), [0, []])
  } finally {
    post.close()
  }
})

test('an address that does not exist is not tried again today, and keeps nobody else from her letter', async () => {
  const { office } = house.platform
  const overdue = { title: '读书会', day: addDays(dayAt(Date.now()), -3) }
  for (const [key, mail, before] of [
    ['townChair', unknown, '2026-01-01'],
    ['countyChair', 'meihua@example.org', '2026-02-01'],
  ] as const) {
    const chair = await house.signIn(key)
    await send(chair, overdue, { command: 'plan' })
    await chair.call('setMe', { body: { mail, digest: 'daily' } })
    await office.db.query('update account set digest_on = $2 where mail = $1', [mail, before])
  }
  letters.length = 0
  const post = openMail({ server: address, from: 'niangjia@example.org' })
  try {
    assert.deepEqual(await counted(sendNotices(office, by(post), { hour: 0 })), [1, ['mail not sent: EENVELOPE 550']])
    assert.deepEqual(await counted(sendNotices(office, by(post), { hour: 0 })), [0, []])
    assert.deepEqual(
      letters.map(({ to }) => to),
      [['meihua@example.org']],
    )
  } finally {
    post.close()
  }
})

test('a mail server that is not there takes nobody her day', async () => {
  const { office } = house.platform
  await office.db.query(`update account set digest_on = '2026-02-01' where mail = 'meihua@example.org'`)
  const away = openMail({ server: `smtp://127.0.0.1:${await freePort()}`, from: 'niangjia@example.org' })
  const there = openMail({ server: address, from: 'niangjia@example.org' })
  try {
    assert.deepEqual(await counted(sendNotices(office, by(away), { hour: 0 })), [0, ['mail not sent: ESOCKET']])
    assert.deepEqual(await counted(sendNotices(office, by(there), { hour: 0 })), [1, []])
  } finally {
    away.close()
    there.close()
  }
})
