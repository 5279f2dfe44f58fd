// Notices by WeChat Work, DingTalk and short message, against servers that hold their HTTP contracts.
import assert from 'node:assert/strict'
import { createHash, createHmac } from 'node:crypto'
import { createServer, type IncomingMessage } from 'node:http'
import { after, before, test } from 'node:test'
import { addDays, dayAt } from '#base/day'
import type { Letter } from '#server/courier'
import { openCouriers, sendNotices } from '#server/notices'
import { canonicalQuery, signedHeaders } from '#server/sms'
import { readSettings } from '#store/settings'
import { standUp, type StandingHouse } from '../cast/house.ts'
import { send } from '../cast/orders.ts'

type Got = { path: string; query: URLSearchParams; headers: IncomingMessage['headers']; json: Record<string, unknown> }
const got: Got[] = []
let tokens = 0
/** How many more times a token is called worn out. */
let worn = 0

/** Answers as the three do: a token for the right secret, an error code in a 200, the signature of every short message looked at. */
function answerTo({ path, query, headers, json }: Got): Record<string, unknown> {
  const given = query.get('access_token')
  const good = given === `token-${tokens}`
  switch (path) {
    case '/cgi-bin/gettoken':
      if (query.get('corpid') !== 'corp' || query.get('corpsecret') !== 'wx-secret') return { errcode: 40001 }
      return { errcode: 0, access_token: `token-${++tokens}`, expires_in: 7200 }
    case '/gettoken':
      if (query.get('appkey') !== 'app' || query.get('appsecret') !== 'dd-secret') return { errcode: 40089 }
      return { errcode: 0, access_token: `token-${++tokens}`, expires_in: 7200 }
    case '/cgi-bin/message/send':
      if (!good || worn-- > 0) return { errcode: 42001 }
      return json.touser === 'nobody' ? { errcode: 0, invaliduser: 'nobody' } : { errcode: 0, msgid: '1' }
    case '/topapi/message/corpconversation/asyncsend_v2':
      if (!good) return { errcode: 40014 }
      return json.userid_list === 'nobody' ? { errcode: 33012 } : { errcode: 0, task_id: 1 }
    default:
      return {
        Code:
          signatureFault(query, headers) ?? (query.get('PhoneNumbers') === '1' ? 'isv.MOBILE_NUMBER_ILLEGAL' : 'OK'),
      }
  }
}

/** The signature made a second time, from what really arrived. */
function signatureFault(query: URLSearchParams, headers: IncomingMessage['headers']): string | undefined {
  const [, signed = '', signature = ''] =
    /SignedHeaders=([^,]+),Signature=([0-9a-f]{64})$/.exec(String(headers.authorization)) ?? []
  const sorted = [...query].sort(([a], [b]) => (a < b ? -1 : 1))
  const line = sorted.map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`).join('&')
  const heads = signed.split(';').map(name => `${name}:${headers[name]}\n`)
  const request = `POST\n/\n${line}\n${heads.join('')}\n${signed}\n${headers['x-acs-content-sha256']}`
  const hashed = createHash('sha256').update(request).digest('hex')
  const expected = createHmac('sha256', 'sms-secret').update(`ACS3-HMAC-SHA256\n${hashed}`).digest('hex')
  return signature === expected ? undefined : 'SignatureDoesNotMatch'
}

const server = createServer((request, response) => {
  const url = new URL(request.url ?? '/', 'http://x')
  const parts: Buffer[] = []
  request.on('data', part => parts.push(part))
  request.on('end', () => {
    const text = Buffer.concat(parts).toString()
    const json = (text ? JSON.parse(text) : {}) as Record<string, unknown>
    const one = { path: url.pathname, query: url.searchParams, headers: request.headers, json }
    got.push(one)
    response.setHeader('content-type', 'application/json')
    response.end(JSON.stringify(answerTo(one)))
  })
})

let base: string
const environment = () => ({
  ...{ WECOM_CORP: 'corp', WECOM_SECRET: 'wx-secret', WECOM_AGENT: '1000002', WECOM_URL: base },
  ...{ DINGTALK_KEY: 'app', DINGTALK_SECRET: 'dd-secret', DINGTALK_AGENT: '77', DINGTALK_URL: base },
  ...{ SMS_KEY: 'key', SMS_SECRET: 'sms-secret', SMS_SIGN: '某县妇联', SMS_TEMPLATE: 'SMS_1', SMS_URL: base },
})
const notices = (change: Record<string, string> = {}) => {
  const found = readSettings({ ...environment(), ...change, MAIL_HOUR: '0' }, '/nowhere').notices
  assert.ok(found)
  return found
}
const letter: Letter = { to: 'bailu', subject: '某村：3 件事在等您', text: '到日子的安排：3 件', count: 3 }
const refused = (sending: Promise<void>) =>
  sending.then(
    () => 'taken',
    error => [error.message, error.fate],
  )

let house: StandingHouse
before(async () => {
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  base = `http://127.0.0.1:${(server.address() as { port: number }).port}`
  house = await standUp({ ...environment(), MAIL_HOUR: '23' })
})
after(async () => {
  await house.stop()
  await new Promise(resolve => server.close(resolve))
})

test('WeChat Work: one token for many messages, a new one when it is worn out, nobody there is never', async () => {
  const wecom = (await openCouriers(notices())).get('wecom')
  assert.ok(wecom)
  got.length = 0
  await wecom.send(letter)
  await wecom.send(letter)
  assert.deepEqual(
    got.map(({ path }) => path),
    ['/cgi-bin/gettoken', '/cgi-bin/message/send', '/cgi-bin/message/send'],
  )
  const { json } = got[1] as Got
  assert.deepEqual([json.touser, json.msgtype, json.agentid], ['bailu', 'text', 1000002])
  assert.match(JSON.stringify(json.text), /3 件/)
  worn = 1
  got.length = 0
  await wecom.send(letter)
  assert.equal(got.filter(({ path }) => path === '/cgi-bin/gettoken').length, 1)
  assert.deepEqual(await refused(wecom.send({ ...letter, to: 'nobody' })), ['wecom not sent: 0', 'never'])
  const wrong = (await openCouriers(notices({ WECOM_SECRET: 'other' }))).get('wecom')
  assert.deepEqual(await refused(wrong?.send(letter) ?? Promise.resolve()), ['wecom not sent: 40001', 'gone'])
})

test('DingTalk: a work notice to one person', async () => {
  const dingtalk = (await openCouriers(notices())).get('dingtalk')
  assert.ok(dingtalk)
  got.length = 0
  await dingtalk.send(letter)
  const { json } = got[1] as Got
  assert.deepEqual([json.agent_id, json.userid_list], [77, 'bailu'])
  assert.deepEqual((json.msg as { msgtype: string }).msgtype, 'text')
  assert.deepEqual(await refused(dingtalk.send({ ...letter, to: 'nobody' })), ['dingtalk not sent: 33012', 'never'])
})

test('short messages: signed as the provider publishes it, one number in an approved template, no word of ours', async () => {
  const example = signedHeaders(
    { key: 'YourAccessKeyId', secret: 'YourAccessKeySecret' },
    'ecs.cn-shanghai.aliyuncs.com',
    canonicalQuery({ ImageId: 'win2019_1809_x64_dtc_zh-cn_40G_alibase_20230811.vhd', RegionId: 'cn-shanghai' }),
    {
      ...{ action: 'RunInstances', version: '2014-05-26', date: '2023-10-26T10:22:32Z' },
      nonce: '3156853299f313e23d1673dc12e1703d',
    },
  )
  // the value of the example in the provider's documentation of signature version 3
  assert.ok(example.authorization?.endsWith('06563a9e1b43f5dfe96b81484da74bceab24a1d853912eee15083a6f0f3283c0'))
  const sms = (await openCouriers(notices())).get('sms')
  assert.ok(sms)
  got.length = 0
  await sms.send({ ...letter, to: '13800000000' })
  const { query, headers } = got[0] as Got
  assert.deepEqual(
    [query.get('PhoneNumbers'), query.get('SignName'), query.get('TemplateCode'), query.get('TemplateParam')],
    ['13800000000', '某县妇联', 'SMS_1', '{"count":3}'],
  )
  assert.deepEqual([headers['x-acs-action'], headers['x-acs-version']], ['SendSms', '2017-05-25'])
  assert.deepEqual(await refused(sms.send({ ...letter, to: '1' })), [
    'sms not sent: isv.MOBILE_NUMBER_ILLEGAL',
    'never',
  ])
  const wrong = (await openCouriers(notices({ SMS_SECRET: 'other' }))).get('sms')
  assert.deepEqual(await refused(wrong?.send(letter) ?? Promise.resolve()), [
    'sms not sent: SignatureDoesNotMatch',
    'gone',
  ])
})

test('everybody chooses her own way; one that is away keeps nobody else waiting', async () => {
  const overdue = { title: '读书会', day: addDays(dayAt(Date.now()), -3) }
  for (const [role, noticeBy, noticeTo] of [
    ['villageChair', 'wecom', 'bailu'],
    ['townChair', 'sms', '13900000000'],
    ['countyChair', 'dingtalk', 'baolan'],
  ] as const) {
    const chair = await house.signIn(role)
    await send(chair, overdue, { command: 'plan' })
    const me = await chair.call('setMe', { body: { noticeBy, noticeTo, digest: 'daily' } })
    assert.deepEqual([me.noticeBy, me.noticeTo, me.ways], [noticeBy, noticeTo, ['wecom', 'dingtalk', 'sms']])
  }
  const bad = await (await house.signIn('villageChair')).refused('setMe', { body: { noticeTo: '有 空格' } })
  assert.equal(bad.body.code, 'invalid-input')
  const { office } = house.platform
  const away = await openCouriers(notices({ DINGTALK_URL: 'http://127.0.0.1:1' }))
  const first = await sendNotices(office, away, { hour: 0 })
  assert.deepEqual(
    [first.sent, first.failures.map(error => (error as Error).message)],
    [2, ['dingtalk not sent: no answer']],
  )
  got.length = 0
  const second = await sendNotices(office, await openCouriers(notices()), { hour: 0 })
  assert.deepEqual([second.sent, second.failures], [1, []])
  assert.deepEqual(got.map(({ json }) => json.userid_list).filter(Boolean), ['baolan'])
})

test('a way that is set up by halves says what is missing', () => {
  assert.throws(() => readSettings({ WECOM_CORP: 'corp' }, '/nowhere'), /WECOM_SECRET、WECOM_AGENT/)
  assert.equal(readSettings({}, '/nowhere').notices, undefined)
})
