import type { Field, Fields } from '#language'
import { filled, houseWords, type Language } from './house-words.ts'
import { indicatorName, sliceWords, type ProgrammeWords } from './programme-words.ts'

/** Names a value may point to: persons and households by id, units by number. */
export type Names = { readonly people: ReadonlyMap<string, string>; readonly units: ReadonlyMap<number, string> }

type Place = { address?: string; lat?: number; lng?: number }
type Checks = { passed: string[]; failed: string[] }

/** One answer in words. A list of people is told by their names, at most five; amounts are yuan. */
export function inWords(
  name: string,
  field: Field | undefined,
  value: unknown,
  words: ProgrammeWords,
  names: Names,
  language: Language,
): string {
  const house = houseWords(language)
  if (value === null || value === undefined || value === '') return ''
  if (field?.guarded) return house.guarded
  const option = (each: unknown) => words.field(name).options?.[String(each)] ?? String(each)
  const person = (id: unknown) => names.people.get(String(id)) ?? house.someone
  // the stored state was checked against the field when it was written
  switch (field?.kind) {
    case 'choice':
      return option(value)
    case 'choices':
      return (value as unknown[]).map(option).join(house.list)
    case 'yes-no':
      return value ? house.yes : house.no
    case 'amount':
      return `${yuan(Number(value))}`
    case 'person':
      return person(value)
    case 'people':
    case 'households': {
      const ids = value as string[]
      if (ids.length === 0) return ''
      const count = filled(field.kind === 'people' ? house.count.person : house.count.household, { n: ids.length })
      const shown = ids.slice(0, 5).map(person).join(house.list)
      return ids.length > 5 ? `${count} · ${shown}…` : `${count} · ${shown}`
    }
    case 'place': {
      const { address, lat, lng } = value as Place
      return [address, lat === undefined ? undefined : `${lng?.toFixed(5)}, ${lat.toFixed(5)}`]
        .filter(Boolean)
        .join(' · ')
    }
    case 'unit':
      return names.units.get(Number(value)) ?? String(value)
    case 'record':
      return ''
    case 'indicator':
      return indicatorName(String(value), language)
    case 'slice':
      return sliceWords(String(value), language)
    case 'questions':
    case 'replies':
      return (value as string[]).map((line, at) => `${at + 1}. ${line}`).join('\n')
    case 'checks': {
      const { passed, failed } = value as Checks
      const item = (key: string) => option(key)
      return [
        ...(passed.length ? [filled(house.checks.passed, { n: passed.length })] : []),
        ...(failed.length
          ? [filled(house.checks.failed, { n: failed.length, list: failed.map(item).join(house.list) })]
          : []),
      ].join(house.list)
    }
    default:
      return String(value)
  }
}

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/** A day as it is read out: 2026年3月8日. Lists and workbooks keep 2026-03-08, which sorts. */
export function dayInWords(day: string, language: Language): string {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number]
  return language === 'en' ? `${date} ${months[month - 1]} ${year}` : `${year}年${month}月${date}日`
}

const yuan = (fen: number) => (fen / 100).toLocaleString('en-US', { maximumFractionDigits: 2 }).replaceAll(',', '')

/** Whose names these answers need: ids of people and households, numbers of units. */
export function namesIn(fields: Fields, answers: Record<string, unknown>): { people: string[]; units: number[] } {
  const found = { people: [] as string[], units: [] as number[] }
  for (const [name, value] of Object.entries(answers)) {
    const kind = fields[name]?.kind
    if (value === null || value === undefined || fields[name]?.guarded) continue
    if (kind === 'person') found.people.push(String(value))
    if (kind === 'people' || kind === 'households') found.people.push(...(value as string[]))
    if (kind === 'unit') found.units.push(Number(value))
  }
  return found
}
