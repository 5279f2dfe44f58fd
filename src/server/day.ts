import { dayAt } from '#base/day'
import { isUuid } from '#base/id'
import { Problem } from '#base/problem'
import { houseRules } from '#federation/house-rules'
import { demandUnit, reach } from '#federation/reach'
import { inContext } from '#store/database'
import { auditLines } from '#views/audit'
import { scopeBelow } from '#views/scope'
import { todayOf } from '#views/today'
import { unitBriefs } from '#views/units'
import type { Handlers } from './doors.ts'
import type { Office } from './office.ts'
import { demandPlace } from './units.ts'

/** The page a working day begins with, and the page that tells who did what. */
export function dayDoors({ db, house, actors }: Office): Handlers {
  return {
    async today({ query, visitor }) {
      const { actor, language } = visitor
      const unit = query.unit ?? actor.posts[0]?.unit
      if (unit === undefined) throw new Problem('not-allowed')
      const place = await demandPlace(db, unit)
      demandUnit(reach(actor, houseRules['units.open']), place)
      const brief = (await unitBriefs(db, [unit])).get(unit)
      if (!brief) throw new Problem('not-found', { what: 'unit' })
      const today = dayAt(house.now())
      const below = await actors.below(unit)
      const page = await inContext(db, actor.context, tx =>
        todayOf(tx, actor, unit, scopeBelow(below), house.programmes, today, language),
      )
      return { unit: brief, asOf: new Date(house.now()).toISOString(), figures: [], children: [], ...page }
    },

    async audit({ query: { subject, after }, visitor }) {
      if (after !== undefined && !isUuid(after))
        throw new Problem('invalid-input', { issues: [{ path: 'after', rule: 'not-valid' }] })
      const seen = reach(visitor.actor, houseRules['audit.see'])
      if (seen.below.length === 0) throw new Problem('not-allowed')
      return inContext(db, visitor.actor.context, tx =>
        auditLines(tx, seen, { subject, after }, house.programmes, visitor.language),
      )
    },
  }
}
