// The village worker's whole way on a phone: open, record, see it counted at every level, open the number.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Browser } from 'playwright-core'
import { castPassword, standUp, type StandingHouse } from '../cast/house.ts'
import { desk, faults, openBrowser, phone, picture, signIn, visit } from './browser.ts'

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

test('a lecture with 30 people is recorded in at most eight answers and under a minute at a quarter of the speed', async () => {
  const { page, context, errors } = await visit(browser, phone)
  await signIn(page, house.platform.url, 'villagechair', castPassword, '/field')
  await picture(page, 'field-home')
  assert.deepEqual(await faults(page), [])
  const slow = await context.newCDPSession(page)
  await slow.send('Emulation.setCPUThrottlingRate', { rate: 4 })
  const begun = Date.now()
  await page.getByRole('link', { name: '记一笔' }).click()
  await page
    .getByRole('link', { name: /大宣讲|宣讲/ })
    .first()
    .click()
  await page.locator('form').waitFor()
  const asked = await page.locator('form [data-field]:visible').count()
  assert.ok(asked > 0 && asked <= 8, `${asked} answers are asked`)
  await page.locator('[data-field=title] input').pressSequentially('巾帼大宣讲进村', { delay: 60 })
  await page.locator('[data-field=attended] input').fill('30')
  await page.locator('[data-field=setting] select').selectOption({ index: 1 })
  await page.getByText('报告会', { exact: true }).click()
  await picture(page, 'field-record')
  await page.getByRole('button', { name: '记下' }).click()
  await page.getByRole('heading', { name: /记下了/ }).waitFor({ timeout: 30_000 })
  const seconds = (Date.now() - begun) / 1000
  await slow.send('Emulation.setCPUThrottlingRate', { rate: 1 })
  assert.ok(seconds < 60, `${seconds} s`)
  await page.getByText('不用再报').waitFor()
  await page.waitForTimeout(900) // the line from village to province is drawn once
  await picture(page, 'field-done')
  assert.deepEqual(await faults(page), [])
  const rungs = await page.locator('ol li, .ladder li').allInnerTexts()
  assert.ok(rungs.length >= 5, `the ladder shows ${rungs.length} levels`)
  assert.deepEqual(errors, [])
  await context.close()
})

for (const [role, place] of [
  ['villagechair', 'village'],
  ['townchair', 'township'],
  ['countychair', 'county'],
  ['citychair', 'city'],
  ['provincestaff', 'province'],
] as const) {
  test(`the next page view of the ${place} shows it counted, and the number opens to the record`, async () => {
    const { page, context, errors } = await visit(browser, role === 'villagechair' ? phone : desk)
    await signIn(page, house.platform.url, role, castPassword, role === 'villagechair' ? '/field' : '')
    const no = house.places[place].no
    const answer = await page.request.post(`${house.platform.url}/api/figures`, {
      headers: { origin: house.platform.url },
      data: { indicators: ['lectures.sessions'], unit: no, from: '2026-01-01', to: '2026-12-31' },
    })
    assert.equal(answer.status(), 200, await answer.text())
    const table = (await answer.json()) as { rows: { cells: { recorded: number; handle: string }[] }[] }
    const cell = table.rows[0]?.cells[0]
    assert.equal(cell?.recorded, 1)
    await page.goto(`${house.platform.url}${role === 'villagechair' ? '/field' : ''}/figures/${cell?.handle}`)
    await page.getByText('巾帼大宣讲进村').first().waitFor()
    if (role === 'provincestaff') await picture(page, 'desk-figure')
    assert.deepEqual(await faults(page), [])
    assert.deepEqual(errors, [])
    await context.close()
  })
}
