import { Problem } from '#base/problem'
import type { Rule } from '#language'
import type { Context } from '#store/database'
import { holds, type Actor, type Below, type Post } from './actor.ts'

/** What somebody wants to touch: where it lies and whom it names. */
export type Target = { readonly unit: number; readonly shard: number; readonly people: readonly string[] }

declare const proven: unique symbol
/** Proof that someone asked who is asking. Only this file can make one; every view demands one. */
export type Reach = {
  readonly person: string
  readonly context: Context
  /** Records that name her, wherever they lie. */
  readonly own: boolean
  readonly here: ReadonlySet<number>
  readonly below: readonly { readonly unit: number; readonly below: Below }[]
  readonly [proven]: true
}

/** May this actor do what the rules describe, on this target? Throws `not-allowed`; the default is no. */
export function authorise(actor: Actor, rules: readonly Rule[], target: Target): Post {
  const post = actor.posts.find(each =>
    rules.some(rule => rule.post === each.kind && covers(rule, each, actor, target)),
  )
  if (!post) throw new Problem('not-allowed')
  return post
}

function covers(rule: Rule, post: Post, actor: Actor, target: Target): boolean {
  switch (rule.where) {
    case 'own':
    case 'team':
      return target.people.includes(actor.person) && (post.unit === target.unit || holds(post.below, target))
    case 'here':
      return post.unit === target.unit
    case 'under':
      return post.unit !== target.unit && holds(post.below, target)
    case 'below':
      return holds(post.below, target)
  }
}

/** The same rules, turned round: everything this actor may see. */
export function reach(actor: Actor, rules: readonly Rule[]): Reach {
  const posts = (where: Rule['where']) =>
    actor.posts.filter(post => rules.some(rule => rule.post === post.kind && rule.where === where))
  const found = {
    person: actor.person,
    context: actor.context,
    own: posts('own').length + posts('team').length > 0,
    here: new Set(posts('here').map(post => post.unit)),
    below: [...posts('below'), ...posts('under')].map(post => ({ unit: post.unit, below: post.below })),
  }
  return found as unknown as Reach // the brand exists for the compiler only
}

/** Is this target within reach? */
export const reaches = (seen: Reach, target: Target): boolean =>
  seen.here.has(target.unit) ||
  seen.below.some(({ below }) => holds(below, target)) ||
  (seen.own && target.people.includes(seen.person))

/** Units whose whole subtree is within reach or which are reached themselves: what a view may be asked about. Throws `not-allowed`. */
export function demandUnit(seen: Reach, unit: { unit: number; shard: number }): void {
  if (!reaches(seen, { ...unit, people: [] })) throw new Problem('not-allowed')
}
