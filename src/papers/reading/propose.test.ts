import assert from 'node:assert/strict'
import { test } from 'node:test'
import { LEXICON } from './lexicon.ts'
import { readReport } from './read.ts'

const systems = (text: string): (string | null)[] => readReport(text).map(figure => figure.system)

test('every system of the catalogue has its words, once', () => {
  const sizes = { A: 39, B: 20, C: 42, D: 32, E: 25, F: 29, G: 11, H: 19 }
  const ids = Object.entries(sizes).flatMap(([part, size]) =>
    Array.from({ length: size }, (_, index) => `${part}${index + 1}`),
  )
  assert.deepEqual(
    LEXICON.map(entry => entry.id),
    ids,
  )
  for (const entry of LEXICON) assert.ok(entry.sure, entry.id)
})

test('terms are short words of the trade, not sentences', () => {
  for (const entry of LEXICON)
    for (const words of [entry.sure, entry.likely, entry.hint])
      for (const term of (words ?? '').split(' '))
        assert.ok((term.split('/')[0] ?? '').length <= 18, `${entry.id} ${term}`)
})

test('the words nearest the number decide', () => {
  assert.deepEqual(systems('建设妇女之家24个、妇女微家76个、儿童之家9个。'), ['A26', 'A29', 'F10'])
  assert.deepEqual(systems('3个妇女之家、2个妇女微家评为先进。'), ['A26', 'A29'])
  assert.deepEqual(systems('打造示范妇女之家7个。'), ['A28'])
})

test('the unit tells money from people', () => {
  assert.deepEqual(systems('争取“两癌”救助资金86万元,免费检查妇女1.2万人。'), ['F19', 'F18'])
})

test('a clause that says little goes with the one before it', () => {
  assert.deepEqual(systems('举办普法讲座36场,受益2.1万人次。'), ['E19', 'E19'])
  assert.deepEqual(systems('选树最美家庭560户,其中省级32户。'), ['D2', 'D2'])
})

test('妇女代表 is not 女代表, and unknown words give no proposal', () => {
  assert.deepEqual(systems('妇女代表大会选出妇女代表27名。'), ['A2'])
  const [figure] = readReport('采购苹果27箱。')
  assert.equal(figure?.system, null)
  assert.equal(figure?.confidence, 0)
})

test('confidence is higher where the words are plain', () => {
  const [sure] = readReport('12338热线接听咨询86件。')
  const [unsure] = readReport('开展活动86场。')
  assert.ok((sure?.confidence ?? 0) > 0.4 && (sure?.confidence ?? 0) > (unsure?.confidence ?? 0))
})
