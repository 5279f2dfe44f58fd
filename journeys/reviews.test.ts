import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, test } from 'node:test'
import JSZip from 'jszip'
import { boundParagraphs } from '#papers/review/bound'
import { numbersIn } from '#papers/review/check'
import { standUp, type Client, type StandingHouse } from '../cast/house.ts'
import { lecture, order, send } from '../cast/orders.ts'

let house: StandingHouse
let village: Client
let county: Client
before(async () => {
  house = await standUp()
  village = await house.signIn('villageChair')
  county = await house.signIn('countyChair')
})
after(() => house.stop())

const period = { from: '2026-01-01', to: '2026-11-20' }
const of = ({ shard, id }: { shard: number; id: string }) => ({ shard, id })
const write = () => county.call('writeReview', { body: { unit: house.places.county.no, ...period } })
const read = (at: { shard: number; id: string }) => county.call('review', { params: at })
const docx = async (at: { shard: number; id: string }) => {
  const answer = await county.fetch(`/api/reviews/${at.shard}/${at.id}/review.docx`)
  assert.equal(answer.status, 200)
  return new Uint8Array(await answer.arrayBuffer())
}

test('a review is written from what exists; one change touches exactly the sentences it stands in', async () => {
  const { record } = await send(village, { ...lecture, day: '2026-03-08', attended: 30 })
  await send(village, { ...lecture, day: '2026-05-08', attended: 25, setting: 'school' })
  await send(village, { title: '舞蹈比赛', day: '2026-06-01', attended: 80, kind: 'contest' }, { programme: 'culture' })
  const review = await write()
  const at = { shard: review.shard, id: review.id }
  const text = review.chapters.flatMap(({ sentences }) =>
    sentences.map(({ runs }) => runs.map(run => run.text).join('')),
  )
  assert.ok(
    text.some(each => each.includes('累计宣讲2场')),
    text.join('\n'),
  )
  assert.ok(text.some(each => each.includes('进村1场、进学校1场')))
  assert.ok(!text.some(each => /妇女之家|招聘/.test(each)), 'no sentence without its figure')
  assert.deepEqual(review.changed, [])

  await send(village, { attended: 33, reason: '签到表漏了三人' }, { command: 'correct', record, revision: 1 })
  const later = await read(at)
  assert.deepEqual(
    later.changed.map(({ sentence, before, now, causes }) => [sentence, before, now, causes]),
    [
      ['opening.activities', 135, 138, [{ cause: '改正的', change: 3 }]],
      ['lead.audience', 55, 58, [{ cause: '改正的', change: 3 }]],
      ['lead.audience', 55, 58, [{ cause: '改正的', change: 3 }]],
    ],
  )
  await send(village, { ...lecture, day: '2026-07-01', attended: 10 })
  const causes = (await read(at)).changed.find(each => each.sentence === 'lead.sessions')?.causes
  assert.deepEqual(causes, [{ cause: '后来记上的', change: 1 }])
})

test('every number of the document carries its handle, and the handle opens', async () => {
  const review = await write()
  const bytes = await docx(review)
  const paragraphs = await boundParagraphs(bytes)
  const numbers = paragraphs.flatMap(numbersIn)
  assert.ok(numbers.length > 20)
  assert.deepEqual(
    numbers.filter(each => !each.target),
    [],
  )
  const target = new URL(numbers[0]?.target ?? '')
  const answer = await county.fetch(target.pathname, { redirect: 'manual' })
  assert.equal(answer.status, 302)
  const handle = decodeURIComponent(target.pathname.replace('/f/', ''))
  const opened = await county.call('handle', { params: { handle } })
  assert.equal(opened.unit.no, house.places.county.no)
  assert.deepEqual(
    (await county.call('checkReview', { params: of(review), body: { docx: Buffer.from(bytes).toString('base64') } }))
      .findings,
    [],
  )
})

test('the checker finds what was put into an edited copy', async () => {
  const review = await write()
  const zip = await JSZip.loadAsync(await docx(review))
  const xml = (await zip.file('word/document.xml')?.async('string')) ?? ''
  const edited = xml
    .replace('把巾帼大宣讲', '走访2.7万户，把巾帼大宣讲')
    .replace(/(>)3场(<)/, '$14场$2')
    .replace(/(\d+)人次(?=<)/, '$1人')
  zip.file('word/document.xml', edited)
  const body = { docx: await zip.generateAsync({ type: 'base64' }) }
  const { findings } = await county.call('checkReview', { params: of(review), body })
  const kinds = findings.map(each => each.kind)
  assert.ok(
    kinds.includes('unbound') && kinds.includes('unit') && (kinds.includes('stale') || kinds.includes('twice')),
    JSON.stringify(findings),
  )
  assert.ok(findings.every(each => each.advice.length > 5 && !/[{}]/.test(each.advice)))
  const wrong = await county.refused('checkReview', { params: of(review), body: { docx: 'aGVsbG8=' } })
  assert.equal(wrong.status, 422)
})

test('issued, it stays as it was; later the difference is told with its causes', async () => {
  const review = await write()
  const one = { order: randomUUID() }
  const issued = await county.call('issueReview', { params: of(review), body: one })
  assert.ok(issued.issuedAt && issued.issued)
  await county.call('issueReview', { params: of(review), body: one })
  const { rows } = await house.platform.open.asOwner(owner =>
    owner.query('select handle, value, digest, signature from issue where report = $1', [review.id]),
  )
  assert.equal(rows.length, issued.figures)
  assert.ok(rows.every(row => /^[0-9a-f]{64}$/.test(row.digest) && row.signature.length > 80))
  const { record } = await send(village, { ...lecture, day: '2026-08-01', attended: 12 })
  const changed = (await read(review)).changed
  assert.deepEqual(changed.find(each => each.sentence === 'lead.sessions')?.causes, [
    { cause: '后来记上的', change: 1 },
  ])
  assert.equal(
    (await boundParagraphs(await docx(review))).some(each => each.text.includes('征求意见稿')),
    false,
  )
  await county.call('perform', { body: order({ reason: '记重了' }, { command: 'withdraw', record, revision: 1 }) })
  assert.deepEqual((await read(review)).changed, [])
})

test('who does not keep the papers of a unit neither writes nor reads its review', async () => {
  const review = await write()
  const stranger = await house.signIn('stranger')
  assert.equal((await stranger.refused('review', { params: of(review) })).status, 404)
  const refused = await stranger.refused('writeReview', { body: { unit: house.places.county.no, ...period } })
  assert.equal(refused.status, 403)
})

test('an office’s own template: taken, changed, given back, used here and below, and taken away again', async () => {
  const unit = house.places.county.no
  const taken = await county.fetch(`/api/templates/${unit}/review.docx`)
  const zip = await JSZip.loadAsync(await taken.arrayBuffer())
  const xml = (await zip.file('word/document.xml')?.async('string')) ?? ''
  const changed = async (to: string) => {
    zip.file('word/document.xml', to)
    return (await zip.generateAsync({ type: 'nodebuffer' })).toString('base64')
  }
  const give = (docx: string | null) => ({ body: { unit, name: '本县版式.docx', docx } })
  const words = xml.replace('{title}', '{title}（本县版式）')
  assert.notEqual(words, xml)
  const kept = await county.call('setReviewTemplate', give(await changed(words)))
  assert.equal(kept.from?.no, unit)
  const review = await write()
  const made = await JSZip.loadAsync(await docx({ shard: review.shard, id: review.id }))
  assert.match((await made.file('word/document.xml')?.async('string')) ?? '', /（本县版式）/)
  const town = await house.signIn('townChair')
  const below = await town.call('reviewTemplate', { query: { unit: house.places.township.no } })
  assert.equal(below.from?.no, unit)

  const strange = await county.refused(
    'setReviewTemplate',
    give(await changed(xml.replace('{title}', '{title}{没有这个}'))),
  )
  assert.deepEqual(
    strange.body.issues?.map(each => each.rule),
    ['unknown-tag'],
  )
  assert.match(strange.body.issues?.[0]?.message ?? '', /没有这个/)
  const noWord = await county.refused('setReviewTemplate', give(Buffer.from('不是 Word').toString('base64')))
  assert.equal(noWord.body.issues?.[0]?.rule, 'not-a-word-file')
  assert.equal((await village.refused('setReviewTemplate', give(null))).body.code, 'not-allowed')
  assert.equal((await county.call('setReviewTemplate', give(null))).from, null)
})
