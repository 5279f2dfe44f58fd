import { findDivisions, findProvince, readDivisions } from '#federation/divisions'
import { plantTree } from '#federation/tree'
import { houseContext, inContext } from '#store/database'
import { readSettings } from '#store/settings'
import type { Command, Said } from '../cli.ts'
import { rootOf } from '../first-start.ts'
import { openHouse } from '../open-house.ts'

export const command: Command = {
  line: '建立组织树 make the federation tree',
  help: `用法 Usage: npx niangjia init --province 22
               npx niangjia init --prefecture 延边
               npx niangjia init --county 220721

按国家统计区划建立一个省（或市州、县）直到村的妇联组织树。可以写代码，也可以写名字。
Makes the tree of a province (prefecture, county) down to the village, by code or by name.`,
  options: { province: { type: 'string' }, prefecture: { type: 'string' }, county: { type: 'string' } },

  async run(said, out) {
    const division = divisionOf(said)
    const open = await openHouse(readSettings(process.env, process.cwd()), { join: true })
    try {
      if (await rootOf(open.db))
        throw new Error('组织树已经建好了，需要改动请在“组织”页面里做 (there is a tree already)')
      out.progress(0, 1, '建树 planting')
      const begun = performance.now()
      const units = await inContext(open.db, houseContext, tx => plantTree(tx, readDivisions(division.code)))
      const ms = Math.round(performance.now() - begun)
      out.say(`${division.name}：建好 ${units.toLocaleString('en-US')} 个妇联组织，用了 ${ms} ms (${units} units)`)
      out.tell({ code: division.code, name: division.name, units, milliseconds: ms })
      return 0
    } finally {
      await open.stop()
    }
  },
}

function divisionOf({ values }: Said): { code: string; name: string } {
  const asked = (['province', 'prefecture', 'county'] as const).filter(level => values[level])
  const [level, another] = asked
  if (!level || another) throw new Error('请写明一个：--province、--prefecture 或 --county (say one of them)')
  const named = String(values[level])
  const length = { province: 2, prefecture: 4, county: 6 }[level]
  const found = level === 'province' ? [findProvince(named)].flatMap(each => each ?? []) : findDivisions(named)
  const fitting = found.filter(each => each.code.length === length)
  const [only, more] = fitting
  if (only && !more) return only
  if (more)
    throw new Error(
      `叫“${named}”的不止一个，请写代码 (several are called so): ${fitting.map(each => `${each.code} ${each.name}`).join(', ')}`,
    )
  throw new Error(`没有找到“${named}” (no such division)`)
}
