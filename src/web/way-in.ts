import type { Refused } from '#contract/call'

/** Where a refusal sends her: to sign in, or first to a password of her own. */
export function wayIn(error: Refused): string | undefined {
  if (error.body.details?.reason === 'change-password') return `${face()}/password?first`
  return error.status === 401 ? `${face()}/signin` : undefined
}

/** The face this page belongs to: each carries its own way in, so that a phone never loads the Desk. */
export const face = (): '' | '/field' => (/^\/field(\/|$)/.test(location.pathname) ? '/field' : '')

const inside = 'nj.in'

/** Did somebody sign in on this device? Without it nothing is asked: the way in opens at once. */
export const wasIn = (): boolean => localStorage.getItem(inside) !== null

/** Remembers that somebody is in, or no longer. */
export function keepIn(isIn: boolean): void {
  if (isIn) localStorage.setItem(inside, '1')
  else localStorage.removeItem(inside)
}

let going = false

/** Leaves for the way in, once, and comes back here afterwards. */
export function goIn(way: string): void {
  if (going || /^(\/field)?\/(signin|password|setup)$/.test(location.pathname)) return
  going = true
  const here = encodeURIComponent(location.pathname + location.search)
  location.replace(`${way}${way.includes('?') ? '&' : '?'}back=${here}`)
}
