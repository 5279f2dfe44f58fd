import type { Me } from './shapes.ts'

/** Her unit: that of her first post. */
export const homeUnit = (me: Me | undefined) => me?.posts[0]?.unit

/** She only keeps the tree, the accounts and the settings; records and figures are not hers to see (catalogue, Annex B). */
export const keepsOnly = (me: Me) => me.posts.length > 0 && me.posts.every(post => post.kind === 'admin')
