import { existsSync, mkdirSync } from 'node:fs'
import AxeBuilder from '@axe-core/playwright'
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core'

export const phone = { width: 390, height: 844 }
export const desk = { width: 1440, height: 900 }

/** Debian's Chromium with nothing that reaches outside. */
export function openBrowser(): Promise<Browser> {
  const executablePath = [process.env.CHROMIUM, '/usr/bin/chromium', '/usr/bin/chromium-browser'].find(
    each => each && existsSync(each),
  )
  if (!executablePath) throw new Error('no browser: install chromium or set CHROMIUM')
  return chromium.launch({
    executablePath,
    args: [
      '--no-sandbox',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  })
}

export type Visit = { readonly page: Page; readonly context: BrowserContext; readonly errors: string[] }

/** A person at a window of this size, with what the page complained of. */
export async function visit(
  browser: Browser,
  viewport: { width: number; height: number },
  dark = false,
): Promise<Visit> {
  const context = await browser.newContext({
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    viewport,
    colorScheme: dark ? 'dark' : 'light',
    acceptDownloads: true,
  })
  const page = await context.newPage()
  const errors: string[] = []
  page.on('pageerror', error => errors.push(error.message))
  page.on('console', message => {
    if (message.type() === 'error') errors.push(message.text())
  })
  return { page, context, errors }
}

/** Signs in by hand, as people do. */
export async function signIn(page: Page, base: string, username: string, password: string, face = ''): Promise<void> {
  await page.goto(`${base}${face}/`)
  await page.getByLabel('用户名').fill(username)
  await page.getByLabel('密码', { exact: true }).fill(password)
  await page.getByRole('button', { name: '登录', exact: true }).click()
  await page.getByRole('main').waitFor()
  await page.getByLabel('用户名').waitFor({ state: 'detached' })
}

/** Serious and critical faults of accessibility on the page as it stands, one line each. */
export async function faults(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze()
  return violations
    .filter(each => each.impact === 'serious' || each.impact === 'critical')
    .map(each => `${each.id}: ${each.nodes[0]?.html.slice(0, 160)} ${each.nodes[0]?.any[0]?.message ?? ''}`)
}

/** Keeps a picture of the screen in docs/screens when SCREENS=1. */
export async function picture(page: Page, name: string): Promise<void> {
  if (process.env.SCREENS !== '1') return
  mkdirSync('docs/screens', { recursive: true })
  await page.screenshot({ path: `docs/screens/${name}.png`, animations: 'disabled' })
}
