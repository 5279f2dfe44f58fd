import { lines, tagsOf, type Common, type Level, type Programme } from '#language'
import type { Book } from './book.ts'

/** A record's stored numbers as parallel arrays, ready for one statement. */
export type Numbers = {
  readonly ind: number[]
  readonly day: string[]
  readonly val: number[]
  readonly personInd: number[]
  readonly person: string[]
  readonly personDay: string[]
}

/** Everything a state of a record at a unit of this level counts towards, under the book's numbers; several lines of one indicator and day become one. */
export function numbersOf(
  book: Book,
  programmes: ReadonlyMap<string, Programme>,
  programme: Programme,
  state: Common,
  level: Level,
): Numbers {
  const tagged = tagsOf(state).flatMap(id => (id === programme.id ? [] : (programmes.get(id) ?? [])))
  const sums = new Map<string, { ind: number; day: string; val: number }>()
  const persons = new Map<string, { ind: number; day: string; person: string }>()
  for (const line of lines(programme, state, tagged, level)) {
    const ind = book.no(line.key, line.slice)
    if ('value' in line) {
      const key = `${ind} ${line.day}`
      sums.set(key, { ind, day: line.day, val: line.value + (sums.get(key)?.val ?? 0) })
    } else
      for (const person of line.reached) persons.set(`${ind} ${line.day} ${person}`, { ind, day: line.day, person })
  }
  const counted = [...sums.values()].filter(each => each.val !== 0)
  const named = [...persons.values()]
  return {
    ind: counted.map(each => each.ind),
    day: counted.map(each => each.day),
    val: counted.map(each => each.val),
    personInd: named.map(each => each.ind),
    person: named.map(each => each.person),
    personDay: named.map(each => each.day),
  }
}

/** What leaves and what enters between two states; nothing at all when the numbers are the same. */
export type Change = {
  readonly outDays: string[]
  readonly enter: Pick<Numbers, 'ind' | 'day' | 'val'>
  readonly personsOut: Persons
  readonly personsIn: Persons
}
type Persons = { ind: number[]; person: string[]; day: string[] }

export function changeBetween(before: Numbers, after: Numbers): Change {
  const same = key(before.ind, before.day, before.val) === key(after.ind, after.day, after.val)
  const old = new Set(before.person.map((person, i) => `${before.personInd[i]} ${before.personDay[i]} ${person}`))
  const now = new Set(after.person.map((person, i) => `${after.personInd[i]} ${after.personDay[i]} ${person}`))
  return {
    outDays: same ? [] : [...new Set(before.day)],
    enter: same ? { ind: [], day: [], val: [] } : after,
    personsOut: pick(before, now),
    personsIn: pick(after, old),
  }
}

const key = (...parts: unknown[][]) => JSON.stringify(parts)

function pick(from: Numbers, without: ReadonlySet<string>): Persons {
  const found: Persons = { ind: [], person: [], day: [] }
  from.person.forEach((person, i) => {
    const [ind, day] = [from.personInd[i] ?? 0, from.personDay[i] ?? '']
    if (without.has(`${ind} ${day} ${person}`)) return
    found.ind.push(ind)
    found.person.push(person)
    found.day.push(day)
  })
  return found
}
