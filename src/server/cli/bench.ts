import type { Command } from '../cli.ts'

export const command: Command = {
  line: '测量速度 measure how fast it is',
  help: `用法 Usage: npx niangjia bench [--measures 1m|10m] [--part database|http|import]

在一个临时数据库里测量设计的十四个目标，并和同一次运行里的基线比较。一百万约三分钟，一千万约半小时。
Measures the fourteen goals of the design on a throw-away database, beside baselines of the same run. The second part starts the real server and drives its HTTP API with the work
two other products were measured on (docs in bench/http-goals.ts): 第二部分启动真正的服务，用另外两个产品做过的同样的活来量。
The third imports a register of 100,000 rows through the real server. 第三部分让真正的服务导入十万行台账。`,
  options: { measures: { type: 'string' }, part: { type: 'string' } },

  async run({ values }, out) {
    const measures = String(values.measures ?? '1m').toLowerCase()
    if (measures !== '1m' && measures !== '10m') throw new Error('--measures 请写 1m 或 10m (say 1m or 10m)')
    const part = values.part === undefined ? undefined : String(values.part)
    if (part !== undefined && !['database', 'http', 'import'].includes(part))
      throw new Error('--part 请写 database、http 或 import (say database, http or import)')
    const onPart = (line: string) => out.say(`… ${line}`)
    const { bench, told } = await import('../../../bench/bench.ts')
    const { benchHttp } = await import('../../../bench/http.ts')
    const { benchImport } = await import('../../../bench/import.ts')
    const wants = (name: string) => part === undefined || part === name
    const reports = [
      ...(wants('database') ? [await bench({ measures, onPart })] : []),
      ...(wants('http') ? [await benchHttp({ onPart })] : []),
      ...(wants('import') ? [await benchImport({ onPart })] : []),
    ]
    for (const report of reports) {
      out.say(told(report))
      out.tell(report)
    }
    return reports.every(report => report.goals.every(goal => goal.met)) ? 0 : 1
  },
}
