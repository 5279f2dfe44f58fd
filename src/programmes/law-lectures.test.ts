import assert from 'node:assert/strict'
import { test } from 'node:test'
import { rehearse } from '#language/rehearse'
import { lawLectures } from './law-lectures.ts'

const session = {
  title: '反家暴普法',
  day: '2026-11-20',
  attended: 60,
  laws: ['womens-rights', 'domestic-violence'],
  channel: 'on-site',
}

test('a session on two laws is one session, and one under each of them', () => {
  const law = rehearse(lawLectures)
  law.do('record', session)
  assert.equal(law.counted('sessions'), 1)
  assert.equal(law.counted('sessions', 'laws=womens-rights'), 1)
  assert.equal(law.counted('sessions', 'laws=domestic-violence'), 1)
  assert.equal(law.counted('attendances', 'laws=domestic-violence'), 60)
})

test('women are counted where somebody said how many', () => {
  const law = rehearse(lawLectures)
  law.do('record', { ...session, women: 52 })
  assert.equal(law.counted('women'), 52)
  law.do('correct', { women: null, reason: '没数清' })
  assert.equal(law.counted('women'), 0)
})

test('the level of the federation that held it keeps its sessions apart', () => {
  const county = rehearse(lawLectures, '2026-11-25', 'county')
  county.do('record', session)
  assert.equal(county.counted('sessionsByLevel', 'level=county'), 1)
  assert.equal(county.counted('sessionsByLevel', 'level=village'), 0)
  assert.equal(county.counted('sessionsByChannel', 'channel=on-site'), 1)
})
