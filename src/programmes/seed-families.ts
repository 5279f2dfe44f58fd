// D3 Seeds of most beautiful families: newly wed couples who agreed, each with a tutor who follows their first years.
import { count, field, households, later, programme, stock } from '#language'
import { pairing } from '#patterns/pairing'
import { pairingAccess } from './usual-access.ts'

export const seedFamilies = programme({
  id: 'seed-families',
  version: 1,
  systems: ['D3'],
  chapter: 'family',
  pattern: pairing({ beside: 'household', endings: ['honoured', 'grown', 'moved-away', 'withdrew'] }),
  fields: {
    couple: field.choice('newly-wed', 'first-child', 'other'),
    wedding: later(field.day()),
    wishes: later(field.note()),
  },
  access: pairingAccess,
  indicators: {
    pool: stock('begun', 'ended', { unit: '户', system: 'D3', by: 'couple' }),
    joined: count('begun', { unit: '户', system: 'D3', by: 'couple' }),
    families: households('begun', 'families', { unit: '户', system: 'D3' }),
    followUps: count('met', { unit: '次', system: 'D3' }),
    honoured: count('ended', { unit: '户', system: 'D3', where: { ending: 'honoured' } }),
  },
})
