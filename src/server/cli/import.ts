import { spawnSync } from 'node:child_process'
import { readFile, writeFile } from 'node:fs/promises'
import type { Programme } from '#language'
import { giveBack } from '#papers/sheets/give-back'
import type { Remembered } from '#papers/sheets/mapping'
import { readSheets } from '#papers/sheets/read-sheet'
import { programmes } from '#programmes/all'
import { wordsFor } from '#programmes/words'
import { readSettings } from '#store/settings'
import { paperWords } from '#views/paper-words'
import type { Command } from '../cli.ts'
import { smallHeap } from '../import-elsewhere.ts'
import { goThrough, registerOf } from '../intake.ts'
import { remembered } from '../import-work.ts'
import { openHouse } from '../open-house.ts'
import { operator, unitSaid } from './operator.ts'

export const command: Command = {
  line: '导入台账 import a register from a workbook',
  help: `用法 Usage: npx niangjia import activities FILE.xlsx --unit 220721 [--programme lectures] [--dry-run]

把一份台账导入成记录；先用 --dry-run 试一遍。再导一次不会重复。
Imports a register as records; try it with --dry-run first. Imported again, nothing is counted twice.

  --programme NAME  记到哪个项目：编号或名字（默认 lectures）  which programme, by id or name (usual: lectures)
  --sheet NAME      哪一张表  which sheet
  --map A=title,B=day  哪列是什么（空着就是不要）  which column is which field (nothing: left out)
  --dry-run         只试不记  try only
  --out FILE.xlsx   把每行的结果写回原表  the register back with what became of each row`,
  options: {
    unit: { type: 'string' },
    programme: { type: 'string' },
    sheet: { type: 'string' },
    map: { type: 'string' },
    'dry-run': { type: 'boolean' },
    out: { type: 'string' },
  },

  async run({ values, files }, out) {
    // a register may be large; the heap of a command is set where it begins
    if (!smallHeap.every(option => process.execArgv.includes(option))) {
      const again = [...smallHeap, ...process.execArgv, ...process.argv.slice(1)]
      return spawnSync(process.execPath, again, { stdio: 'inherit' }).status ?? 1
    }
    const [what, file, ...more] = files
    const programme = programmeSaid(values.programme ?? what)
    if (!file || more.length) throw new Error('请写明一份台账：import activities FILE.xlsx (name one file)')
    const begun = performance.now()
    const said = mapSaid(values.map)
    const opened = await readSheets(
      await readFile(file).catch(() => {
        throw new Error(`读不到文件 ${file} (cannot read the file)`)
      }),
    )
    const open = await openHouse(readSettings(process.env, process.cwd()), { join: true })
    try {
      const { unit } = await unitSaid(open, values.unit)
      const sheet = values.sheet === undefined ? undefined : String(values.sheet)
      const register = await registerOf(opened, sheet, programme, async print => ({
        ...(await remembered(open.db, unit, programme, print)),
        ...said,
      }))
      const missing = register.fields.filter(({ key }) => register.found.missing.includes(key))
      const way = {
        ...{ house: open.house, actor: await operator(open), programme, unit, language: 'zh-CN' as const },
        onStep: ({ rows }: { rows: { total: number } }) => out.progress(rows.total, rows.total + 1, '导入 importing'),
      }
      const { rows, problems, results } = await goThrough(way, register, !values['dry-run'])
      out.end()
      if (values.out) {
        const { imports } = paperWords('zh-CN')
        const words = {
          head: imports.head ?? '',
          done: imports.done ?? '',
          repeated: imports.repeated ?? '',
          bad: imports.bad ?? '',
        }
        const place = { sheet: register.sheet.name, headRows: register.found.headRows, words }
        const chunks: Uint8Array[] = []
        for await (const chunk of await giveBack(opened, results, place)) chunks.push(chunk)
        await writeFile(String(values.out), Buffer.concat(chunks))
      }
      const ms = Math.round(performance.now() - begun)
      if (missing.length) out.say(`表里没有找到：${missing.map(({ label }) => label).join('、')} (columns not found)`)
      for (const { row, column, why } of problems.slice(0, 50)) out.say(`  第 ${row} 行  ${column}  ${why}`)
      out.say(
        `${values['dry-run'] ? '试了一遍' : '导入好了'}：共 ${rows.total} 行，${rows.good} 行${values['dry-run'] ? '能导入' : '已导入'}，${rows.repeated} 行以前导入过，${rows.bad} 行有问题，用了 ${ms} ms (rows: good, repeated, bad)`,
      )
      const columns = Object.fromEntries(register.found.columns.map(({ letter, field }) => [letter, field]))
      out.tell({
        file,
        programme: programme.id,
        sheet: register.sheet.name,
        columns,
        ...rows,
        problems,
        milliseconds: ms,
      })
      return rows.bad && rows.good + rows.repeated === 0 ? 1 : 0
    } finally {
      await open.stop()
    }
  },
}

/** By id or Chinese name; `activities` is any activity, usually a lecture. */
function programmeSaid(said: unknown): Programme {
  const name = said === 'activities' || said === undefined ? 'lectures' : String(said)
  const found = programmes.find(each => {
    const words = wordsFor(each, 'zh')
    return each.id === name || words.name === name || words.short === name
  })
  if (!found || found.pattern.name === 'statement')
    throw new Error(`没有“${name}”这个项目，可以写：${programmes.map(each => each.id).join('、')} (no such programme)`)
  return found
}

const mapSaid = (said: unknown): Remembered | undefined =>
  said === undefined
    ? undefined
    : Object.fromEntries(
        String(said)
          .split(',')
          .map(pair => {
            const [column = '', field = ''] = pair.split('=')
            return [column.trim(), field.trim() || null]
          }),
      )
