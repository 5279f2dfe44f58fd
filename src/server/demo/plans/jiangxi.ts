import { lately, settings, type DemoPlan } from '../plan.ts'

/** Up to nine groups to a village. */
const groups = [...'一二三四五六七八九十'].map(no => `第${no}小组`)

/** Report 003, Jiangxi: A17 185,000, A20 8,178, A23 270 and 3.34 m, A24 14, A26 with A29 25,000, B6 30,000, B17, D2 337,000, D6 7.07 m, D13 100, D28 7,999, H8, H13, H15. */
// biome-ignore format: one line each
export const jiangxi: DemoPlan = {
  root: '36',
  work: [
    { programme: 'group-leaders', count: 185_000, levels: [5], persons: ['person'], picks: { group: groups, isExecutive: [true] } },
    { programme: 'establishment', count: 100, levels: [3], sums: { seats: 185_000 }, picks: { post: ['group-leader'] } },
    { programme: 'new-fields', count: 8_178, levels: [3, 4], titles: ['园区妇联', '商会妇联'], sums: { women: 402_000 }, picks: { area: ['new-economy', 'new-social'], how: ['joint', 'alone'], hasBody: [true] } },
    { programme: 'group-members', count: 274, levels: [2, 3], titles: ['女企业家协会', '女职工委员会'], sums: { women: 3_340_000 }, picks: { kind: ['association', 'workers'] } },
    { programme: 'associations', count: 14, levels: [2, 3], titles: ['女科技工作者协会分会'], picks: { of: ['scientists'], kind: ['branch'], host: ['university', 'institute'] } },
    { programme: 'womens-homes', count: 17_000, levels: [5], titles: ['妇女之家'] },
    { programme: 'micro-homes', count: 8_000, levels: [5], titles: ['妇女微家'], persons: ['head', 'contact'], picks: { kind: ['household', 'courtyard'], founderLevel: ['village', 'township'] } },
    { programme: 'lectures', count: 30_400, titles: ['赣鄱红色娘子军宣讲', '巾帼宣讲进村'], sums: { attended: 1_420_000, online: 2_600_000 }, picks: { form: ['report', 'talk'], setting: settings } },
    { programme: 'accounts', count: 1, levels: [1], titles: ['女性网'], picks: { kind: ['site'] } },
    { programme: 'accounts', count: 2, levels: [1], titles: ['官方公众账号'], picks: { kind: ['wechat', 'weibo'] } },
    { programme: 'accounts', count: 3, levels: [1], titles: ['官方号'], picks: { kind: ['video', 'headline', 'video'] } },
    { programme: 'accounts', count: 1, levels: [1], titles: ['客户端'], picks: { kind: ['app'] } },
    { programme: 'accounts', count: 160, levels: [2, 3, 4], titles: ['姐妹工作群'], picks: { kind: ['group'] } },
    { programme: 'parent-schools', count: 7_999, levels: [3, 4, 5], titles: ['家长学校', '家庭教育指导服务站'], picks: { kind: ['parent-school', 'station'] } },
    { programme: 'family-honours', count: 600, levels: [2, 3], titles: ['最美家庭'], sums: { number: 337_000 }, picks: { award: ['most-beautiful'], rank: ['county', 'prefecture'] } },
    { programme: 'family-honours', count: 500, levels: [3], titles: ['清洁家庭'], sums: { number: 7_070_000 }, picks: { award: ['clean'], rank: ['county'] } },
    { programme: 'weddings', count: 100, levels: [3], titles: ['不要彩礼要幸福集体婚礼'], sums: { attended: 9_800, couples: 2_640 }, picks: { kind: ['wedding'] } },
    { programme: 'practical-items', count: 10, levels: [1], titles: ['民生实事'], picks: { rank: ['province'], year: [2023] } },
    { programme: 'federation-honours', count: 1, levels: [1], titles: ['党建“三化”建设试点'], sums: { number: 6 }, picks: { award: ['pilot'], rank: ['province'] } },
  ],
  said: [
    { indicator: 'topCases', unit: '个', value: 10 },
    { indicator: 'assessmentYears', unit: '年', value: 5 },
    { indicator: 'assessmentGrade', unit: '等次', value: 1 },
    { indicator: 'practices.entrants', unit: '个', value: 151 },
  ],
  recent: lately,
  brands: { lectures: '赣鄱红色娘子军宣讲' },
}
