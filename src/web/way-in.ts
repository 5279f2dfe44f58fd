import type { Refused } from '#contract/call'

/** Where a refusal sends her: to sign in, or first to a password of her own. */
export function wayIn(error: Refused): string | undefined {
  if (error.body.details?.reason === 'change-password') return '/password?first'
  return error.status === 401 ? '/signin' : undefined
}

let going = false

/** Leaves for the way in, once, and comes back here afterwards. */
export function goIn(way: string): void {
  if (going || ['/signin', '/password', '/setup'].includes(location.pathname)) return
  going = true
  const here = encodeURIComponent(location.pathname + location.search)
  location.replace(`${way}${way.includes('?') ? '&' : '?'}back=${here}`)
}
