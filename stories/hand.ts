import jsQR from 'jsqr'
import type { Browser, Locator, Page } from 'playwright-core'
import { castPassword, type StandingHouse } from '../cast/house.ts'
import type { Role } from '../cast/people.ts'
import { desk, faults, phone, picture, signIn, visit } from './browser.ts'

/** What is answered, by the field's name: words as they are read on the screen. */
export type Said = Readonly<
  Record<string, string | number | boolean | readonly string[] | Readonly<Record<string, number>>>
>
export type Ref = { readonly shard: number; readonly id: string }

/** Somebody at her own device: on a phone she uses the Field, at a desk the Desk. */
export type Hand = {
  readonly page: Page
  /** Begins a record by its form and answers where it lies. `way`: which of its ways, by its words. */
  begin(programme: string, said: Said, way?: string): Promise<Ref>
  /** Opens a record and gives a command by its button's words. */
  give(record: Ref, command: string, said?: Said): Promise<void>
  /** Opens a page of her face. */
  open(path: string): Promise<void>
  look(name: string): Promise<void>
  /** Throws what the pages complained of since it was last asked. */
  quiet(): void
}

/** Signs somebody in and gives her a hand. */
export async function handOf(
  browser: Browser,
  house: StandingHouse,
  role: Role,
  on: 'phone' | 'desk' = 'desk',
): Promise<Hand> {
  const base = house.platform.url
  const face = on === 'phone' ? '/field' : ''
  const { page, errors } = await visit(browser, on === 'phone' ? phone : desk)
  await signIn(page, base, role.toLowerCase(), castPassword, face)
  await page.waitForLoadState('networkidle')
  const open = async (path: string) => {
    await page.goto(`${base}${face}${path}`)
  }
  const sent = () =>
    page.waitForResponse(answer => answer.url().endsWith('/api/orders') && answer.request().method() === 'POST')
  const settled = async (click: () => Promise<void>): Promise<Ref> => {
    const [answer] = await Promise.all([sent(), click()])
    const body = await answer.json()
    if (!answer.ok()) throw new Error(`refused: ${JSON.stringify(body)}`)
    return body.record as Ref
  }
  return {
    page,
    open,
    async begin(programme, said, way) {
      await open(`/record/${programme}`)
      const form = page.locator('main form')
      if (way) await form.getByText(way, { exact: true }).click()
      await fill(form, said)
      return settled(() => page.locator('button[type=submit]').last().click())
    },
    async give({ shard, id }, command, said = {}) {
      await open(`/records/${shard}/${id}`)
      await page
        .getByRole(on === 'phone' ? 'link' : 'button', { name: command, exact: true })
        .first()
        .click()
      const form = on === 'phone' ? page.locator('main form') : page.getByRole('dialog').locator('form')
      await form.waitFor()
      await fill(form, said)
      await settled(() => form.locator('button[type=submit]').click())
    },
    async look(name) {
      await page.waitForLoadState('networkidle')
      await picture(page, `${name}-${on}`)
      // the Desk's pages are looked at by the other stories too
      const found = on === 'phone' ? await faults(page) : []
      if (found.length > 0) throw new Error(`${name}: ${found.join('\n')}`)
      const wide = await page.evaluate('document.documentElement.scrollWidth > innerWidth + 1')
      if (wide) throw new Error(`${name}: scrolls sideways`)
    },
    quiet() {
      const said = errors.splice(0)
      if (said.length > 0) throw new Error(`${role}: ${said.join('\n')}`)
    },
  }
}

async function fill(form: Locator, said: Said): Promise<void> {
  for (const [name, value] of Object.entries(said)) {
    const field = form.locator(`[data-field="${name}"]`)
    await form.locator('[data-field]').first().waitFor()
    // what is asked seldom waits behind one button
    if ((await field.count()) === 0) await form.locator('button.act').click()
    await field.waitFor()
    await answer(field, value)
  }
}

/** Answers one question the way its control is used by people. */
async function answer(field: Locator, value: Said[string]): Promise<void> {
  if (typeof value === 'object' && !Array.isArray(value)) {
    for (const [unit, share] of Object.entries(value)) {
      const row = field.locator('li').filter({ hasText: unit })
      const box = row.locator('input')
      if ((await box.getAttribute('type')) === 'checkbox') await box.check()
      else await box.fill(String(share))
    }
    return
  }
  if ((await field.locator('.replies').count()) > 0) {
    for (const [at, line] of (value as readonly string[]).entries())
      await field.locator('.replies input').nth(at).fill(line)
    return
  }
  if ((await field.locator('textarea[role=combobox], .chips').count()) > 0) {
    for (const one of [value].flat()) {
      await field.locator('textarea[role=combobox]').fill(String(one))
      await field.locator('textarea[role=combobox]').press('Tab')
      await field.page().waitForTimeout(500) // she is looked up among those known
    }
    return
  }
  if ((await field.locator('input[role=combobox]').count()) > 0) {
    await field.locator('input[role=combobox]').fill(String(value))
    await field.locator('[role=option]').first().click()
    return
  }
  if ((await field.locator('.ticks').count()) > 0) {
    for (const one of [value].flat()) await field.getByText(String(one), { exact: true }).click()
    return
  }
  if ((await field.locator('.seg').count()) > 0) {
    const words = value === true ? '是' : value === false ? '否' : String(value)
    await field.locator('.seg').getByText(words, { exact: true }).click()
    return
  }
  if ((await field.locator('select').count()) > 0) {
    await field.locator('select').selectOption({ label: String(value) })
    return
  }
  const text = Array.isArray(value) ? value.join('\n') : String(value)
  await field.locator('textarea, input').first().fill(text)
}

/** Reads the picture on the page as a telephone does. */
export async function scan(page: Page): Promise<string> {
  const pixels = (await page.evaluate(`(async () => {
    const image = document.querySelector('.qr')
    await image.decode()
    const canvas = document.createElement('canvas')
    canvas.width = canvas.height = 400
    const context = canvas.getContext('2d')
    context.drawImage(image, 0, 0, 400, 400)
    return [...context.getImageData(0, 0, 400, 400).data]
  })()`)) as number[]
  const found = jsQR.default(new Uint8ClampedArray(pixels), 400, 400)
  if (!found) throw new Error('the picture cannot be read')
  return found.data
}
