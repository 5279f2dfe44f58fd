import { speak, type Language } from './words.ts'

/** How the reader likes it: kept on the account, and on this device for the pages before signing in. */
export type Taste = { language: Language; size: 'usual' | 'elder'; theme: 'system' | 'light' | 'dark' }

const key = 'nj.taste'
const usual: Taste = { language: 'zh-CN', size: 'usual', theme: 'system' }

export function readTaste(): Taste {
  try {
    return { ...usual, ...(JSON.parse(localStorage.getItem(key) ?? '{}') as Partial<Taste>) }
  } catch {
    return usual
  }
}

/** Shows a taste and remembers it on this device. */
export function applyTaste(change: Partial<Taste>): Taste {
  const before = readTaste()
  const taste = { ...before, ...change }
  localStorage.setItem(key, JSON.stringify(taste))
  dress(taste)
  if (taste.language !== before.language) void speak(taste.language)
  window.dispatchEvent(new Event('nj-taste'))
  return taste
}

/** Puts size and theme on the page's root, where the tokens look for them. */
export function dress(taste: Taste): void {
  const root = document.documentElement
  if (taste.size === 'elder') root.dataset.size = 'elder'
  else delete root.dataset.size
  if (taste.theme === 'system') delete root.dataset.theme
  else root.dataset.theme = taste.theme
}
