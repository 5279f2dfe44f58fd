// A6 The cadres of a federation's office and the keepers of the platform (Annex B): posts that give rights, not seats in the leadership.
import { allow, field, later, programme, stock } from '#language'
import { register } from '#patterns/register'
import { postAccess } from './usual-access.ts'

const appointing = [allow('chair', 'below'), allow('admin', 'below')]

export const officeStaff = programme({
  id: 'office-staff',
  version: 1,
  systems: ['A6'],
  chapter: 'reform',
  pattern: register({
    of: 'person',
    endings: ['transferred', 'retired', 'resigned', 'removed', 'other'],
    once: [['person', 'post']],
  }),
  fields: {
    post: field.choice('staff', 'admin'),
    department: later(
      field.choice('office', 'organisation', 'publicity', 'development', 'family', 'rights', 'finance', 'other'),
    ),
  },
  access: { ...postAccess, enter: appointing, correct: appointing, end: appointing, withdraw: appointing },
  appoints: { field: 'post', as: { staff: 'staff', admin: 'admin' } },
  indicators: {
    staff: stock('entered', 'ended', { unit: '人', system: 'A6', where: { post: 'staff' }, by: 'level' }),
    admins: stock('entered', 'ended', { unit: '人', system: 'A6', where: { post: 'admin' } }),
  },
})
