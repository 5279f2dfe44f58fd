import type { Command } from '../cli.ts'

export const command: Command = {
  line: '测量速度 measure how fast it is',
  help: `用法 Usage: npx niangjia bench [--measures 1m|10m]

在一个临时数据库里测量设计的十四个目标，并和同一次运行里的基线比较。一百万约三分钟，一千万约半小时。
Measures the fourteen goals of the design on a throw-away database, beside baselines of the same run.`,
  options: { measures: { type: 'string' } },

  async run({ values }, out) {
    const measures = String(values.measures ?? '1m').toLowerCase()
    if (measures !== '1m' && measures !== '10m') throw new Error('--measures 请写 1m 或 10m (say 1m or 10m)')
    const { bench, told } = await import('../../../bench/bench.ts')
    const report = await bench({ measures, onPart: part => out.say(`… ${part}`) })
    out.say(told(report))
    out.tell(report)
    return report.goals.every(goal => goal.met) ? 0 : 1
  },
}
