// The traps the catalogue names in its entries ("Mind"): counts that look alike and are not, each kept apart by its declaration.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { rehearse } from '#language/rehearse'
import { programmes } from './all.ts'
import { lectures } from './lectures.ts'

const indicators = programmes.flatMap(programme =>
  Object.entries(programme.indicators).map(([name, of]) => ({ key: `${programme.id}.${name}`, of })),
)
const of = (key: string) => {
  const found = indicators.find(each => each.key === key)
  assert.ok(found, key)
  return found.of
}
const units = (keys: Record<string, string>) =>
  assert.deepEqual(Object.fromEntries(Object.keys(keys).map(key => [key, of(key).unit])), keys)

test('what is counted in another unit is another indicator', () => {
  units({
    'lecture-groups.groups': '个', // A14 groups and sessions
    'lectures.sessions': '场',
    'new-fields.founded': '个', // A20 bodies, firms, and the women in them
    'new-fields.foundedFirms': '家',
    'new-fields.women': '人',
    'volunteering.sessions': '场', // A32 sessions, who took part, how often
    'volunteering.participants': '人',
    'volunteering.served': '人次',
    'honours.redBanner': '人', // B13 persons, collectives
    'honours.redBannerCollectives': '个',
    'accounts.accounts': '个', // B17 accounts and what they publish
    'articles.articles': '篇',
    'family-honours.mostBeautiful': '户', // D2 households
    'parent-schools.schools': '所', // D28 schools, centres and stations
    'parent-schools.centres': '个',
  })
})

test('nothing adds up what is of different kinds: posts, categories that overlap, persons and person-times', () => {
  const sums = indicators.filter(each => each.of.kind === 'total')
  for (const { key, of: sum } of sums) {
    const parts = (sum.parts ?? []).map(part => of(part.includes('.') ? part : `${key.split('.')[0]}.${part}`))
    assert.deepEqual([...new Set(parts.map(part => part.unit))], [sum.unit], key)
    assert.ok(!parts.some(part => part.kind === 'persons'), `${key} adds distinct persons`)
  }
  // A9 chairs, vice-chairs and executives; A8 secretaries, directors and both at once: no sum holds any of them
  const apart = /^(leadership|executives|committee-women)\./
  assert.deepEqual(
    sums.filter(({ key }) => apart.test(key)).map(({ key }) => key),
    [],
  )
})

test('A26: the homes, the micro-homes, and both together', () => {
  const both = of('womens-homes.homesAndMicroHomes')
  assert.deepEqual([both.kind, both.parts], ['total', ['homes', 'micro-homes.homes']])
})

test('B5, B6: one session under several tags is one session, and its audience are person-times unless they are named', () => {
  const one = rehearse(lectures)
  const named = ['0198a1c2-0000-7000-8000-000000000001', '0198a1c2-0000-7000-8000-000000000002']
  one.do('record', {
    ...{ title: '巾帼心向党报告会', day: '2026-03-08', attended: 500, setting: 'village', form: 'report' },
    ...{ series: ['hearts', 'new-era-hall'], people: named },
  })
  assert.deepEqual(
    ['sessions', 'meetings', 'hearts', 'newEraHall', 'attendances', 'people', 'activity.sessions'].map(name =>
      one.counted(name),
    ),
    [1, 1, 1, 1, 500, 2, 1],
  )
})

test('D5: plates that hang today, not all that were ever given; D2: the two highest ranks are a part, not a second sum', () => {
  assert.equal(of('family-honours.courtyards').kind, 'stock')
  assert.deepEqual(of('family-honours.mostBeautifulTop').where, {
    award: 'most-beautiful',
    rank: ['national', 'province'],
  })
})
