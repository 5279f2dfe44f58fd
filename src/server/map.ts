import { changeMap } from '#engine/map-order'
import { houseRules } from '#federation/house-rules'
import { demandUnit, reach } from '#federation/reach'
import { unitMap } from '#views/map'
import type { Handlers } from './doors.ts'
import type { Office } from './office.ts'
import { demandPlace } from './units.ts'

/** The map of a unit, and the boundaries given for it. */
export const mapDoors = ({ db, house }: Office): Handlers => ({
  async map({ query: { unit }, visitor }) {
    const place = await demandPlace(db, unit)
    return unitMap(db, reach(visitor.actor, houseRules['units.find']), unit, place.level)
  },

  async setMap({ body, visitor }) {
    const place = await demandPlace(db, body.unit)
    // before a large file is looked at
    demandUnit(reach(visitor.actor, houseRules['settings.change']), place)
    return changeMap(house, visitor.actor, body)
  },
})
