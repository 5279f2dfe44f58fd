import assert from 'node:assert/strict'
import { test } from 'node:test'
import { rehearse } from '#language/rehearse'
import { officeStaff } from './office-staff.ts'

const person = '0198a1c2-0000-7000-8000-000000000001'

test('staff and administrators are different posts with different rights', () => {
  const one = rehearse(officeStaff, '2026-11-25', 'prefecture')
  one.do('enter', { person, since: '2025-01-01', post: 'staff', department: 'rights' })
  assert.deepEqual([one.counted('staff', 'level=prefecture'), one.counted('admins')], [1, 0])
  assert.deepEqual(officeStaff.appoints, { field: 'post', as: { staff: 'staff', admin: 'admin' } })
})

test('one person may hold both, and only a chair or an administrator gives either', () => {
  const asked = officeStaff.pattern.around(
    'enter',
    { person, since: '2025-01-01', post: 'admin' },
    officeStaff.pattern.start,
  )
  assert.deepEqual(asked, { same0: { phase: 'standing', fields: { person, post: 'admin' } } })
  for (const command of ['enter', 'correct', 'end', 'withdraw'] as const)
    assert.deepEqual(officeStaff.access[command].map(rule => rule.post).toSorted(), ['admin', 'chair'])
})
