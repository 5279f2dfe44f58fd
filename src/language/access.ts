/** Posts that carry rights (Annex B of the catalogue). `admin` keeps tree and accounts and never sees guarded content. */
export const postKinds = ['chair', 'vice', 'staff', 'executive', 'leader', 'lecturer', 'admin'] as const
/** `house`: what the platform does by itself, such as closing a task when the records fulfil it. No person ever holds it. */
export type PostKind = (typeof postKinds)[number] | 'house'

/** Where, seen from the post: records that name her, her own unit, all below it but not itself, her unit and all below, her team. */
export type Where = 'own' | 'here' | 'under' | 'below' | 'team'
export type Rule = { readonly post: PostKind; readonly where: Where }

export const allow = (post: PostKind, where: Where): Rule => ({ post, where })

/** The catalogue's default: chair, vice-chair and staff of a unit act there; … */
export const officeHere: readonly Rule[] = [allow('chair', 'here'), allow('vice', 'here'), allow('staff', 'here')]
/** … and see and put right what lies below (county checks township, township checks village). */
export const officeBelow: readonly Rule[] = [allow('chair', 'below'), allow('vice', 'below'), allow('staff', 'below')]
/** … and decide what the units below hand in, never what their own does. */
export const officeUnder: readonly Rule[] = [allow('chair', 'under'), allow('vice', 'under'), allow('staff', 'under')]
/** Executives and group leaders record what they do in their own unit. */
export const membersHere: readonly Rule[] = [allow('executive', 'here'), allow('leader', 'here')]
export const membersOwn: readonly Rule[] = [allow('executive', 'own'), allow('leader', 'own'), allow('lecturer', 'own')]
