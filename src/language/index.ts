export {
  allow,
  membersHere,
  membersOwn,
  officeBelow,
  officeHere,
  officeUnder,
  postKinds,
  type PostKind,
  type Rule,
  type Where,
} from './access.ts'
export { derived, field, guarded, later, optional, usually, type Field, type FieldKind, type Fields } from './fields.ts'
export {
  count,
  countUnits,
  households,
  persons,
  rate,
  reported,
  stock,
  sum,
  total,
  type CountUnit,
  type Indicator,
} from './indicators.ts'
export { declaredSlices, lines, tagsOf, type Line } from './measure.ts'
export type { Command, Common, Event, Fact, Input, Pattern, PatternName, Sends, Surroundings } from './pattern.ts'
export { usualRules, type Limit, type Limits, type Rules } from './rules.ts'
export { chapters, levelName, levelNo, programme, type Chapter, type Level, type Programme } from './programme.ts'
