import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { addDays } from '#base/day'
import { Problem } from '#base/problem'
import {
  lines,
  type Common,
  type Event,
  type Field,
  type Fields,
  type Input,
  type Line,
  type Programme,
  usualRules,
} from '#language'
import { fieldsOf, mainCommand } from '#language/commands'
import { programmes } from './all.ts'

const today = '2026-11-25'

// Random orders against every programme, and so against every way of working: phases, events and facts are those declared; the
// state survives JSON; replaying the events leads to it again; no stock falls below zero; what is withdrawn or never began counts
// nowhere; a correction taken back restores every line.
for (const programme of programmes)
  test(`${programme.id} keeps the laws of its way of working`, () => keepsLaws(programme))

function keepsLaws(of: Programme): void {
  const rare = (name: string) => name === 'withdraw' || of.pattern.commands[name]?.begins
  const commands = Object.keys(of.pattern.commands).flatMap(name => (rare(name) ? [name] : Array(5).fill(name)))
  const order = (among: string[]) =>
    fc.constantFrom(...among).chain(command => {
      const changes = of.pattern.commands[command]?.own === 'change'
      return fc.record({
        command: fc.constant(command),
        input: anyInput(fieldsOf(of, command) ?? {}, changes),
        crowd: fc.constantFrom(0, 0, 0, 1),
      })
    })
  fc.assert(
    fc.property(
      order([mainCommand(of)]),
      fc.array(order(commands), { minLength: 3, maxLength: 15 }),
      (first, others) => {
        let state = of.pattern.start
        const events: Event[] = []
        for (const { command, input, crowd } of [first, ...others]) {
          const outcome = decided(of, state, command, input, crowd)
          if (outcome instanceof Problem) continue
          const before = state
          events.push(...outcome)
          state = outcome.reduce((now, event) => of.pattern.evolve(now, event), state)
          holds(of, state, outcome)
          if (command === 'correct') takenBack(of, before, state)
        }
        const again = events.reduce((now, event) => of.pattern.evolve(now, event), of.pattern.start)
        assert.deepEqual(again, state)
      },
    ),
    { numRuns: 100 },
  )
}

function decided(of: Programme, state: Common, command: string, input: Input, crowd: number): Event[] | Problem {
  const asked = Object.keys(of.pattern.around(command, input, state))
  const given = Object.keys(of.pattern.series?.(command, input, state) ?? {})
  const around = Object.fromEntries([...asked.map(name => [name, crowd]), ...given.map(name => [name, crowd + 1])])
  const rules = usualRules(of.pattern.limits)
  return of.guard?.(state, command, input) ?? of.pattern.decide(state, command, input, around, today, rules)
}

function holds(of: Programme, state: Common, happened: Event[]): void {
  assert.ok(of.pattern.phases.includes(state.phase), state.phase)
  for (const event of happened) assert.ok(of.pattern.eventKinds.includes(event.kind), event.kind)
  assert.deepEqual(JSON.parse(JSON.stringify(state)), state)
  const facts = of.pattern.facts(state)
  for (const fact of facts) assert.ok(of.pattern.factKinds.includes(fact.kind), fact.kind)
  const counted = lines(of, state, [], 'village')
  if (['none', 'cancelled', 'withdrawn'].includes(state.phase)) assert.deepEqual(facts, [])
  const indicators = { ...of.indicators, ...of.pattern.common }
  for (const [key, these] of Map.groupBy(counted, line => `${line.key} ${line.slice}`)) {
    const { kind, sum } = indicators[key.split(/[. ]/)[1] ?? ''] ?? {}
    standsWithin(key, these, kind === 'stock' && !sum ? 1 : Number.POSITIVE_INFINITY)
  }
}

/** One record stands never less than not at all, and never more than once. */
function standsWithin(key: string, these: Line[], most: number): void {
  let standing = 0
  // what begins and ends on one day begins first
  const inOrder = these.toSorted((a, b) => (a.day === b.day ? 0 : a.day < b.day ? -1 : 1))
  for (const line of inOrder) {
    standing += 'value' in line ? line.value : line.reached.length
    assert.ok(standing >= 0 && standing <= most && Number.isInteger(standing), `${key} ${standing}`)
  }
}

function takenBack(of: Programme, before: Common, after: Common): void {
  const open = fieldsOf(of, 'correct') ?? {}
  const names = Object.keys(open).filter(name => before.fields[name] !== after.fields[name])
  const back = Object.fromEntries(names.map(name => [name, before.fields[name] ?? null]))
  const outcome = decided(of, after, 'correct', { ...back, reason: 'taken back' }, 0)
  assert.ok(!(outcome instanceof Problem), 'a correction can be taken back')
  const restored = outcome.reduce((now, event) => of.pattern.evolve(now, event), after)
  assert.deepEqual(lines(of, restored, [], 'village'), lines(of, before, [], 'village'))
}

/** Inputs as a pattern sees them: few different values, so that they often meet. */
function anyInput(fields: Fields, changes: boolean): fc.Arbitrary<Input> {
  const entries = Object.entries(fields).map(([name, each]): [string, fc.Arbitrary<unknown>] => {
    const given = { weight: each.later ? 1 : 3, arbitrary: anyValue(each) }
    const left = { weight: 3, arbitrary: fc.constant(undefined) }
    const emptied = { weight: 1, arbitrary: fc.constant(null) }
    const may = [given, ...(each.optional ? [left] : []), ...(changes && each.optional && !each.kept ? [emptied] : [])]
    return [name, fc.oneof(...may)]
  })
  return fc.record(Object.fromEntries(entries)).map(input => JSON.parse(JSON.stringify(input)))
}

const ids = [1, 2, 3].map(n => `0198a1c2-0000-7000-8000-00000000000${n}`)
const day = fc.integer({ min: -8, max: 1 }).map(away => addDays(today, away))

function anyValue(of: Field): fc.Arbitrary<unknown> {
  const options = of.options ?? []
  switch (of.kind) {
    case 'day':
      return day
    case 'choice':
      return fc.constantFrom(...options)
    case 'choices':
      return options.length ? fc.subarray([...options]) : fc.constant([])
    case 'checks':
      return fc
        .oneof(fc.constant([...options]), fc.subarray([...options]))
        .map(passed => ({ passed, failed: options.filter(option => !passed.includes(option)) }))
    case 'indicator':
      return fc.constantFrom('lectures.sessions', 'lectures.attendances')
    case 'yes-no':
      return fc.boolean()
    case 'count':
    case 'amount':
    case 'number':
      return fc.nat(6)
    case 'person':
      return fc.constantFrom(...ids)
    case 'people':
    case 'households':
      return fc.subarray(ids)
    case 'place':
      return fc.constantFrom({ address: '村部' }, { lat: 43.9, lng: 125.3 })
    case 'unit':
      return fc.nat(3)
    case 'record':
      return fc.constantFrom(...ids.map(id => ({ shard: 1, id })))
    case 'shares':
      return fc.constantFrom({ 1: 2 }, { 1: 0, 2: 3 })
    case 'questions':
    case 'replies':
      return fc.constantFrom(['甲'], ['甲', '乙'])
    case 'slice':
    case 'text':
    case 'note':
      return fc.constantFrom('甲', '乙')
  }
}
