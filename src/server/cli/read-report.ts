import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { docxText } from '#papers/reading/docx'
import type { ReadFigure } from '#papers/reading/figure'
import { readReport } from '#papers/reading/read'
import { scoreFigures, type KeyFigure } from '#papers/reading/score'
import type { Command } from '../cli.ts'
import type { Out } from './out.ts'

export const command: Command = {
  line: '读旧报告里的数字 find the figures of old reports',
  help: `用法 Usage: npx niangjia read-report FILE… [--json] [--score KEY.jsonl]

读出 .txt 或 .docx 报告里的每一个数字：所在的句子、数值、单位、口径和对应的工作。
Finds every figure of a .txt or .docx report: its clause, value, unit, measure and the system it belongs to.

  --json         每行一个 JSON 对象  one JSON object a line
  --score KEY    和人工标注比对，给出查准率和查全率  compare with a key: precision and recall of each report`,
  options: { score: { type: 'string' } },

  async run({ values, files }, out) {
    if (files.length === 0) throw new Error('请写明要读的文件 (name a file to read)')
    const key = values.score ? keyOf(await readFile(String(values.score), 'utf8')) : undefined
    for (const file of files) {
      const figures = readReport(await textOf(file))
      if (key) score(file, figures, key, out)
      else show(file, figures, out)
    }
    return 0
  },
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
