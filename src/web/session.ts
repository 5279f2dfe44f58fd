import type { Me } from './shapes.ts'
import { useDoor } from './door.ts'

/** Who is signed in. While unknown, undefined. */
export function useMe(): Me | undefined {
  return useDoor('me', {}, { fresh: Number.POSITIVE_INFINITY }).data
}

/** Her unit: that of her first post. */
export const homeUnit = (me: Me | undefined) => me?.posts[0]?.unit
