import { isDay } from '#base/day'
import type { Asked, Declaration, Me, RecordPage } from './shapes.ts'
import { homeUnit } from './session.ts'

/** Somebody in an answer: known to the house, or new under an id made here. */
export type Someone = { id: string; name: string; known: boolean }
export type Place = { address?: string; lat?: number; lng?: number }
export type Checks = { passed: string[]; failed: string[] }
export type Chosen = { shard: number; id: string; title: string }
/** Answers while they are being written, by field name. People carry their names, money is in fen. */
export type Answers = Record<string, unknown>

export const fieldsOf = (of: Declaration, command: string): Asked[] =>
  (of.commands[command]?.fields ?? []).filter(({ kind }) => kind !== 'slice') // a part of a figure comes with it

/** The fields asked at first; the others wait on the record's page. */
export const askedOf = (of: Declaration, command: string): Asked[] =>
  fieldsOf(of, command).filter(field => !field.later)

/** What is filled in before she types: the day, her unit, herself, and what she answered the last time. */
export function startAnswers(fields: Asked[], me: Me, before: Answers = {}): Answers {
  const entries = fields.flatMap((field): [string, unknown][] => {
    const kept = before[field.name]
    if (kept !== undefined) return [[field.name, kept]]
    if (field.usual === undefined) return []
    return [[field.name, usualOf(field, me)]]
  })
  return Object.fromEntries(entries)
}

function usualOf(field: Asked, me: Me): unknown {
  if (field.usual === 'today') return me.today
  const unit = homeUnit(me)
  if (field.usual === 'own-unit') return unit ? { no: unit.no, name: unit.name } : undefined
  if (field.usual === 'self') {
    const self: Someone = { id: me.person, name: me.name, known: true }
    return field.kind === 'people' ? [self] : self
  }
  return field.usual
}

/** A standing record's answers, to be put right. Guarded ones stay closed. */
export function answersFrom(record: RecordPage, fields: Asked[]): Answers {
  const kinds = new Map(fields.map(field => [field.name, field.kind]))
  const someone = (id: unknown): Someone => ({
    id: String(id),
    name: record.people[String(id)] ?? '',
    known: true,
  })
  return Object.fromEntries(
    record.fields.flatMap(({ name, value, text, guarded }): [string, unknown][] => {
      const kind = kinds.get(name)
      if (!kind || guarded || value === null || value === undefined) return []
      if (kind === 'people' || kind === 'households') return [[name, (value as unknown[]).map(someone)]]
      if (kind === 'person') return [[name, someone(value)]]
      if (kind === 'unit') return [[name, { no: Number(value), name: text }]]
      if (kind === 'record') return [[name, { ...(value as object), title: text }]]
      return [[name, value]]
    }),
  )
}

/** An answer with words to show: a sealed one, or one that has any (a record she may not see has none). */
export const isTold = ({ guarded, text }: RecordPage['fields'][number]): boolean => guarded || text !== ''

export const isEmpty = (value: unknown): boolean =>
  value === undefined ||
  value === null ||
  value === '' ||
  (Array.isArray(value) && value.length === 0) ||
  (typeof value === 'object' && !Array.isArray(value) && Object.values(value).every(each => isEmpty(each)))

/** One thing wrong with one answer: a key of the texts, and the values it speaks of. */
export type Wrong = { rule: string; day?: string; most?: number; least?: number }

/** What must be put right before it can be sent, by field. */
export function wrongs(fields: Asked[], answers: Answers, today: string): Record<string, Wrong> {
  return Object.fromEntries(
    fields.flatMap(field => {
      const wrong = wrongOf(field, answers[field.name], today)
      return wrong ? [[field.name, wrong]] : []
    }),
  )
}

function wrongOf(field: Asked, value: unknown, today: string): Wrong | undefined {
  if (isEmpty(value)) return field.optional || field.usual !== undefined ? undefined : { rule: 'missing' }
  if (field.kind === 'day') {
    if (!isDay(value)) return { rule: 'not-a-day' }
    if (field.when !== 'any' && value > today) return { rule: 'not-yet', day: value }
  }
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) return { rule: 'not-a-number' }
    if (field.max !== undefined && value > field.max) return { rule: 'too-much', most: field.max }
    if (field.min !== undefined && value < field.min) return { rule: 'too-little', least: field.min }
  }
  if (typeof value === 'string' && field.max !== undefined && field.kind !== 'day' && value.length > field.max)
    return { rule: 'too-long', most: field.max }
  return undefined
}

/** Answers as the API takes them: empty ones left out, or null where a correction empties one. */
export function toInput(fields: Asked[], answers: Answers, before?: Answers): Record<string, unknown> {
  return Object.fromEntries(
    fields.flatMap((field): [string, unknown][] => {
      const value = answers[field.name]
      if (before) {
        if (JSON.stringify(value) === JSON.stringify(before[field.name])) return []
        return [[field.name, isEmpty(value) ? null : sent(field, value)]]
      }
      return isEmpty(value) ? [] : [[field.name, sent(field, value)]]
    }),
  )
}

const person = ({ id, name, known }: Someone) => (known ? { id } : { id, name })

function sent(field: Asked, value: unknown): unknown {
  switch (field.kind) {
    case 'people':
    case 'households':
      return (value as Someone[]).map(person)
    case 'person':
      return person(value as Someone)
    case 'unit':
      return (value as { no: number }).no
    case 'record':
      return { shard: (value as Chosen).shard, id: (value as Chosen).id }
    case 'place':
      return Object.fromEntries(Object.entries(value as Place).filter(([, part]) => !isEmpty(part)))
    default:
      return value
  }
}
