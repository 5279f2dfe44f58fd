import { lately, settings, type DemoPlan } from '../plan.ts'

/** Report 002, Jilin City: A5 2, A6 8, 9, 18, A7 8, 3, 96, 43, A8 committees, A9 319, A14 6 and 42, A20 39, A22 275, 22, 10, A28 70, A29 2,633, D10 80, D22 3, D23 500. */
// biome-ignore format: one line each
export const jilinCity: DemoPlan = {
  root: '2202',
  work: [
    { programme: 'leadership', count: 3, levels: [3], unseated: true, among: [0, 5], persons: ['person'], picks: { post: ['chair'], concurrent: [['party-committee']] } },
    { programme: 'leadership', count: 5, levels: [3], unseated: true, among: [5, 11], persons: ['person'], picks: { post: ['chair'] } },
    { programme: 'leadership', count: 43, levels: [4], unseated: true, among: [0, 60], persons: ['person'], picks: { post: ['chair'], concurrent: [['party-committee']] } },
    { programme: 'leadership', count: 53, levels: [4], unseated: true, among: [60, 149], persons: ['person'], picks: { post: ['chair'] } },
    { programme: 'leadership', count: 8, levels: [3], persons: ['person'], picks: { post: ['vice-full'] } },
    { programme: 'leadership', count: 9, levels: [3], persons: ['person'], picks: { post: ['vice-seconded'] } },
    { programme: 'leadership', count: 18, levels: [3], persons: ['person'], picks: { post: ['vice-part'] } },
    { programme: 'leadership', count: 2, levels: [3], persons: ['person'], picks: { post: ['vice-full'], until: ['2024-03-20'], ending: ['two-terms'] }, span: { from: '2014-01-01', to: '2014-06-30' } },
    { programme: 'executives', count: 319, levels: [3], persons: ['person'], picks: { sector: ['education', 'health', 'trade', 'law'] } },
    { programme: 'committee-women', count: 12, levels: [3], sums: { members: 4_946, women: 1_678, secretaries: 133, directors: 143, both: 130 }, picks: { committee: ['village'], hasWoman: [true] } },
    { programme: 'committee-women', count: 12, levels: [3], sums: { members: 5_870, women: 3_272, secretaries: 245, directors: 255 }, picks: { committee: ['community'], hasWoman: [true] } },
    { programme: 'social-organisations', count: 243, levels: [3], titles: ['姐妹志愿服务队', '巧娘协会'], picks: { kind: ['service', 'members'], hasBody: [true] } },
    { programme: 'social-organisations', count: 22, levels: [3], titles: ['家庭服务中心'], picks: { kind: ['service'], hasBody: [true], brought: ['incubating', 'graduated'] } },
    { programme: 'social-organisations', count: 10, levels: [2], titles: ['女性社会组织'], picks: { kind: ['members'], hasBody: [true], cityRegistered: [true] } },
    { programme: 'new-fields', count: 39, levels: [3], titles: ['园区妇联', '企业妇联'], sums: { women: 5_200 }, picks: { area: ['new-economy'], how: ['alone', 'joint'], hasBody: [true] } },
    { programme: 'micro-homes', count: 2_633, levels: [5], titles: ['妇女微家'], persons: ['head', 'contact'], picks: { kind: ['household', 'courtyard', 'shop', 'interest'], founderLevel: ['village', 'village', 'township', 'county'] } },
    { programme: 'executive-lecturers', count: 6, levels: [2, 3], persons: ['person'], picks: { group: ['执委讲师团'], role: ['head'] } },
    { programme: 'lectures', count: 42, titles: ['执委大讲堂'], sums: { attended: 2_900 }, picks: { form: ['talk'], setting: settings, series: [['executives-hall']] } },
    { programme: 'model-homes', count: 12, levels: [3], titles: ['示范妇女之家'], sums: { number: 70 }, picks: { award: ['model-home'], rank: ['prefecture'] } },
    { programme: 'reading-activities', count: 512, titles: ['亲子共读', '周末亲子阅读'], sums: { attended: 21_000, familyVisits: 8_800, children: 9_900 } },
    { programme: 'family-education', count: 84, titles: ['家风家教巡展'], sums: { attended: 12_400 }, picks: { kind: ['tour'] } },
    { programme: 'reading-bases', count: 3, levels: [4], titles: ['小学亲子阅读体验基地'], picks: { kind: ['experience'], rank: ['county'], hostSchool: [true] } },
  ],
  said: [
    { indicator: 'termLimit', unit: '届', value: 2 },
    { indicator: 'federations', unit: '个', value: 9 },
    { indicator: 'microHomeLevels', unit: '级', value: 3 },
    { indicator: 'microHomeContacts', unit: '人', value: 1 },
    { indicator: 'dutyTrainings', unit: '次', value: 1 },
    { indicator: 'dutyStudies', unit: '次', value: 1 },
    { indicator: 'dutyReports', unit: '份', value: 1 },
    { indicator: 'dutyTies', unit: '个', value: 1 },
    { indicator: 'dutyLectures', unit: '次', value: 1 },
  ],
  recent: lately,
  brands: { 'family-education': '江城家长慧' },
}
