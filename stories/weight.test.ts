// What a first visit costs over the wire. Measured from what the server really sends, compressed.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Browser } from 'playwright-core'
import { standUp, type StandingHouse } from '../cast/house.ts'
import { desk, openBrowser, phone, visit } from './browser.ts'

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

for (const [face, path, viewport, most] of [
  ['Field', '/field/', phone, 150],
  ['Desk', '/', desk, 450],
] as const) {
  test(`the first load of ${face} is at most ${most} KB gzip`, async t => {
    const { page, context } = await visit(browser, viewport)
    const session = await context.newCDPSession(page)
    await session.send('Network.enable')
    let bytes = 0
    session.on('Network.loadingFinished', ({ encodedDataLength }) => {
      bytes += encodedDataLength
    })
    await page.setExtraHTTPHeaders({ 'accept-encoding': 'gzip' })
    await page.goto(`${house.platform.url}${path}`)
    await page.getByLabel('用户名').waitFor()
    await page.waitForLoadState('networkidle')
    t.diagnostic(`${face}: ${Math.round(bytes / 1024)} KB`)
    assert.ok(bytes > 20_000, 'nothing was measured')
    assert.ok(bytes <= most * 1024, `${Math.round(bytes / 1024)} KB`)
    await context.close()
  })
}
