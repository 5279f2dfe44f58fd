import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { SMTPServer } from 'smtp-server'
import { addDays, dayAt } from '#base/day'
import { openMail } from '#server/mail'
import { sendNotices } from '#server/notices'
import { freePort } from '../cast/server.ts'
import { standUp, type StandingHouse } from '../cast/house.ts'
import { send } from '../cast/orders.ts'

/** A real mail server of the test's own: keeps what it is given, or refuses. */
const letters: { to: string[]; text: string }[] = []
let refusing = false
const server = new SMTPServer({
  authOptional: true,
  disabledCommands: ['STARTTLS'],
  onData(stream, session, done) {
    const parts: Buffer[] = []
    stream.on('data', part => parts.push(part))
    stream.on('end', () => {
      if (refusing) return done(new Error('no room'))
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

test('whoever asked for it is told once a day what waits for her, without a name or a title; a letter refused is sent later', async () => {
  const chair = await house.signIn('villageChair')
  const today = dayAt(Date.now())
  const overdue = { title: '读书会：白露家', day: addDays(today, -3) }
  await send(chair, overdue, { command: 'plan' })
  const refused = await chair.refused('setMe', { body: { mail: '不是邮箱' } })
  assert.equal(refused.body.code, 'invalid-input')
  const me = await chair.call('setMe', { body: { mail: 'bailu@example.org', digest: 'daily' } })
  assert.deepEqual([me.canMail, me.mail, me.digest], [true, 'bailu@example.org', 'daily'])

  const { office } = house.platform
  const post = openMail({ server: address, from: '娘家 <niangjia@example.org>', hour: 0 })
  try {
    refusing = true
    await assert.rejects(sendNotices(office, post, { hour: 0 }))
    refusing = false
    assert.equal(await sendNotices(office, post, { hour: 24 }), 0)
    assert.equal(await sendNotices(office, post, { hour: 0 }), 1)
    assert.equal(await sendNotices(office, post, { hour: 0 }), 0)
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
  const post = openMail({ server: address, from: 'niangjia@example.org', hour: 0 })
  try {
    assert.equal(await sendNotices(house.platform.office, post, { hour: 0 }), 0)
  } finally {
    post.close()
  }
})
