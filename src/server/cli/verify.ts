import { verifyAudit } from '#engine/audit'
import { verifyFigures } from '#engine/verify'
import { readSettings } from '#store/settings'
import type { Command } from '../cli.ts'
import { openHouse, type OpenHouse } from '../open-house.ts'
import type { Out } from './out.ts'

export const command: Command = {
  line: '核对数字或操作记录 verify figures, or the audit',
  help: `用法 Usage: npx niangjia verify [--audit]

从记录重新计算每一个汇总数并逐个比较；系统可以正在运行。有一处不同就以 1 退出。
Counts every roll-up anew from the records and compares; the system may be running. Exits with 1 at any difference.

  --audit   检查操作记录的链条，指出第一处被改动的  check the audit's chain and name the first bad row`,
  options: { audit: { type: 'boolean' } },

  async run({ values }, out) {
    const open = await openHouse(readSettings(process.env, process.cwd()), { join: true })
    try {
      return values.audit ? await audit(open, out) : await figures(open, out)
    } finally {
      await open.stop()
    }
  },
}

async function figures({ asOwner, house }: OpenHouse, out: Out): Promise<number> {
  out.progress(0, 1, '核对 verifying')
  const { cells, ...verdict } = await asOwner(owner => verifyFigures(owner))
  out.say(
    `比较了 ${verdict.sums} 个汇总数、${verdict.persons} 个人数，${verdict.wrong} 处不同 (compared; ${verdict.wrong} differ)`,
  )
  for (const { unit, ind, period, kept, counted } of cells) {
    const named = house.book.named(ind)
    out.say(`  #${unit} ${named?.key ?? ind}${named?.slice ? ` ${named.slice}` : ''} ${period}: ${kept} ≠ ${counted}`)
  }
  out.tell({ ...verdict, cells })
  return verdict.wrong === 0 ? 0 : 1
}

async function audit({ db, house }: OpenHouse, out: Out): Promise<number> {
  const { lines, open, bad } = await verifyAudit(db, house.secrets.mac)
  out.tell({ lines, open, bad: bad ?? null })
  if (!bad) {
    out.say(
      `操作记录完好：${lines} 条已连成链，${open} 条待连 (${lines} rows sealed, ${open} waiting; nothing was changed)`,
    )
    return 0
  }
  const faults = {
    changed: '内容被改过 was changed',
    missing: '前面少了一条 a row before it is missing',
    'out-of-order': '顺序被改过 is out of order',
  }
  out.say(`操作记录被动过：第 ${bad.seq ?? '—'} 条 ${bad.id} ${faults[bad.fault]}`)
  return 1
}
