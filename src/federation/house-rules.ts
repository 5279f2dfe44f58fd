import { allow, membersHere, officeBelow, postKinds, type Rule } from '#language'

const administrators: readonly Rule[] = [allow('admin', 'below')]
const everybody: readonly Rule[] = postKinds.map(post => allow(post, 'below'))

/**
 * Who may do what belongs to no programme: the same kind of rules, the default is no. Administrators keep tree, accounts and
 * settings and see no records; the office of a unit sees what lies below it (Annex B of the catalogue).
 */
export const houseRules = {
  /** The tree itself is no secret among those who hold a post. */
  'units.find': everybody,
  /** A unit's own page of the day: whoever works there or above. */
  'units.open': everybody,
  'tree.change': [...administrators, allow('chair', 'below')],
  'people.find': [...officeBelow, ...membersHere, allow('lecturer', 'here')],
  'posts.see': [...officeBelow, ...membersHere, ...administrators],
  'figures.see': [...officeBelow, ...membersHere, allow('lecturer', 'here')],
  /** Old reports read, reviews written, registers imported. */
  'papers.keep': officeBelow,
  'accounts.keep': administrators,
  'settings.change': [...administrators, allow('chair', 'here')],
  /** Which other systems are told of changes. */
  'hooks.keep': administrators,
  'audit.see': [...administrators, allow('chair', 'below')],
} satisfies Record<string, readonly Rule[]>
