import { performTree } from '#engine/tree-order'
import type { Handlers } from './doors.ts'
import type { Office } from './office.ts'

/** Changes of the tree; who hears of them is told by the database. */
export const treeDoors = ({ house, actors }: Office): Handlers => ({
  async changeTree({ body, visitor }) {
    const { unit, repeated } = await performTree(house, visitor.actor, body)
    actors.forget()
    return { units: [unit], repeated }
  },
})
