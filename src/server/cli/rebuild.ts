import { rebuild } from '#engine/rebuild'
import { readSettings } from '#store/settings'
import type { Command } from '../cli.ts'
import { openHouse } from '../open-house.ts'

export const command: Command = {
  line: '从记录重建所有汇总 rebuild all roll-ups',
  help: `用法 Usage: npx niangjia rebuild

从记录重新做出所有汇总数；系统可以正在运行。
Makes every roll-up anew from the records; the system may be running.`,
  options: {},

  async run(_, out) {
    const begun = performance.now()
    const open = await openHouse(readSettings(process.env, process.cwd()), { join: true })
    try {
      out.progress(0, 1, '重建 rebuilding')
      const { sums, persons } = await open.asOwner(owner => rebuild(owner))
      const ms = Math.round(performance.now() - begun)
      out.say(`重建了 ${sums} 行汇总、${persons} 个人数，用了 ${ms} ms (rebuilt)`)
      out.tell({ sums, persons, milliseconds: ms })
      return 0
    } finally {
      await open.stop()
    }
  },
}
