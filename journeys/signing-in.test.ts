import assert from 'node:assert/strict'
import { createHmac } from 'node:crypto'
import { after, before, test } from 'node:test'
import { castPassword, signedIn, standUp, type Client, type StandingHouse } from '../cast/house.ts'

let house: StandingHouse
before(async () => {
  house = await standUp()
})
after(() => house.stop())

const own = '自己的密码-5678'
const trySignIn = (username: string, password: string, headers: Record<string, string> = {}) =>
  fetch(`${house.platform.url}/api/auth/sign-in/username`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: house.platform.url, ...headers },
    body: JSON.stringify({ username, password }),
  })
const post = (client: Client, door: string, body: object) =>
  client.fetch(`/api/auth/${door}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })

test('she signs in, is told who she is, and signs out', async () => {
  const client = await house.signIn('villageChair')
  const me = await client.call('me', {})
  assert.equal(me.name, '白露')
  assert.equal(me.face, 'field')
  assert.deepEqual(
    me.posts.map(each => `${each.name}@${each.unit.no}`),
    [`主席@${house.places.village.no}`],
  )
  assert.equal((await post(client, 'sign-out', {})).status, 200)
  assert.equal((await client.refused('me', {})).body.code, 'not-signed-in')
})

test('the session is a cookie no script reads, its token stands in no answer, and nobody is known without it', async () => {
  const answer = await trySignIn('townchair', castPassword)
  const cookie = answer.headers.getSetCookie().find(line => line.startsWith('niangjia.session_token='))
  assert.match(cookie ?? '', /HttpOnly/)
  assert.match(cookie ?? '', /SameSite=Lax/)
  assert.ok(!('token' in ((await answer.json()) as object)))
  const nobody = await fetch(`${house.platform.url}/api/me`)
  assert.equal(nobody.status, 401)
  assert.equal(nobody.headers.get('content-type'), 'application/problem+json')
})

test('nobody signs herself up, and only the doors named are open', async () => {
  for (const door of [
    'sign-up/email',
    'sign-in/email',
    'update-user',
    'delete-user',
    'is-username-available',
    'list-sessions',
  ])
    assert.equal((await post(await house.signIn('townStaff'), door, {})).status, 404, door)
})

test('a page of another site cannot send orders with her cookies', async () => {
  const client = await house.signIn('villageVice')
  const strange = { 'content-type': 'application/json', origin: 'https://evil.example' }
  const sent = await client.fetch('/api/me', { method: 'PATCH', headers: strange, body: '{"theme":"dark"}' })
  assert.equal(sent.status, 403)
  const told = (await sent.json()) as { details: { reason: string } }
  assert.equal(told.details.reason, 'wrong-address')
  assert.equal((await trySignIn('villagevice', castPassword, { origin: 'https://evil.example' })).status, 403)
  assert.equal((await client.call('me', {})).theme, 'system')
})

test('five wrong passwords lock for fifteen minutes, also when they come at once; a keeper unlocks', async () => {
  const tries = await Promise.all(Array.from({ length: 8 }, () => trySignIn('leader', 'not-her-password')))
  const codes = tries.map(each => each.status).toSorted()
  assert.deepEqual(codes, [401, 401, 401, 401, 401, 429, 429, 429])
  const right = await trySignIn('leader', castPassword)
  assert.equal(right.status, 429)
  const told = (await right.json()) as { code: string; title: string; details: { reason: string; until?: string } }
  assert.deepEqual([told.code, told.details.reason], ['limit-reached', 'locked'])
  assert.equal(told.title, '输错次数太多，账号先锁定了')
  const keeper = await house.signIn('countyKeeper')
  const [account] = (await keeper.call('accounts', { query: { q: '杏花' } })).rows
  assert.equal(account?.locked, true)
  await keeper.call('changeAccount', { params: { id: account?.id ?? '' }, body: { act: 'unlock' } })
  assert.equal((await trySignIn('leader', castPassword)).status, 200)
})

test('a lock ends after its time, and the next failures count anew', async () => {
  await Promise.all(Array.from({ length: 5 }, () => trySignIn('lecturer', 'not-her-password')))
  assert.equal((await trySignIn('lecturer', castPassword)).status, 429)
  await house.platform.office.db.query(
    `update account set locked_until = now() - interval '1 second' where username = 'lecturer'`,
  )
  assert.equal((await trySignIn('lecturer', 'not-her-password')).status, 401)
  assert.equal((await trySignIn('lecturer', castPassword)).status, 200)
})

test('an unknown name and a wrong password look the same', async () => {
  const [unknown, wrong] = await Promise.all([
    trySignIn('nobody', 'whatever-1234'),
    trySignIn('guest', 'whatever-1234'),
  ])
  const [a, b] = [await unknown.json(), await wrong.json()] as { title: string; request: string }[]
  assert.deepEqual({ ...a, request: '' }, { ...b, request: '' })
})

test('a new account has a first password that must be changed before anything else', async () => {
  const keeper = await house.signIn('countyKeeper')
  const unit = house.places.otherTownship.no
  const { account, firstPassword } = await keeper.call('makeAccount', {
    body: { name: '春晓', username: '长山春晓', unit, post: 'staff' },
  })
  assert.deepEqual(
    account.posts.map(each => [each.kind, each.unit.no]),
    [['staff', unit]],
  )
  const client = await signedIn(house.platform.url, '长山春晓', firstPassword)
  assert.equal((await client.call('me', {})).mustChange, true)
  const refused = await client.refused('records', {})
  assert.deepEqual([refused.status, refused.body.details?.reason], [403, 'change-password'])
  const change = { currentPassword: firstPassword, newPassword: firstPassword }
  assert.equal((await post(client, 'change-password', change)).status, 422)
  assert.equal((await post(client, 'change-password', { ...change, newPassword: 'short' })).status, 422)
  const wrong = await post(client, 'change-password', { currentPassword: 'no-such-one', newPassword: own })
  assert.equal(((await wrong.json()) as { issues: { path: string }[] }).issues[0]?.path, 'currentPassword')
  assert.equal((await post(client, 'change-password', { ...change, newPassword: own })).status, 200)
  const anew = await signedIn(house.platform.url, '长山春晓', own)
  assert.equal((await anew.call('me', {})).mustChange, false)
  assert.deepEqual(
    (await anew.call('records', {})).rows.map(row => row.title),
    ['春晓'],
  )
  assert.equal((await trySignIn('长山春晓', firstPassword)).status, 401)
})

test('a disabled account is out at once, session and all, and back when it is enabled', async () => {
  const client = await house.signIn('executive')
  await client.call('me', {})
  const keeper = await house.signIn('countyKeeper')
  const [account] = (await keeper.call('accounts', { query: { q: '柳絮' } })).rows
  const change = (act: 'disable' | 'enable') =>
    keeper.call('changeAccount', { params: { id: account?.id ?? '' }, body: { act } })
  assert.equal((await change('disable')).account.disabled, true)
  assert.equal((await client.refused('me', {})).status, 401)
  const refused = await trySignIn('executive', castPassword)
  assert.equal(((await refused.json()) as { details: { reason: string } }).details.reason, 'disabled')
  await change('enable')
  assert.equal((await trySignIn('executive', castPassword)).status, 200)
})

test('the second step: on by a code, asked for at the next sign-in, dropped by a keeper', async () => {
  const client = await house.signIn('townChair')
  const begun = await post(client, 'two-factor/enable', { password: castPassword })
  const { totpURI } = (await begun.json()) as { totpURI: string }
  const secret = new URL(totpURI).searchParams.get('secret') ?? ''
  assert.equal((await post(client, 'two-factor/verify-totp', { code: code(secret) })).status, 200)
  const answer = await trySignIn('townchair', castPassword)
  assert.equal(((await answer.json()) as { twoFactorRedirect: boolean }).twoFactorRedirect, true)
  const half = {
    cookie: answer.headers
      .getSetCookie()
      .map(line => line.split(';')[0])
      .join('; '),
  }
  assert.equal((await fetch(`${house.platform.url}/api/me`, { headers: half })).status, 401)
  const second = (given: string) =>
    fetch(`${house.platform.url}/api/auth/two-factor/verify-totp`, {
      method: 'POST',
      headers: { ...half, 'content-type': 'application/json', origin: house.platform.url },
      body: JSON.stringify({ code: given }),
    })
  assert.equal((await second('000000')).status, 422)
  assert.equal((await second(code(secret))).status, 200)
  const keeper = await house.signIn('countyKeeper')
  const [account] = (await keeper.call('accounts', { query: { q: '佟霞' } })).rows
  assert.equal(account?.twoFactor, true)
  await keeper.call('changeAccount', { params: { id: account?.id ?? '' }, body: { act: 'drop-two-factor' } })
  assert.equal((await (await house.signIn('townChair')).call('me', {})).twoFactor, false)
})

/** The six digits an authenticator shows now (RFC 6238). */
function code(secret: string): string {
  const bits = [...secret]
    .map(letter => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(letter).toString(2).padStart(5, '0'))
    .join('')
  const key = Buffer.from((bits.match(/.{8}/g) ?? []).map(byte => Number.parseInt(byte, 2)))
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000)))
  const mac = createHmac('sha1', key).update(counter).digest()
  const at = (mac.at(-1) ?? 0) & 15
  return String((mac.readUInt32BE(at) & 0x7fffffff) % 1_000_000).padStart(6, '0')
}

test('passkeys are offered for this address', async () => {
  const client = await house.signIn('cityChair')
  const options = await client.fetch('/api/auth/passkey/generate-register-options')
  assert.equal(options.status, 200)
  assert.equal(((await options.json()) as { rp: { id: string } }).rp.id, 'localhost')
})

test('nobody takes over an account that stands for a post above her own', async () => {
  const keeper = await house.signIn('countyKeeper')
  const above = await house.signIn('keeper')
  const [chair] = (await above.call('accounts', { query: { q: '隋云' } })).rows
  assert.deepEqual((await keeper.call('accounts', { query: { q: '隋云' } })).rows, [])
  const refused = await keeper.refused('changeAccount', {
    params: { id: chair?.id ?? '' },
    body: { act: 'new-password' },
  })
  assert.equal(refused.body.code, 'not-allowed')
  const far = { name: '新来', username: '新来的', unit: house.places.farVillage.no, post: 'staff' }
  assert.equal((await keeper.refused('makeAccount', { body: far })).body.code, 'not-allowed')
  const staff = await house.signIn('countyStaff')
  assert.equal((await staff.refused('accounts', {})).body.code, 'not-allowed')
  const person = { shard: house.places.province.shard, id: house.people.provinceStaff }
  const stolen = { person, name: '乔安', username: '乔安二', unit: house.places.village.no, post: 'staff' }
  assert.equal((await keeper.refused('makeAccount', { body: stolen })).status < 500, true)
})
