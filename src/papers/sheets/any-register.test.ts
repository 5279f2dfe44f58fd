import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { activityFields } from './activity-fields.ts'
import { parseRows } from './parse-rows.ts'
import { recogniseRegister } from './recognise.ts'
import type { Cell, Merge, Row } from './sheet.ts'
import { escapeCell, escapeXml, unescapeXml } from './xml.ts'

const words = [
  '日期',
  '活动名称',
  '参加人数',
  '男',
  '女',
  '合计',
  '小计',
  '序号',
  '年',
  '月',
  '日',
  '柳河镇',
  '填表人：',
  '√',
  '同上',
  '30人',
  '约30',
  '2024.3.8',
  '3月8日',
  '民法典',
  '人数',
  '#REF!',
  '  ',
  '备注',
]
const cell: fc.Arbitrary<Cell> = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...words) },
  { weight: 4, arbitrary: fc.constant(null) },
  { weight: 2, arbitrary: fc.oneof(fc.integer({ min: -5, max: 60_000 }), fc.double({ noNaN: true })) },
  { weight: 1, arbitrary: fc.constantFrom<Cell>(true, { day: '2024-03-08' }, { day: '2024-03-01', shown: 'month' }) },
  { weight: 1, arbitrary: fc.string() },
)
const grid = fc.record({
  rows: fc.array(fc.array(cell, { minLength: 1, maxLength: 7 }), { minLength: 0, maxLength: 12 }),
  merges: fc.array(fc.record({ top: fc.nat(11), left: fc.nat(6), down: fc.nat(3), across: fc.nat(3) }), {
    maxLength: 6,
  }),
})

test('whatever a sheet holds, each row below the head is one record or left out with a reason', async () => {
  await fc.assert(
    fc.asyncProperty(grid, async drawn => {
      const rows: Row[] = drawn.rows
        .map((cells, at) => ({ no: at + 1, cells }))
        .filter(({ cells }) => cells.some(each => each !== null && each !== '  '))
      const merges: Merge[] = drawn.merges.map(({ top, left, down, across }) => ({
        top,
        left,
        bottom: top + down,
        right: left + across,
      }))
      const found = recogniseRegister({ name: '', rows, merges }, activityFields)
      const seen: number[] = []
      let records = 0
      for await (const row of parseRows({ rows, merges }, found, activityFields, { year: 2024, today: '2024-12-31' })) {
        seen.push(row.no)
        if (!('values' in row)) {
          assert.ok(row.why.endsWith('。'))
          continue
        }
        records++
        const given = new Set(Object.keys(row.values))
        for (const { key, required } of activityFields)
          assert.ok(
            !required || given.has(key) || row.problems.length > 0,
            `row ${row.no} lacks ${key} and says nothing`,
          )
        if (row.problems.length === 0) assert.ok(row.nth >= 1)
        if (typeof row.values.day === 'string') assert.ok(row.values.day <= '2024-12-31')
      }
      const headTo = found.headRows.at(-1) ?? 0
      assert.deepEqual(
        seen,
        rows.map(({ no }) => no).filter(no => no > headTo),
      )
      assert.equal(found.count, records)
      const given = found.columns
        .filter(({ field, part, choice }) => field !== null && !part && !choice)
        .map(({ field }) => field)
      assert.equal(new Set(given).size, given.length, 'a field comes from one column')
    }),
    { numRuns: 250 },
  )
})

test('any text survives being written into a workbook, but for what XML cannot hold', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), text => {
      const held = Array.from(text)
        .filter(letter => escapeXml(letter) !== '')
        .join('')
      assert.equal(unescapeXml(escapeCell(text)).replace(/\r/g, ''), held.replace(/\r/g, ''))
    }),
    { numRuns: 300 },
  )
  assert.equal(unescapeXml(escapeCell('_x0041_ <甲> & "乙" 😀')), '_x0041_ <甲> & "乙" 😀')
})
