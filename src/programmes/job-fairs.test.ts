import assert from 'node:assert/strict'
import { test } from 'node:test'
import { rehearse } from '#language/rehearse'
import { jobFairs } from './job-fairs.ts'

const fair = {
  title: '女大学生专场招聘',
  day: '2026-03-20',
  attended: 800,
  kind: 'fair',
  intentions: 61,
  newUniversities: 4,
}

test('who came, who watched, who found something in mind and who was hired are different counts', () => {
  const day = rehearse(jobFairs)
  day.do('record', { ...fair, online: 24_000, vacancies: 300 })
  const names = ['sessions', 'attendances', 'onlineViews', 'intentions', 'universities', 'vacancies', 'hires', 'people']
  assert.deepEqual(
    names.map(name => day.counted(name)),
    [1, 800, 24_000, 61, 4, 300, 0, 0],
  )
})

test('hires come later and count on the day of the fair', () => {
  const day = rehearse(jobFairs)
  day.do('record', fair)
  day.do('correct', { hires: 17, reason: '补上录用' })
  assert.equal(day.counted('hires', '', '2026-03-20'), 17)
})

test('a fair online is a fair, a session of the series is not', () => {
  const kinds = ['series', 'campus', 'fair', 'online', 'visit'].map(kind => {
    const day = rehearse(jobFairs)
    day.do('record', { ...fair, kind })
    return [day.counted('fairs'), day.counted('seriesSessions')]
  })
  assert.deepEqual(kinds, [
    [0, 1],
    [0, 0],
    [1, 0],
    [1, 0],
    [0, 0],
  ])
})
