import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { Problem } from '#base/problem'
import { placed, scoreOf } from '#base/scores'
import { rehearse } from '#language/rehearse'
import { familyHonours } from '#programmes/family-honours'

const id = (n: number) => `0198a1c2-0000-7000-8000-00000000000${n}`
const [mother, judge, other] = [id(1), id(2), id(3)]
const nomination = { name: '甲家', award: 'most-beautiful', edition: '2026', by: 'self', people: [mother] }
const rule = (outcome: unknown) =>
  outcome instanceof Problem
    ? ((outcome.details.issues as { rule: string }[] | undefined)?.[0]?.rule ?? outcome.code)
    : outcome

/** Put forward and found eligible on a Monday before the National Day week. */
function eligible() {
  const it = rehearse(familyHonours)
  assert.deepEqual(it.do('nominate', nomination, {}, { day: '2026-09-21' }), ['nominated'])
  assert.deepEqual(it.do('vet', { on: '2026-09-22', eligible: true }), ['vetted'])
  return it
}

test('from self-nomination to certificate: the public notice is counted in working days, over the holidays', () => {
  const it = eligible()
  it.do('notice', { from: '2026-09-24', where: '村务公开栏' })
  // 25 to 27 September and 1 to 7 October are days off: 28, 29, 30 September, 8 and 9 October are the five
  assert.equal(it.state.fields.noticeUntil, '2026-10-09')
  const early = it.do('grant', { since: '2026-10-09', rank: 'county' }, { certificate: 7 })
  assert.equal(rule(early), 'too-early')
  assert.deepEqual(it.do('grant', { since: '2026-10-10', rank: 'county' }, { certificate: 7 }), ['granted'])
  assert.equal(it.state.fields.certificate, '2026-0007')
  assert.deepEqual([it.counted('mostBeautiful'), it.counted('nominated', 'by=self')], [1, 1])
})

test('an open objection or a department against it keeps it from being granted', () => {
  const it = eligible()
  it.do('reply', { department: '公安', agrees: false, on: '2026-09-23' })
  it.do('notice', { from: '2026-09-24' })
  it.do('object', { on: '2026-09-28', what: '和邻居有纠纷' })
  const grant = { since: '2026-10-12', rank: 'county' }
  assert.equal(rule(it.do('grant', grant)), 'objection-open')
  it.do('settle', { on: '2026-10-09', upheld: false, found: '去年已经调解好' })
  assert.equal(rule(it.do('grant', grant)), 'department-against')
  it.do('reply', { department: '公安', agrees: true, on: '2026-10-10' })
  assert.equal(it.state.fields.replies, '公安 ✓')
  assert.deepEqual(it.do('grant', grant), ['granted'])
})

test('an objection that is upheld ends it', () => {
  const it = eligible()
  it.do('notice', { from: '2026-09-24' })
  it.do('object', { on: '2026-09-28', what: '材料不实' })
  it.do('settle', { on: '2026-09-29', upheld: true, found: '属实' })
  assert.deepEqual([it.state.phase, it.state.reason], ['declined', '属实'])
  assert.equal(rule(it.do('grant', { since: '2026-10-12', rank: 'county' })), 'not-in-this-state')
})

test('who is concerned does not score, nobody scores twice, and one sheet does not decide', () => {
  const it = eligible()
  assert.equal(rule(it.do('score', { reviewer: mother, points: 100 })), 'recused')
  it.do('score', { reviewer: judge, points: 80 })
  assert.equal(rule(it.do('score', { reviewer: judge, points: 90 })), 'already-stored')
  it.do('score', { reviewer: other, points: 91 })
  assert.equal(it.state.fields.score, undefined, 'nobody is told what others gave before it is shown')
  it.do('recuse', { reviewer: other, reason: '是亲戚' })
  assert.equal(rule(it.do('score', { reviewer: other, points: 60 })), 'recused')
  it.do('notice', { from: '2026-09-24' })
  assert.equal(it.state.fields.score, 80)
  const sheets = (points: number[]) => points.map((each, i) => ({ reviewer: id(i), points: each }))
  assert.equal(scoreOf(sheets([0, 80, 82, 84, 100])), 82)
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 5, maxLength: 9 }), points => {
      const score = scoreOf(sheets(points)) ?? -1
      // raising only the highest sheet changes nothing
      const most = points.indexOf(Math.max(...points))
      return score === scoreOf(sheets(points.with(most, 100)))
    }),
  )
})

test('a strict and a mild reviewer weigh the same, and who is equal shares a place', () => {
  const sheet = (reviewer: string, points: number) => ({ reviewer, points })
  // the strict one read a, b, c; the mild one c, d, e: by plain points d would lead
  const rows = placed([
    { id: 'a', sheets: [sheet(judge, 70)] },
    { id: 'b', sheets: [sheet(judge, 60)] },
    { id: 'c', sheets: [sheet(judge, 50), sheet(other, 80)] },
    { id: 'd', sheets: [sheet(other, 90)] },
    { id: 'e', sheets: [sheet(other, 100)] },
    { id: 'f', sheets: [] },
  ])
  assert.deepEqual(
    rows.map(({ id, place }) => [id, place]),
    [
      ['e', 1],
      ['a', 2],
      ['d', 3],
      ['b', 4],
      ['c', 5],
      ['f', undefined],
    ],
  )
  const a = rows.find(({ id }) => id === 'a')
  const e = rows.find(({ id }) => id === 'e')
  assert.equal(a?.levelled, e?.levelled, 'each is the best of its reviewer; the plain score decides between them')
  const twins = placed([
    { id: 'a', sheets: [sheet(judge, 80)] },
    { id: 'b', sheets: [sheet(judge, 80)] },
    { id: 'c', sheets: [sheet(judge, 70)] },
  ])
  assert.deepEqual(
    twins.map(({ id, place, tied }) => [id, place, tied]),
    [
      ['a', 1, true],
      ['b', 1, true],
      ['c', 3, false],
    ],
  )
  const reviewers = fc.constantFrom(judge, other, mother)
  const sheets = fc.array(fc.record({ reviewer: reviewers, points: fc.integer({ min: 0, max: 100 }) }), {
    maxLength: 4,
  })
  fc.assert(
    fc.property(fc.array(sheets, { minLength: 1, maxLength: 8 }), all => {
      const found = placed(all.map((each, i) => ({ id: String(i), sheets: each })))
      assert.equal(found.length, all.length)
      assert.ok(
        found.every(
          ({ levelled, sheets: n }) => (levelled === undefined) === (n === 0) && (levelled ?? 0) === (levelled ?? 0),
        ),
      )
    }),
  )
})

test('nobody grants an honour of a rank above her own, and a department’s word grows old', () => {
  const it = eligible()
  it.do('reply', { department: '公安', agrees: true, on: '2026-09-23' })
  it.do('notice', { from: '2026-09-24' })
  const grant = { since: '2026-10-10', rank: 'province' }
  assert.equal(rule(it.do('grant', grant, { certificate: 1 }, { level: 3 })), 'above-own')
  assert.equal(rule(it.do('grant', { ...grant, rank: 'national' }, { certificate: 1 }, { level: 1 })), 'above-own')
  const late = { day: '2027-05-01', level: 3 }
  assert.equal(rule(it.do('grant', { since: '2027-05-01', rank: 'county' }, { certificate: 1 }, late)), 'reply-too-old')
  it.do('reply', { department: '公安', agrees: true, on: '2027-04-30' }, {}, late)
  assert.deepEqual(it.do('grant', { since: '2027-05-01', rank: 'county' }, { certificate: 1 }, late), ['granted'])
})

test('who is shut out is told why, and what the departments know is one word', () => {
  const it = rehearse(familyHonours)
  it.do('nominate', nomination, {}, { day: '2026-09-21' })
  assert.equal(rule(it.do('vet', { on: '2026-09-22', eligible: false })), 'missing')
  assert.deepEqual(it.do('vet', { on: '2026-09-22', eligible: false, excluded: 'departments' }), ['vetted'])
  assert.deepEqual([it.state.phase, it.state.fields.excluded], ['declined', 'departments'])
})

test('votes and likes have no field to be entered in', () => {
  const commands = Object.values(familyHonours.pattern.commands).flatMap(command => Object.keys(command.fields))
  assert.deepEqual(
    commands.filter(name => /vote|like|click|hits/i.test(name)),
    [],
  )
})

test('the quota of a unit, and the same family twice in an edition', () => {
  const it = rehearse(familyHonours)
  assert.equal(rule(it.do('nominate', nomination, { quota: 2 }, { limits: { quota: 2 } })), 'limit-reached')
  assert.equal(rule(it.do('nominate', nomination, { same: 1 })), 'already-stored')
})

test('an honour taken back leaves the stock that day and stays in what was granted; one entered by mistake leaves both', () => {
  const it = rehearse(familyHonours)
  it.do('record', { name: '某村清单', award: 'courtyard', since: '2026-03-01', rank: 'county', number: 120 })
  assert.equal(it.counted('courtyards'), 120)
  it.do('review', { on: '2026-05-01', found: '都还干净' })
  it.do('revoke', { on: '2026-06-01', ground: 'standard' })
  assert.deepEqual(
    [it.counted('courtyards'), it.counted('courtyards', '', '2026-05-31'), it.counted('courtyardsLost')],
    [0, 120, 120],
  )
  it.do('withdraw', { reason: '记重了' })
  assert.deepEqual([it.counted('courtyards'), it.counted('courtyardsLost')], [0, 0])
})
