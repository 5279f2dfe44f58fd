import { programmes } from './all.ts'
import named from './systems.json' with { type: 'json' }
import { wordsFor } from './words.ts'

/** The 217 entries of the catalogue of systems by id (A1 … H19), each with its Chinese and English name. */
export const systemNames: Readonly<Record<string, { readonly zh: string; readonly en: string }>> = named

/** Every entry of the catalogue, in its order. */
export const systems: readonly string[] = Object.keys(systemNames)

/** The programmes an entry of the catalogue lives in; none when it is not built yet. */
export const programmesOf = (system: string): string[] =>
  programmes.filter(programme => programme.systems.includes(system)).map(programme => programme.id)

/**
 * Entries that are no programme: the house itself does them. Where it does, and the journey that proves it.
 * A1 the tree; D17 and H17 reports and reviews; H4 figures.
 */
const houseItself: Readonly<
  Record<string, { readonly where: string; readonly screen: string; readonly journey: string }>
> = {
  A1: { where: '组织树 units', screen: '/units', journey: 'journeys/posts.test.ts' },
  H17: { where: '五年综述 reviews', screen: '/reports', journey: 'journeys/reviews.test.ts' },
}

/** The journeys that carry each way of working through the real house. */
const proofs: Readonly<Record<string, string>> = {
  activity: 'journeys/orders.test.ts',
  register: 'journeys/posts.test.ts',
  venue: 'journeys/settings.test.ts',
  statement: 'journeys/old-reports.test.ts',
  task: 'journeys/tasks.test.ts',
  enrolment: 'journeys/classes.test.ts',
  pairing: 'journeys/pairs.test.ts',
  selection: 'journeys/selections.test.ts',
  meeting: 'journeys/meetings.test.ts',
  document: 'journeys/documents.test.ts',
  letter: 'journeys/documents.test.ts',
  publication: 'journeys/publications.test.ts',
}

/** Entries with a journey of their own besides those of their way of working. */
const ownProofs: Readonly<Record<string, string>> = {
  A10: 'journeys/duties.test.ts',
  B17: 'journeys/publications.test.ts',
  B18: 'journeys/publications.test.ts',
  D2: 'stories/flows.test.ts',
  H1: 'stories/flows.test.ts',
}

/** Where an entry lives: a programme and the page of its list, or a part of the house. */
type Home = { readonly name: string; readonly programme?: string; readonly pattern?: string; readonly screen: string }
type Entry = {
  readonly id: string
  readonly homes: readonly Home[]
  /** The names of its indicators, each with its unit of count. */
  readonly indicators: readonly string[]
  /** The journeys that prove it, files of this project. */
  readonly proofs: readonly string[]
}

/** Where every entry of the catalogue lives. */
export function catalogue(): Entry[] {
  return systems.map(id => {
    const homes = programmes.filter(programme => programme.systems.includes(id))
    const own = houseItself[id]
    return {
      id,
      homes: [
        ...homes.map(each => ({
          name: wordsFor(each, 'zh').name,
          programme: each.id,
          pattern: each.pattern.name,
          screen: `/records?programme=${each.id}`,
        })),
        ...(own ? [{ name: own.where, screen: own.screen }] : []),
      ],
      indicators: programmes.flatMap(programme =>
        Object.entries(programme.indicators)
          .filter(([, indicator]) => indicator.system === id)
          .map(([name, { unit }]) => `${wordsFor(programme, 'zh').indicators[name]?.name}（${unit}）`),
      ),
      proofs: [
        ...new Set(
          [ownProofs[id], own?.journey, ...homes.map(each => proofs[each.pattern.name])].filter(
            each => each !== undefined,
          ),
        ),
      ],
    }
  })
}

const domains = {
  A: '组织建设 Organisation',
  B: '思想政治引领与宣传 Thought leadership and publicity',
  C: '服务发展 Development',
  D: '家庭家教家风 Family',
  E: '维权与普法 Rights protection and law',
  F: '关爱与民生 Care and livelihood',
  G: '发展规划指标与监测 Development-plan indicators',
  H: '改革、治理、监督与报告 Reform, governance, reporting',
} as const

/** docs/catalogue.md: every entry with its home, and which have none yet. */
export function cataloguePage(): string {
  const entries = catalogue()
  const parts = Object.entries(domains).map(([domain, name]) => {
    const these = entries.filter(({ id }) => id.startsWith(domain))
    const done = these.filter(({ homes }) => homes.length > 0).length
    const rows = these.map(({ id, homes, indicators, proofs: proved }) => {
      const { zh, en } = systemNames[id] ?? { zh: '', en: '' }
      const lives = homes.map(({ name, programme, pattern, screen }) =>
        [name, programme && `\`${programme}\` ${pattern}`, `\`${screen}\``].filter(Boolean).join(' '),
      )
      const run = proved.map(each => `\`${each}\``).join('<br>')
      const state = homes.length > 0 ? '能用 works' : '—'
      return `| ${id} | ${zh}<br>${en} | ${lives.join('<br>') || '—'} | ${indicators.join('、')} | ${run} | ${state} |`
    })
    return `## ${domain} ${name}: ${done} / ${these.length}\n\n| | 系统 System | 在哪里 Home, screen | 数字 Indicators | 证明 Proof | 状态 State |\n|---|---|---|---|---|---|\n${rows.join('\n')}\n`
  })
  const all = entries.filter(({ homes }) => homes.length > 0).length
  return `${head(all, entries.length)}\n${parts.join('\n')}`
}

const head = (done: number, all: number) => `# 系统目录 Catalogue of systems

由声明生成，请不要手改：\`node bin/make-catalogue.mjs\`。Made from the declarations by \`node bin/make-catalogue.mjs\`.

${all} 个系统，${done} 个已经有了家；“—”是还没有做的。每一处的访问规则、表格导入导出和随机更正另由 \`journeys/access.test.ts\`、\`journeys/registers.test.ts\`、\`laws.test.ts\` 逐个证明。
Of ${all} systems ${done} have a home; “—” is not built yet. Access, workbooks in and out, and random corrections of every
programme are proved one by one by \`journeys/access.test.ts\`, \`journeys/registers.test.ts\` and \`laws.test.ts\`.
`
