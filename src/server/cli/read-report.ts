import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { isDay, type Day } from '#base/day'
import { docxText } from '#papers/reading/docx'
import type { ReadFigure } from '#papers/reading/figure'
import { readReport } from '#papers/reading/read'
import { scoreFigures, type KeyFigure } from '#papers/reading/score'
import { inContext } from '#store/database'
import { readSettings } from '#store/settings'
import type { Command } from '../cli.ts'
import { openHouse } from '../open-house.ts'
import { keepOldReport } from '../papers.ts'
import { operator, unitSaid } from './operator.ts'
import type { Out } from './out.ts'

export const command: Command = {
  line: '读旧报告里的数字 find the figures of old reports',
  help: `用法 Usage: npx niangjia read-report FILE… [--json] [--score KEY.jsonl] [--save --unit 22 --from DAY --to DAY]

读出 .txt 或 .docx 报告里的每一个数字：所在的句子、数值、单位、口径和对应的工作。
Finds every figure of a .txt or .docx report: its clause, value, unit, measure and the system it belongs to.

  --json         每行一个 JSON 对象  one JSON object a line
  --score KEY    和人工标注比对，给出查准率和查全率  compare with a key: precision and recall of each report
  --save         存进系统，在“文书”里逐个过目  keeps it, to be gone through on the page of reports
  --unit         哪个单位的报告：代码、名字或 #编号  whose report
  --from --to    报告说的是哪天到哪天  the period it tells of`,
  options: {
    score: { type: 'string' },
    save: { type: 'boolean' },
    unit: { type: 'string' },
    from: { type: 'string' },
    to: { type: 'string' },
  },

  async run({ values, files }, out) {
    if (files.length === 0) throw new Error('请写明要读的文件 (name a file to read)')
    if (values.save) return save(files, values, out)
    const key = values.score ? keyOf(await readFile(String(values.score), 'utf8')) : undefined
    for (const file of files) {
      const figures = readReport(await textOf(file))
      if (key) score(file, figures, key, out)
      else show(file, figures, out)
    }
    return 0
  },
}

async function save(files: readonly string[], values: Record<string, unknown>, out: Out): Promise<number> {
  const [from, to] = [daySaid(values.from, '--from'), daySaid(values.to, '--to')]
  const texts = await Promise.all(files.map(async file => ({ name: path.parse(file).name, text: await textOf(file) })))
  const open = await openHouse(readSettings(process.env, process.cwd()), { join: true })
  try {
    const place = await unitSaid(open, values.unit)
    const { person, context } = await operator(open)
    for (const { name, text } of texts) {
      const kept = await inContext(open.db, context, tx =>
        keepOldReport(tx, open.house, person, place, { name, text, from, to }),
      )
      out.say(
        `${name}：${kept.figures} 个数字，存到${place.name}，请在“文书”里过目 (kept, go through it on the page of reports)`,
      )
      out.tell({ file: name, unit: place.unit, ...kept })
    }
    return 0
  } finally {
    await open.stop()
  }
}

function daySaid(said: unknown, option: string): Day | undefined {
  if (said === undefined) return undefined
  if (!isDay(said)) throw new Error(`${option} 请写成 2021-01-01 (write the day as 2021-01-01)`)
  return said
}

async function textOf(file: string): Promise<string> {
  const bytes = await readFile(file).catch(() => {
    throw new Error(`读不到文件 ${file} (cannot read the file)`)
  })
  return file.toLowerCase().endsWith('.docx') ? docxText(bytes) : bytes.toString('utf8')
}

const keyOf = (text: string): KeyFigure[] =>
  text
    .split('\n')
    .filter(line => line.trim())
    .map(line => JSON.parse(line) as KeyFigure) // the file somebody gave as the key

function show(file: string, figures: readonly ReadFigure[], out: Out): void {
  const name = path.basename(file)
  for (const figure of figures) {
    const { confidence: _, length: __, tier: ___, ...told } = figure
    out.tell({ file: name, ...told })
    const value = figure.value === null ? '—' : `${figure.value}${figure.unit ?? ''}`
    out.say(`${figure.raw}\t${value}\t${figure.measure}\t${figure.system ?? '?'}\t${figure.sentence}`)
  }
  out.say(`${name}：${figures.length} 个数字 (figures)`)
}

function score(file: string, figures: ReadFigure[], key: readonly KeyFigure[], out: Out): void {
  const name = path.basename(file)
  const { missed, extra, ...rates } = scoreFigures(
    figures,
    key.filter(line => line.file === name),
  )
  const percent = (rate: number) => `${(rate * 100).toFixed(1)}%`
  out.say(
    `${name}  查准 precision ${percent(rates.precision)}  查全 recall ${percent(rates.recall)}  归类 proposals ${percent(rates.proposals)}  (${rates.matched}/${rates.found} · ${rates.matched}/${rates.wanted})`,
  )
  for (const each of missed) out.say(`  漏 missed  ${each.raw}  ${each.sentence}`)
  for (const each of extra) out.say(`  多 extra   ${each.raw}  ${each.sentence}`)
  out.tell({ file: name, ...rates, missed: missed.length, extra: extra.length })
}
