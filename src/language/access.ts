/** Posts that carry rights (Annex B of the catalogue). `admin` keeps tree and accounts and never sees guarded content. */
export const postKinds = ['chair', 'vice', 'staff', 'executive', 'leader', 'lecturer', 'admin'] as const
export type PostKind = (typeof postKinds)[number]

/** Where, seen from the post: records that name her, her own unit, her unit and all below, her team. */
export type Where = 'own' | 'here' | 'below' | 'team'
export type Rule = { readonly post: PostKind; readonly where: Where }

export const allow = (post: PostKind, where: Where): Rule => ({ post, where })

/** The catalogue's default: chair, vice-chair and staff of a unit act there; … */
export const officeHere: readonly Rule[] = [allow('chair', 'here'), allow('vice', 'here'), allow('staff', 'here')]
/** … and see and put right what lies below (county checks township, township checks village). */
export const officeBelow: readonly Rule[] = [allow('chair', 'below'), allow('vice', 'below'), allow('staff', 'below')]
/** Executives and group leaders record what they do in their own unit. */
export const membersHere: readonly Rule[] = [allow('executive', 'here'), allow('leader', 'here')]
export const membersOwn: readonly Rule[] = [allow('executive', 'own'), allow('leader', 'own'), allow('lecturer', 'own')]
