import { lately, settings, type DemoPlan } from '../plan.ts'

/** Report 001, Yanbian: A6 leadership, A9 4,208 and 18,766, A18, A19, H3, A22 453, A23 52, B6 3,795, B10 3,600, B12 3,436, B18, D2 64, D6, D9, D11, D17 8, D22 7 and 44, D28 1,559. */
// biome-ignore format: one line each
export const yanbian: DemoPlan = {
  root: '2224',
  work: [
    { programme: 'leadership', count: 8 + 118 + 1_525 - 3, levels: [3, 4, 5], unseated: true, persons: ['person'], picks: { post: ['chair'] } },
    { programme: 'leadership', count: 2, levels: [2], persons: ['person'], picks: { post: ['vice-full'] } },
    { programme: 'leadership', count: 4, levels: [2], persons: ['person'], picks: { post: ['vice-part'] } },
    { programme: 'leadership', count: 1, levels: [2], persons: ['person'], picks: { post: ['vice-seconded'] } },
    { programme: 'leadership', count: 8, levels: [3], persons: ['person'], picks: { post: ['vice-seconded'] } },
    { programme: 'leadership', count: 19, levels: [3], persons: ['person'], picks: { post: ['vice-part'] } },
    // half of the 5,856 in leadership at the end of 2025 come from the front line
    { programme: 'leadership', count: 2_928, levels: [5], persons: ['person'], picks: { post: ['vice-full'], frontLine: [true] } },
    { programme: 'leadership', count: 1_246, levels: [5], persons: ['person'], picks: { post: ['vice-full'], frontLine: [false] } },
    { programme: 'executives', count: 18_766, levels: [4, 5], persons: ['person'], picks: { sector: ['farming', 'trade', 'education', 'health', 'village'] } },
    { programme: 'reform-steps', count: 8, levels: [3], sums: { should: 1_051, done: 1_051 }, picks: { kind: ['conversion'] } },
    { programme: 'reform-steps', count: 8, levels: [3], sums: { should: 118, done: 118 }, picks: { kind: ['regional'] } },
    { programme: 'reform-steps', count: 8, levels: [3], sums: { should: 8, done: 8 }, picks: { kind: ['institution'] } },
    { programme: 'reform-steps', count: 1, levels: [2], sums: { should: 1, done: 1 }, picks: { kind: ['institution'] } },
    { programme: 'group-members', count: 52, levels: [2, 3], titles: ['女企业家协会', '女职工委员会', '巾帼志愿者协会'], sums: { women: 64_000 }, picks: { kind: ['association', 'workers', 'social'] } },
    { programme: 'social-organisations', count: 453, levels: [3], titles: ['姐妹互助会', '巧手协会', '金达莱合唱团'], picks: { kind: ['service', 'members'], hasBody: [false, true] } },
    { programme: 'commentators', count: 1_000, levels: [3], persons: ['person'], picks: { role: ['publicist', 'commentator'] } },
    { programme: 'lectures', count: 3_795, titles: ['金达莱巾帼宣讲', '进村宣讲', '报告会'], sums: { attended: 168_000 }, picks: { form: ['report', 'talk'], setting: settings } },
    { programme: 'culture', count: 3_600, titles: ['朝鲜族舞蹈展演', '邻里文化节', '三八文艺汇演'], sums: { attended: 294_000 }, picks: { kind: ['performance', 'festival', 'contest', 'craft'] } },
    { programme: 'honours', count: 120, levels: [2, 3], titles: ['金达莱女性'], sums: { number: 3_436 }, picks: { award: ['role-model'], rank: ['prefecture', 'county'] } },
    { programme: 'family-honours', count: 64, levels: [3], titles: ['最美家庭'], sums: { number: 64 }, picks: { award: ['most-beautiful'], rank: ['province', 'province', 'national'] } },
    { programme: 'family-honours', count: 240, levels: [3], titles: ['干净人家'], sums: { number: 70_420 }, picks: { award: ['clean'], rank: ['county'] } },
    { programme: 'family-works', count: 60, levels: [3], titles: ['家风家训征集'], sums: { number: 10_080 }, picks: { kind: ['precepts'], channels: [['print']] } },
    { programme: 'family-bases', count: 1, levels: [2], titles: ['家庭主题公园'], sums: { money: 100_000_000 }, picks: { kind: ['park'], rank: ['province'] } },
    { programme: 'documents', count: 1, levels: [2], titles: ['家庭教育工作五年规划'], picks: { kind: ['five-year'], departments: [8] } },
    { programme: 'parent-schools', count: 1_559, levels: [4, 5], titles: ['家长学校'], picks: { kind: ['parent-school'], host: ['school', 'community'] } },
    { programme: 'reading-bases', count: 7, levels: [3], titles: ['亲子阅读示范基地'], picks: { kind: ['demo'], rank: ['province'] } },
    { programme: 'reading-bases', count: 44, levels: [3, 4], titles: ['同悦书香她空间'], picks: { kind: ['her-space'], rank: ['province', 'prefecture'] } },
  ],
  said: [
    { indicator: 'reformLevels', unit: '级', value: 2 },
    { indicator: 'leaderLevels', unit: '级', value: 2 },
    { indicator: 'leadersPlace', unit: '位次', value: 1 },
    { indicator: 'socialPlace', unit: '位次', value: 1 },
    { indicator: 'practicePlace', unit: '位次', value: 1 },
    { indicator: 'practicePlace', unit: '位次', value: 1, to: '2023-12-31' },
  ],
  recent: lately,
  brands: { culture: '金达莱文化行' },
}
