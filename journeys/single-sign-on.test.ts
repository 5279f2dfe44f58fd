import assert from 'node:assert/strict'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { after, before, test } from 'node:test'
import Provider from 'oidc-provider'
import { freePort } from '../cast/server.ts'
import { standUp, type StandingHouse } from '../cast/house.ts'

// A real OpenID Connect provider, run by the test: it lets in whoever the test says is sitting before it.
let visitor = ''
let provider: Server
let house: StandingHouse
before(async () => {
  const [port, here] = [await freePort(), await freePort()]
  const issuer = `http://localhost:${port}`
  const oidc = new Provider(issuer, {
    clients: [
      {
        client_id: 'niangjia',
        client_secret: 'a-secret-of-the-test',
        redirect_uris: [`http://localhost:${here}/api/auth/callback/single`],
      },
    ],
    claims: { openid: ['sub'], profile: ['preferred_username', 'name'] },
    findAccount: (_, sub) => ({
      accountId: sub,
      claims: () => ({ sub, preferred_username: visitor, name: visitor }),
    }),
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_, { uid }) => `/let-in/${uid}` },
    cookies: { keys: ['of-the-test'] },
  })
  const answer = oidc.callback()
  const letIn = async (request: IncomingMessage, response: ServerResponse) => {
    const { params } = await oidc.interactionDetails(request, response)
    const grant = new oidc.Grant({ accountId: visitor, clientId: String(params.client_id) })
    grant.addOIDCScope('openid profile')
    const consent = { grantId: await grant.save() }
    await oidc.interactionFinished(request, response, { login: { accountId: visitor }, consent })
  }
  provider = createServer((request, response) => {
    const trouble = (error: unknown) => response.writeHead(500).end(String(error))
    if (request.url?.startsWith('/let-in/')) letIn(request, response).catch(trouble)
    else answer(request, response)
  })
  await new Promise<void>(resolve => provider.listen(port, 'localhost', resolve))
  house = await standUp({
    PORT: String(here),
    OIDC_ISSUER: issuer,
    OIDC_CLIENT_SECRET: 'a-secret-of-the-test',
    OIDC_NAME: '政务统一认证',
  })
})
after(async () => {
  await house.stop()
  provider.closeAllConnections()
  await new Promise<void>(resolve => provider.close(() => resolve()))
})

/** A browser: keeps the cookies of each address and goes where it is sent, until it is back at the page it wanted. */
async function walk(): Promise<{ at: URL; cookie: string }> {
  const base = `http://localhost:${new URL(house.platform.url).port}`
  const jars = new Map<string, Map<string, string>>()
  const cookieOf = (origin: string) =>
    [...(jars.get(origin) ?? [])].map(([name, value]) => `${name}=${value}`).join('; ')
  const visit = async (address: URL, init: RequestInit = {}) => {
    const headers = { ...init.headers, cookie: cookieOf(address.origin) }
    const answer = await fetch(address, { ...init, headers, redirect: 'manual' })
    const jar = jars.get(address.origin) ?? new Map<string, string>()
    jars.set(address.origin, jar)
    for (const line of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
      if (/max-age=0|expires=thu, 01 jan 1970/i.test(line)) jar.delete(name)
      else jar.set(name, value)
    }
    return answer
  }
  const begun = await visit(new URL('/api/auth/sign-in/social', base), {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: base },
    body: JSON.stringify({ provider: 'single', callbackURL: '/?single=in', errorCallbackURL: '/?single=refused' }),
  })
  assert.equal(begun.status, 200, await begun.clone().text())
  let at = new URL(((await begun.json()) as { url: string }).url)
  for (let step = 0; step < 12 && at.pathname !== '/'; step++) {
    const answer = await visit(at)
    const next = answer.headers.get('location')
    assert.ok(next, `${at} answered ${answer.status}: ${await answer.text()}`)
    at = new URL(next, at)
  }
  return { at, cookie: cookieOf(base) }
}

const me = async (cookie: string) =>
  (await fetch(`${house.platform.url}/api/me`, { headers: { cookie } })).json() as Promise<{
    username?: string
    code?: string
  }>

test('whoever has an account comes in by the single sign-on under her own name, and her rights follow her posts', async () => {
  visitor = 'countystaff'
  const { at, cookie } = await walk()
  assert.equal(at.search, '?single=in')
  assert.equal((await me(cookie)).username, 'countystaff')
  // again: the same account, no second one
  assert.equal((await me((await walk()).cookie)).username, 'countystaff')
})

test('whoever has none is turned away and gets none; nor does a shut account open this way', async () => {
  visitor = 'nobody-known'
  const before = await house.platform.office.db.query('select count(*) from account')
  const { at, cookie } = await walk()
  assert.match(at.search, /single=refused/)
  assert.equal((await me(cookie)).code, 'not-signed-in')
  assert.deepEqual((await house.platform.office.db.query('select count(*) from account')).rows, before.rows)

  visitor = 'townstaff'
  await house.platform.office.db.query(`update account set disabled = true where username = 'townstaff'`)
  assert.equal((await me((await walk()).cookie)).code, 'not-signed-in')
})

test('a first password she never needed opens nothing once she came this way', async () => {
  visitor = 'stranger'
  await house.platform.office.db.query(`update account set must_change = true where username = 'stranger'`)
  const { cookie } = await walk()
  assert.equal((await me(cookie)).username, 'stranger')
  await assert.rejects(house.signIn('stranger'))
})

test('the page says what the button is called', async () => {
  const setup = (await (await fetch(`${house.platform.url}/api/setup`)).json()) as { single: string | null }
  assert.equal(setup.single, '政务统一认证')
})
