import type { Me } from './shapes.ts'

/** Her unit: that of her first post. */
export const homeUnit = (me: Me | undefined) => me?.posts[0]?.unit
