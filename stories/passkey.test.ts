// A passkey from beginning to end, with the browser's own virtual authenticator: added on the phone, used to sign in.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Browser } from 'playwright-core'
import { castPassword, standUp, type StandingHouse } from '../cast/house.ts'
import { faults, openBrowser, phone, signIn, visit } from './browser.ts'

let house: StandingHouse
let browser: Browser
before(async () => {
  house = await standUp()
  browser = await openBrowser()
})
after(async () => {
  await browser?.close()
  await house?.stop()
})

test('she adds this phone’s fingerprint and signs in with it, without a password', async () => {
  const { page, context } = await visit(browser, phone)
  const devices = await context.newCDPSession(page)
  await devices.send('WebAuthn.enable')
  const options = { protocol: 'ctap2', transport: 'internal', hasResidentKey: true, hasUserVerification: true } as const
  const { authenticatorId } = await devices.send('WebAuthn.addVirtualAuthenticator', {
    options: { ...options, isUserVerified: true, automaticPresenceSimulation: true },
  })
  await signIn(page, house.platform.url, 'villagechair', castPassword, '/field')
  await page.goto(`${house.platform.url}/field/me`)
  await page.getByText('用这部手机的指纹或面容登录').click()
  await page.getByText('加好了，下次按一下就能登录').waitFor()
  const { credentials } = await devices.send('WebAuthn.getCredentials', { authenticatorId })
  assert.equal(credentials.length, 1)

  await page.getByRole('button', { name: '退出' }).click()
  await page.getByLabel('用户名').waitFor()
  assert.deepEqual(await faults(page), [])
  await page.getByRole('button', { name: '用指纹、面容或安全钥匙登录' }).click()
  await page.getByRole('link', { name: '记一笔' }).waitFor()
  assert.equal((await context.request.get(`${house.platform.url}/api/me`)).status(), 200)
  await context.close()
})

test('somebody else’s key opens nothing', async () => {
  const { page, context } = await visit(browser, phone)
  const devices = await context.newCDPSession(page)
  await devices.send('WebAuthn.enable')
  await devices.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      ...{ protocol: 'ctap2', transport: 'internal', hasResidentKey: true, hasUserVerification: true },
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  })
  await page.goto(`${house.platform.url}/field/`)
  await page.getByRole('button', { name: '用指纹、面容或安全钥匙登录' }).click()
  await page.waitForTimeout(1500)
  assert.ok(await page.getByLabel('用户名').isVisible())
  assert.equal((await context.request.get(`${house.platform.url}/api/me`)).status(), 401)
  await context.close()
})
