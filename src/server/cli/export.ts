import { createWriteStream } from 'node:fs'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { dayAt, isDay } from '#base/day'
import { belowOf } from '#federation/actor'
import { reach } from '#federation/reach'
import { writeWorkbook, type ListOut } from '#papers/sheets/write-workbook'
import { programmes } from '#programmes/all'
import { readSettings, type Settings } from '#store/settings'
import { recordsSheet } from '#views/export'
import { figureName, indicatorBook } from '#views/figure-words'
import { figureTable } from '#views/figures'
import { filled, houseWords } from '#views/house-words'
import { wordsFor } from '#views/programme-words'
import { scopeBelow, sights } from '#views/scope'
import type { Command, Said } from '../cli.ts'
import { openHouse, type OpenHouse } from '../open-house.ts'
import { deskOf, operator, unitSaid } from './operator.ts'

export const command: Command = {
  line: '导出表格 export records or figures as a workbook',
  help: `用法 Usage: npx niangjia export records --unit 22 [--programme lectures] [--from DAY] [--to DAY] --out records.xlsx
               npx niangjia export figures --unit 22 --from DAY --to DAY [--indicators a.b,c.d] --out figures.xlsx

导出记录，或一个单位的全部数字；每个数字都带着出处的网址。
Exports records, or all figures of a unit, each with the address that opens it.`,
  options: {
    unit: { type: 'string' },
    programme: { type: 'string' },
    indicators: { type: 'string' },
    from: { type: 'string' },
    to: { type: 'string' },
    out: { type: 'string' },
  },

  async run({ values, files: [what] }, out) {
    if (what !== 'records' && what !== 'figures') throw new Error('请写明导出什么：records 或 figures (say what)')
    const file = values.out === undefined ? `${what}.xlsx` : String(values.out)
    const settings = readSettings(process.env, process.cwd())
    const open = await openHouse(settings, { join: true })
    try {
      const begun = performance.now()
      const list = what === 'records' ? await recordsOut(open, values) : await figuresOut(open, values, settings)
      let rows = 0
      const counted = async function* () {
        for await (const row of list.rows) {
          rows++
          out.progress(rows, rows + 1, '导出 exporting')
          yield row
        }
      }
      await pipeline(Readable.from(writeWorkbook({ ...list, rows: counted() })), createWriteStream(file))
      out.end()
      const ms = Math.round(performance.now() - begun)
      out.say(`导出 ${rows} 行到 ${file}，用了 ${ms} ms (rows exported)`)
      out.tell({ file, rows, milliseconds: ms })
      return 0
    } finally {
      await open.stop()
    }
  },
}

type Values = Said['values']

async function recordsOut(open: OpenHouse, values: Values): Promise<ListOut> {
  const { db, house } = open
  const unit = await unitSaid(open, values.unit)
  const programme = values.programme === undefined ? undefined : house.programmes.get(String(values.programme))
  if (values.programme !== undefined && !programme)
    throw new Error(`没有“${String(values.programme)}”这个项目 (no such programme)`)
  const actor = await operator(open)
  const seen = sights(house.programmes.values(), each => reach(actor, each.access.see ?? []))
  const within = scopeBelow(await belowOf(db as unknown as Parameters<typeof belowOf>[0], unit.unit))
  const question = { within, programme: programme?.id, from: daySaid(values.from), to: daySaid(values.to) }
  const { sheet } = houseWords('zh-CN')
  const titles = {
    title: programme ? wordsFor(programme, 'zh-CN').name : sheet.records,
    scope: unit.name,
    asOf: filled(sheet.asOf, { day: dayAt(house.now()) }),
  }
  return recordsSheet(db, seen, actor, question, house.programmes, 'zh-CN', titles)
}

async function figuresOut(open: OpenHouse, values: Values, settings: Settings): Promise<ListOut> {
  const unit = await unitSaid(open, values.unit)
  const [from, to] = [daySaid(values.from), daySaid(values.to)]
  if (!from || !to) throw new Error('请写明起止日期：--from 2021-01-01 --to 2025-12-31 (say from which day to which)')
  const words = indicatorBook(programmes, 'zh-CN')
  const indicators = values.indicators === undefined ? [...words.keys()] : String(values.indicators).split(',')
  const desk = deskOf(open, await operator(open))
  const question = {
    indicators,
    unit: unit.unit,
    rows: 'indicators',
    columns: 'none',
    from,
    to,
    tree: 'restated',
  } as const
  const table = await figureTable(desk, question)
  const { sheet } = houseWords('zh-CN')
  const url = settings.appUrl ?? `http://localhost:${settings.port}`
  return {
    title: sheet.figures,
    scope: `${unit.name} ${from} — ${to}`,
    asOf: filled(sheet.asOf, { day: dayAt(desk.now) }),
    columns: [
      { head: sheet.name, kind: 'text' },
      { head: houseWords('zh-CN').columns.all, kind: 'number' },
      { head: sheet.unit, kind: 'text' },
      { head: sheet.source, kind: 'link' },
    ],
    rows: table.rows.flatMap(({ name, cells: [cell] }) =>
      name && cell
        ? [
            [
              figureName(words, name.indicator, name.slice),
              cell.recorded,
              cell.countUnit,
              { text: sheet.open, href: `${url}/f/${encodeURIComponent(cell.handle)}` },
            ],
          ]
        : [],
    ),
  }
}

function daySaid(said: unknown): string | undefined {
  if (said === undefined) return undefined
  if (!isDay(said)) throw new Error(`“${String(said)}”不是日期，请写成 2026-03-08 这样 (not a day)`)
  return said
}
