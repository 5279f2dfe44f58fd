// A18 village congresses made federations, A19 townships opened to their area, H3 institutional reform: how many should, how many did.
import { field, later, programme, rate, stock } from '#language'
import { register } from '#patterns/register'
import { registerAccess } from './usual-access.ts'

export const reformSteps = programme({
  id: 'reform-steps',
  version: 1,
  systems: ['A18', 'A19', 'H3'],
  chapter: 'reform',
  runsAt: ['province', 'prefecture', 'county', 'township'],
  pattern: register({ of: 'number', endings: ['counted-anew'], once: [['kind']] }),
  // biome-ignore format: one line each
  fields: {
    kind: field.choice('conversion', 'regional', 'institution'),
    should: field.count(1_000_000),
    done: field.count(1_000_000),
    posts: later(field.count(1_000_000)),
  },
  access: registerAccess,
  // biome-ignore format: one line each
  indicators: {
    converted: stock('entered', 'ended', { unit: '个', system: 'A18', sum: 'done', where: { kind: 'conversion' } }),
    toConvert: stock('entered', 'ended', { unit: '个', system: 'A18', sum: 'should', where: { kind: 'conversion' } }),
    convertedShare: rate('converted', 'toConvert', { system: 'A18' }),
    regional: stock('entered', 'ended', { unit: '个', system: 'A19', sum: 'done', where: { kind: 'regional' } }),
    toRegional: stock('entered', 'ended', { unit: '个', system: 'A19', sum: 'should', where: { kind: 'regional' } }),
    regionalShare: rate('regional', 'toRegional', { system: 'A19' }),
    reformed: stock('entered', 'ended', { unit: '个', system: 'H3', sum: 'done', where: { kind: 'institution' } }),
    toReform: stock('entered', 'ended', { unit: '个', system: 'H3', sum: 'should', where: { kind: 'institution' } }),
    reformedShare: rate('reformed', 'toReform', { system: 'H3' }),
  },
})
