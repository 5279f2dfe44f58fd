import { readFile, writeFile } from 'node:fs/promises'
import { isDay } from '#base/day'
import { readSettings } from '#store/settings'
import type { Command } from '../cli.ts'
import { openHouse } from '../open-house.ts'
import { drawn, writtenNow } from '../reviews.ts'
import { houseTemplate } from '../templates.ts'
import { deskOf, operator, unitSaid } from './operator.ts'

export const command: Command = {
  line: '写五年工作综述 write a five-year review',
  help: `用法 Usage: npx niangjia write-review --unit 22 --from 2021-01-01 --to 2025-12-31 --out review.docx

按现有记录写一份工作综述，每个数字都能点开。单位写代码、名字或 #编号。
Writes a review from what is recorded, every number a link to its records. The unit by code, name or #number.

  --template FILE  用您自己的 Word 模板  your own .docx template
  --title TEXT     标题  its title`,
  options: {
    unit: { type: 'string' },
    from: { type: 'string' },
    to: { type: 'string' },
    out: { type: 'string' },
    template: { type: 'string' },
    title: { type: 'string' },
  },

  async run({ values }, out) {
    const { from, to } = values
    const file = values.out === undefined ? 'review.docx' : String(values.out)
    if (!isDay(from) || !isDay(to) || from > to)
      throw new Error('请写明起止日期：--from 2021-01-01 --to 2025-12-31 (say from which day to which)')
    const settings = readSettings(process.env, process.cwd())
    const open = await openHouse(settings, { join: true })
    try {
      const begun = performance.now()
      const unit = await unitSaid(open, values.unit)
      out.progress(0, 3, '写综述 writing')
      const title = values.title === undefined ? {} : { title: String(values.title) }
      const body = await writtenNow(open, deskOf(open, await operator(open)), { unit: unit.unit, from, to, ...title })
      out.progress(1, 3, '写综述 writing')
      const template = values.template ? await readFile(String(values.template)) : await houseTemplate()
      const url = settings.appUrl ?? `http://localhost:${settings.port}`
      const docx = await drawn(template, body, url, true)
      await writeFile(file, docx)
      out.end()
      const ms = Math.round(performance.now() - begun)
      const sentences = body.chapters.flatMap(({ parts }) => parts.flatMap(part => part.sentences)).length
      out.say(
        `${body.title}：${body.sources.length} 个数字，${sentences} 句，用了 ${ms} ms，写在 ${file} (figures, sentences)`,
      )
      out.tell({
        file,
        title: body.title,
        figures: body.sources.length,
        sentences,
        milliseconds: ms,
        bytes: docx.length,
      })
      return 0
    } finally {
      await open.stop()
    }
  },
}
