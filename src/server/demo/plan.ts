/**
 * What a demonstration federation did from 2021 to 2025: sums to come out exactly. The plans say where a sum was published (report
 * and catalogue entry); sums without a source are invented to make the house look lived in.
 */
export type WorkPlan = {
  readonly programme: string
  /** How many records. Activities lie where work lies, more in some places than in others; everything else evenly over its units. */
  readonly count: number
  /** Titles of what was done; names of places and things, which have the unit's name before them. */
  readonly titles?: readonly string[]
  /** Sums over all records, by field. */
  readonly sums?: Readonly<Record<string, number>>
  /** Answers that vary: drawn for activities, in turn for everything else. */
  readonly picks?: Readonly<Record<string, readonly unknown[]>>
  /** Fields that name somebody invented. */
  readonly persons?: readonly string[]
  readonly levels?: readonly number[]
  /** From the first to before the second of its units only: two plans of one programme must not meet where there is one seat. */
  readonly among?: readonly [number, number]
  /** Only at units whose chair has no account of the demonstration: those have theirs already. */
  readonly unseated?: true
  readonly span?: { readonly from: string; readonly to: string }
}

/** What is stated and not counted; at the root. */
export type SaidPlan = {
  readonly indicator: string
  readonly unit: string
  readonly value: number
  readonly to?: string
}

export type DemoPlan = {
  readonly root: string
  readonly work: readonly WorkPlan[]
  readonly said: readonly SaidPlan[]
  /** This year's work, outside the five years, so that today's pages have something to show. */
  readonly recent: readonly WorkPlan[]
  /** Communities founded since the tree was drawn up. */
  readonly founded?: number
  /** What programmes are called there. */
  readonly brands?: Readonly<Record<string, string>>
}

export const settings = ['village', 'village', 'village', 'community', 'community', 'school', 'enterprise', 'organ']

export const lately: readonly WorkPlan[] = [
  {
    programme: 'lectures',
    count: 1_205,
    titles: ['巾帼大宣讲', '新春宣讲进村', '三八节宣讲'],
    sums: { attended: 48_000, online: 61_000 },
    picks: { form: ['report', 'talk', 'mass'], setting: settings },
  },
  {
    programme: 'law-lectures',
    count: 960,
    titles: ['妇女权益保障法宣讲', '反家庭暴力法进村'],
    sums: { attended: 52_000 },
    picks: { laws: [['womens-rights'], ['domestic-violence']], channel: ['on-site'] },
  },
  {
    programme: 'reading-activities',
    count: 240,
    titles: ['亲子共读', '暑期亲子阅读'],
    sums: { attended: 9_600, familyVisits: 4_100, children: 4_900 },
    picks: {},
    levels: [3, 4, 5],
  },
]
