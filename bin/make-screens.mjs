#!/usr/bin/env node
// Takes the pictures of docs/screens from a running demonstration: every screen on a desk and on a phone, some in the dark.
//   node bin/make-screens.mjs http://localhost:8080 sheng PASSWORD cun PASSWORD admin PASSWORD
import { randomUUID } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import { desk, faults, openBrowser, phone, signIn, visit } from '../stories/browser.ts'

const [base, upper, upperPassword, village, villagePassword, admin, adminPassword] = process.argv.slice(2)
if (!adminPassword) {
  console.error(
    '用法 usage: node bin/make-screens.mjs ADDRESS DESK-USER PASSWORD VILLAGE-USER PASSWORD ADMINISTRATOR PASSWORD',
  )
  process.exit(1)
}
mkdirSync('docs/screens', { recursive: true })
const browser = await openBrowser()
let wrong = 0

async function pages(name, viewport, dark, face, user, password, list) {
  const { page, context, errors } = await visit(browser, viewport, dark)
  if (name === '') {
    await page.goto(`${base}${face}/`)
    await page.getByLabel('用户名').waitFor()
    await keep(page, `signin${viewport === phone ? '-390' : ''}`, errors)
  }
  await signIn(page, base, user, password, face)
  for (const [screen, path, ready] of list) {
    const address = typeof path === 'function' ? await path(page) : path
    await page.goto(`${base}${face}${address}`)
    await page.waitForLoadState('networkidle').catch(() => {})
    if (ready)
      await page
        .locator(ready)
        .first()
        .waitFor({ timeout: 15_000 })
        .catch(() => {})
    await keep(page, `${screen}${name.trim()}`, errors)
  }
  await context.close()
}

async function keep(page, name, errors) {
  await page.waitForTimeout(400)
  await page.screenshot({ path: `docs/screens/${name}.png`, animations: 'disabled' })
  const found = await faults(page)
  const wide = await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth + 1)
  const said = errors.splice(0)
  if (found.length || said.length || wide) wrong++
  console.log(
    name,
    found.length || said.length || wide ? [...found, ...said, ...(wide ? ['scrolls sideways'] : [])] : 'ok',
  )
}

/** The address of the newest record of a list. */
const newest = programme => async page => {
  const answer = await page.request.get(`${base}/api/records?programme=${programme}&limit=1`)
  const { shard, id } = (await answer.json()).rows[0] ?? (await begun(page, programme))
  return `/records/${shard}/${id}`
}

/** The demonstration simulates what the report tells of; of what it has none, one is begun with whatever its form asks. */
async function begun(page, programme) {
  const { today } = await (await page.request.get(`${base}/api/me`)).json()
  const { programmes } = await (await page.request.get(`${base}/api/declarations`)).json()
  const of = programmes.find(each => each.id === programme)
  const asked = of.commands[of.main].fields.filter(field => !field.optional && field.usual === undefined)
  const said = Object.fromEntries(asked.map(field => [field.name, sample(field, of, today)]))
  const order = { id: randomUUID(), programme, command: of.main, record: { id: randomUUID() }, input: said }
  const answer = await page.request.post(`${base}/api/orders`, { headers: { origin: base }, data: order })
  if (!answer.ok()) throw new Error(`${programme}: ${await answer.text()}`)
  return (await answer.json()).record
}
function sample({ kind, options }, of, today) {
  if (kind === 'choice') return options[0]
  if (kind === 'choices') return options.slice(0, 1)
  if (kind === 'day') return today
  if (kind === 'yes-no') return true
  if (kind === 'person') return { id: randomUUID(), name: '示例' }
  if (kind === 'people' || kind === 'households') return [{ id: randomUUID(), name: '示例家' }]
  return ['count', 'amount', 'number'].includes(kind) ? 12 : `${of.name}（示例）`
}
/** The address of a figure of one's own unit, this year. */
const figure = key => async page => {
  const me = await (await page.request.get(`${base}/api/me`)).json()
  const answer = await page.request.post(`${base}/api/figures`, {
    headers: { origin: base },
    data: { indicators: [key], unit: me.posts[0].unit.no, from: `${me.today.slice(0, 4)}-01-01`, to: me.today },
  })
  return `/figures/${encodeURIComponent((await answer.json()).rows[0].cells[0].handle)}`
}
/** A review written now, so that there is one to show. */
const review = async page => {
  const me = await (await page.request.get(`${base}/api/me`)).json()
  const answer = await page.request.post(`${base}/api/reviews`, {
    headers: { origin: base },
    data: { unit: me.posts[0].unit.no, from: '2021-01-01', to: '2025-12-31' },
    timeout: 60_000,
  })
  const { shard, id } = await answer.json()
  return `/reviews/${shard}/${id}`
}
const year = async page => `/units/${(await (await page.request.get(`${base}/api/me`)).json()).posts[0].unit.no}/year`

const deskPages = [
  ['desk-today', '/'],
  ['desk-register', '/records?programme=lectures'],
  ['desk-record', newest('lectures')],
  ['desk-write', '/record/lectures'],
  ['desk-figures', '/figures'],
  ['desk-figure', figure('lectures.sessions')],
  ['desk-year', year],
  ['desk-units', '/units'],
  ['desk-papers', '/reports'],
  ['desk-review', review],
  ['desk-import', '/import'],
  ['desk-me', '/me'],
  ['desk-choose', '/record'],
  ['desk-nominate', '/record/family-honours'],
  ['desk-honour', newest('family-honours')],
  ['desk-meeting', newest('meetings')],
  ['desk-letter', '/record/reminders'],
  ['desk-plans', '/plans'],
  ['desk-campaign', newest('campaigns')],
  ['desk-venue', newest('womens-homes')],
  ['desk-document', newest('documents')],
]
const officePages = ['accounts', 'settings', 'map', 'hooks', 'audit'].map(part => [`desk-${part}`, `/office/${part}`])
const fieldPages = [
  ['field-home', '/'],
  ['field-choose', '/record'],
  ['field-record', '/record/lectures'],
  ['field-records', '/records'],
  ['field-one', newest('lectures')],
  ['field-figures', '/figures'],
  ['field-figure', figure('lectures.sessions')],
  ['field-me', '/me'],
  ['field-nominate', '/record/family-honours'],
  ['field-pair', newest('seed-families')],
]
await pages('', desk, false, '', upper, upperPassword, deskPages)
await pages('-390', phone, false, '', upper, upperPassword, deskPages)
await pages(' ', desk, false, '', admin, adminPassword, officePages)
await pages('-390', phone, false, '', admin, adminPassword, officePages)
await pages('-dark', desk, true, '', upper, upperPassword, deskPages.slice(0, 6))
await pages('', phone, false, '/field', village, villagePassword, fieldPages)
await pages('-dark', phone, true, '/field', village, villagePassword, fieldPages.slice(0, 3))
await browser.close()
process.exit(wrong ? 1 : 0)
