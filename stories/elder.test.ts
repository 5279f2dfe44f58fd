// Large type for elder eyes: 18 px to read, nothing under 16, on every page of both faces, and nothing runs off the screen.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import { castPassword, standUp, type StandingHouse } from '../cast/house.ts'
import { lecture, send } from '../cast/orders.ts'
import { desk, faults, openBrowser, phone, picture, signIn, visit } from './browser.ts'

let house: StandingHouse
let browser: Browser
let record: { shard: number; id: string }
before(async () => {
  house = await standUp()
  browser = await openBrowser()
  const village = await house.signIn('villageChair')
  record = (await send(village, lecture)).record
  await village.call('setMe', { body: { size: 'elder' } })
  await (await house.signIn('countyChair')).call('setMe', { body: { size: 'elder' } })
})
after(async () => {
  await browser?.close()
  await house?.stop()
})

/** Words on the page smaller than so many pixels, with their size; charts draw their own and are looked at by eye. */
const smaller = (page: Page, least: number): Promise<string[]> =>
  page.evaluate(`(() => {
    const found = []
    const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    for (let node = walk.nextNode(); node; node = walk.nextNode()) {
      const text = node.textContent.trim()
      const on = node.parentElement
      if (!text || !on || on.closest('script, style, .vh, svg, [hidden]')) continue
      const box = on.getBoundingClientRect()
      if (box.width < 2 || box.height < 2 || getComputedStyle(on).visibility === 'hidden') continue
      const size = parseFloat(getComputedStyle(on).fontSize)
      if (size < ${least} - 0.05) found.push(text.slice(0, 20) + ' ' + size)
    }
    return [...new Set(found)]
  })()`)

const fieldPages = () => [
  '/',
  '/record',
  '/record/lectures',
  '/records',
  `/records/${record.shard}/${record.id}`,
  '/figures',
  '/me',
]
const deskPages = () => [
  ...['/', '/records?programme=lectures', `/records/${record.shard}/${record.id}`, '/record', '/record/family-honours'],
  ...['/plans', '/figures', '/units', '/reports', '/import', '/me'],
]

for (const [name, role, face, viewport, pages] of [
  ['field on a phone', 'villagechair', '/field', phone, fieldPages],
  ['desk', 'countychair', '', desk, deskPages],
  ['desk on a phone', 'countychair', '', phone, deskPages],
] as const)
  test(`${name}: large type on every page`, async () => {
    const { page, context, errors } = await visit(browser, viewport)
    await signIn(page, house.platform.url, role, castPassword, face)
    const wrong: string[] = []
    for (const path of pages()) {
      await page.goto(`${house.platform.url}${face}${path}`)
      await page.waitForLoadState('networkidle')
      assert.equal(await page.evaluate('document.documentElement.dataset.size'), 'elder')
      assert.equal(await page.evaluate('parseFloat(getComputedStyle(document.body).fontSize)'), 18)
      wrong.push(...(await smaller(page, 16)).map(each => `${path}: ${each}`))
      if (await page.evaluate('document.documentElement.scrollWidth > innerWidth + 1')) wrong.push(`${path}: sideways`)
      if (viewport === phone && path === '/units') wrong.push(...(await faults(page)).map(each => `${path}: ${each}`))
      if (path === '/' || path === '/figures')
        await picture(page, `elder-${name.replaceAll(' ', '-')}${path.replace('/', '-').replace(/-$/, '')}`)
    }
    assert.deepEqual(wrong, [])
    assert.deepEqual(errors, [])
    await context.close()
  })
