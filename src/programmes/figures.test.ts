import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import { countUnits } from '#language'
import { programmes } from './all.ts'
import { programmesOf } from './catalogue.ts'

const key = new URL('../../../shared/mission/figures.jsonl', import.meta.url)
type Row = { system: string; kind: string; unit: string | null }

test('every kind of figure in the annotated reports has an indicator of its catalogue entry and exactly its unit', t => {
  if (!existsSync(key)) return t.skip('the annotated figures are not here')
  const rows = readFileSync(key, 'utf8')
    .trim()
    .split('\n')
    .map(line => JSON.parse(line) as Row)
  const indicators = programmes.flatMap(programme => Object.values(programme.indicators))
  const counted = rows.filter(
    ({ system, kind, unit }) =>
      ['flow', 'level', 'rate'].includes(kind) &&
      countUnits.some(each => each === unit) &&
      programmesOf(system).length > 0,
  )
  assert.ok(counted.length > 40)
  for (const { system, kind, unit } of counted) {
    const fitting = indicators.filter(of => of.system === system && of.unit === unit)
    const kinds =
      kind === 'flow'
        ? ['flow', 'persons', 'total']
        : kind === 'rate'
          ? ['rate', 'reported']
          : ['stock', 'total', 'reported']
    assert.ok(
      fitting.some(of => kinds.includes(of.kind)),
      `${system} ${kind} ${unit}`,
    )
  }
})
