import type { Field, FieldKind, Programme } from '#language'
import { fieldsOf, mainCommand } from '#language/commands'
import { programmes } from '#programmes/all'
import { wordsFor } from '#programmes/words'
import { choiceWords, headWords } from './head-words.ts'
import type { TargetField } from './sheet.ts'

const TYPES: Partial<Record<FieldKind, TargetField['type']>> = {
  text: 'text',
  note: 'text',
  place: 'text',
  count: 'number',
  amount: 'number',
  number: 'number',
  day: 'day',
  choice: 'choice',
  choices: 'choices',
  'yes-no': 'yes-no',
  person: 'person',
  people: 'people',
  households: 'people',
  unit: 'unit',
  indicator: 'choice',
}
const ADDRESS = 120

/**
 * What a register may give a programme: the fields of the command that begins a record, and under `unit` whose work it was.
 * A `place` comes as its address, `people`, `households` and `person` as names, an `amount` in yuan (a record keeps fen).
 * A field with something usual to stand in for it is required only when that is a day: a record of long ago was not today.
 */
export function targetFields(programme: Programme): TargetField[] {
  const fields = Object.entries(fieldsOf(programme, mainCommand(programme)) ?? {})
  const unit: TargetField = {
    key: 'unit',
    label: '组织',
    synonyms: headWords.unit ?? [],
    type: 'unit',
    required: false,
  }
  return [...fields.flatMap(([name, field]) => targetOf(programme, name, field)), unit]
}

function targetOf(programme: Programme, name: string, field: Field): TargetField[] {
  const type = TYPES[field.kind]
  const chosen = type === 'choice' || type === 'choices'
  const choices = field.kind === 'indicator' ? indicatorChoices(field) : choicesOf(programme, name, field)
  if (!type || field.derived || (chosen && choices.length === 0)) return []
  const words = wordsFor(programme, 'zh').fields[name]
  const synonyms = [`${programme.id}.${name}`, `${programme.pattern.name}.${name}`, name].find(key => headWords[key])
  const max = field.kind === 'place' ? ADDRESS : field.kind === 'amount' ? (field.max ?? 0) / 100 : field.max
  return [
    {
      key: name,
      label: words?.label ?? name,
      synonyms: headWords[synonyms ?? ''] ?? [],
      type,
      required: !field.optional && (field.usual === undefined || type === 'day'),
      ...(chosen && { choices }),
      ...(field.kind === 'count' && { whole: true }),
      ...(field.min !== undefined && { min: field.min }),
      ...(max !== undefined && { max }),
      ...(type === 'day' && field.when !== 'any' && { past: true }),
    },
  ]
}

function choicesOf(programme: Programme, name: string, { options = [] }: Field) {
  const labels = wordsFor(programme, 'zh').fields[name]?.options ?? {}
  return options.map(value => ({ value, label: labels[value] ?? value, synonyms: choiceWords[value] ?? [] }))
}

/** Indicators as a register calls them: by their names. */
const indicatorChoices = ({ of }: Field) =>
  programmes.flatMap(programme =>
    Object.entries(programme.indicators)
      .filter(([, { kind }]) => of !== 'counted' || kind === 'flow')
      .map(([name]) => ({
        value: `${programme.id}.${name}`,
        label: wordsFor(programme, 'zh').indicators[name]?.name ?? name,
        synonyms: [],
      })),
  )
