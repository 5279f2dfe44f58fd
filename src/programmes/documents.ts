// A11 on executives, A34 Party-building mechanisms, D17 family-education plans, H4 the federation’s plan, H6 joint documents.
import { count, field, later, programme, stock } from '#language'
import { document } from '#patterns/document'
import { documentAccess } from './usual-access.ts'

export const documents = programme({
  id: 'documents',
  version: 1,
  systems: ['A11', 'A34', 'D17', 'H4', 'H6'],
  chapter: 'reform',
  runsAt: ['province', 'prefecture', 'county', 'township'],
  pattern: document(),
  // biome-ignore format: one line each
  fields: {
    kind: field.choice('notice', 'opinion', 'plan', 'five-year', 'own-plan', 'rules', 'executives', 'party', 'other'),
    departments: later(field.count(100)),
    partners: later(field.count(100)),
  },
  access: documentAccess,
  // biome-ignore format: one line each
  indicators: {
    issued: count('issued', { unit: '份', system: 'H6', by: 'kind' }),
    inForce: stock('issued', 'ended', { unit: '份', system: 'H6', by: 'kind' }),
    onExecutives: stock('issued', 'ended', { unit: '份', system: 'A11', where: { kind: 'executives' } }),
    partyBuilding: stock('issued', 'ended', { unit: '份', system: 'A34', where: { kind: 'party' } }),
    planDepartments: stock('issued', 'ended', { unit: '个', system: 'D17', sum: 'departments', where: { kind: 'five-year' } }),
    planPartners: stock('issued', 'ended', { unit: '家', system: 'D17', sum: 'partners', where: { kind: 'five-year' } }),
    ownPlans: stock('issued', 'ended', { unit: '份', system: 'H4', where: { kind: 'own-plan' } }),
  },
})
