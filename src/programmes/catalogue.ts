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
const houseItself: Readonly<Record<string, { readonly where: string; readonly journey: string }>> = {
  A1: { where: '组织树 units', journey: 'journeys/posts.test.ts' },
  H17: { where: '五年综述 reviews', journey: 'journeys/reviews.test.ts' },
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

type Entry = {
  readonly id: string
  readonly homes: readonly string[]
  readonly indicators: number
  readonly proof: string
}

/** Where every entry of the catalogue lives. */
export function catalogue(): Entry[] {
  return systems.map(id => {
    const homes = programmes.filter(programme => programme.systems.includes(id))
    const indicators = programmes
      .flatMap(programme => Object.values(programme.indicators))
      .filter(indicator => indicator.system === id).length
    const own = houseItself[id]
    return {
      id,
      homes: [
        ...homes.map(each => `${wordsFor(each, 'zh').name} \`${each.id}\` (${each.pattern.name})`),
        ...(own ? [own.where] : []),
      ],
      indicators,
      proof: own?.journey ?? homes.map(each => proofs[each.pattern.name] ?? '').find(Boolean) ?? '',
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
    const rows = these.map(({ id, homes, indicators, proof }) => {
      const { zh, en } = systemNames[id] ?? { zh: '', en: '' }
      return `| ${id} | ${zh}<br>${en} | ${homes.join('<br>') || '—'} | ${indicators || ''} | ${proof} |`
    })
    return `## ${domain} ${name}: ${done} / ${these.length}\n\n| | 系统 System | 在哪里 Home | 数字 Figures | 证明 Proof |\n|---|---|---|---|---|\n${rows.join('\n')}\n`
  })
  const all = entries.filter(({ homes }) => homes.length > 0).length
  return `${head(all, entries.length)}\n${parts.join('\n')}`
}

const head = (done: number, all: number) => `# 系统目录 Catalogue of systems

由声明生成，请不要手改：\`node bin/make-catalogue.mjs\`。Made from the declarations by \`node bin/make-catalogue.mjs\`.

${all} 个系统，${done} 个已经有了家；“—”是还没有做的。Of ${all} systems ${done} have a home; “—” is not built yet.
`
