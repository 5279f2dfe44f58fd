// A6, A9, A17 How many seats a unit has been given (1正2副4兼1挂, its executives, its group leaders): what the filled ones are held against.
import { field, programme, stock } from '#language'
import { register } from '#patterns/register'
import { postAccess } from './usual-access.ts'

const seats = (system: string, post?: string | readonly string[]) =>
  stock('entered', 'ended', { unit: '个', system, sum: 'seats', ...(post && { where: { post } }) })

export const establishment = programme({
  id: 'establishment',
  version: 1,
  systems: ['A6', 'A9', 'A17'],
  chapter: 'reform',
  pattern: register({ of: 'number', endings: ['changed', 'ended'], once: [['post']] }),
  fields: {
    post: field.choice('chair', 'vice-full', 'vice-seconded', 'vice-part', 'executive', 'group-leader'),
    seats: field.count(9999),
  },
  access: postAccess,
  indicators: {
    leadershipSeats: seats('A6', ['chair', 'vice-full', 'vice-seconded', 'vice-part']),
    executiveSeats: seats('A9', 'executive'),
    groupLeaderSeats: seats('A17', 'group-leader'),
  },
})
