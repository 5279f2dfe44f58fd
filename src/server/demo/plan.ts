/**
 * What the demonstration federation did from 2021 to 2025: sums to come out exactly. `source` says where a sum was published
 * (report and catalogue entry); sums without one are invented to make the house look lived in.
 */
export type SessionPlan = {
  readonly programme: string
  readonly count: number
  readonly titles: readonly string[]
  /** Sums over all sessions, by field. */
  readonly sums: Readonly<Record<string, number>>
  /** Answers that vary, each session picks one. */
  readonly picks: Readonly<Record<string, readonly unknown[]>>
  readonly levels?: readonly number[]
}
export type VenuePlan = {
  readonly programme: string
  readonly count: number
  readonly levels: readonly number[]
  readonly name: string
  readonly fields: Readonly<Record<string, readonly unknown[]>>
  readonly person?: readonly string[]
}
export type DemoPlan = {
  readonly root: string
  readonly sessions: readonly SessionPlan[]
  readonly venues: readonly VenuePlan[]
  /** This year's work, outside the five years, so that today's pages have something to show. */
  readonly recent: readonly SessionPlan[]
}

const settings = ['village', 'village', 'village', 'community', 'community', 'school', 'enterprise', 'organ']

/** Report 000, Jilin province: 38,464 and over 10,000 sessions (B5, B6), 105 with 66 universities, 2.42 m and 5,500 (C3), 4,012 (D8), 206 (D22), 67 (F3), 37,000 with 6.25 m (E19). */
export const jilin: DemoPlan = {
  root: '22',
  sessions: [
    {
      programme: 'lectures',
      count: 38_464,
      titles: ['巾帼心向党宣讲', '礼赞新中国宣讲', '矢志跟党走宣讲', '我和祖国共奋进宣讲'],
      sums: { attended: 1_640_000 },
      picks: { form: ['mass'], setting: settings },
    },
    {
      programme: 'lectures',
      count: 10_126,
      titles: ['巾帼大宣讲报告会', '巾帼大宣讲座谈会', '进村宣讲座谈'],
      sums: { attended: 512_000, online: 860_000 },
      picks: { form: ['report', 'talk', 'talk'], setting: settings, byLeader: [false, false, false, false, true] },
    },
    {
      programme: 'law-lectures',
      count: 37_000,
      titles: ['妇女权益保障法宣讲', '反家庭暴力法进村', '民法典婚姻家庭编讲座', '普法赶大集'],
      sums: { attended: 6_250_000 },
      picks: {
        laws: [
          ['womens-rights'],
          ['domestic-violence'],
          ['civil-code'],
          ['womens-rights', 'domestic-violence'],
          ['constitution', 'civil-code'],
        ],
        channel: ['on-site', 'on-site', 'on-site', 'media', 'online'],
      },
    },
    {
      programme: 'job-fairs',
      count: 105,
      titles: ['女大学生专场宣讲招聘', '校园女性专场招聘会'],
      sums: { attended: 31_500, online: 2_420_000, intentions: 5_500, newUniversities: 66 },
      picks: { kind: ['series'] },
      levels: [1, 2, 3],
    },
    {
      programme: 'family-stories',
      count: 4_012,
      titles: ['家风故事分享会', '讲讲我家的故事', '好家风分享会'],
      sums: { attended: 148_000 },
      picks: { theme: ['filial', 'thrift', 'learning', 'red', 'neighbours'] },
    },
    {
      programme: 'reading-activities',
      count: 1_860,
      titles: ['亲子共读', '周末亲子阅读', '同读一本书'],
      sums: { attended: 74_400, familyVisits: 33_000, children: 38_200 },
      picks: {},
      levels: [3, 4, 5],
    },
    {
      programme: 'culture',
      count: 2_640,
      titles: ['广场舞展演', '剪纸活动', '三八文艺汇演', '秧歌赛'],
      sums: { attended: 211_000 },
      picks: { kind: ['performance', 'contest', 'festival', 'craft', 'sport'] },
    },
  ],
  venues: [
    {
      programme: 'reading-bases',
      count: 206,
      levels: [3, 4, 5],
      name: '亲子阅读基地',
      fields: { kind: ['base'], rank: ['province'] },
    },
    { programme: 'love-stations', count: 67, levels: [3, 4, 5], name: '爱心妈妈驿站', fields: {} },
    { programme: 'womens-homes', count: 2_400, levels: [5], name: '妇女之家', fields: {} },
    {
      programme: 'micro-homes',
      count: 600,
      levels: [5],
      name: '妇女微家',
      fields: {
        kind: ['household', 'courtyard', 'shop', 'interest', 'online'],
        founderLevel: ['village', 'village', 'township', 'county'],
      },
      person: ['head', 'contact'],
    },
  ],
  recent: [
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
  ],
}
