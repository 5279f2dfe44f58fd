import { dayAt, type Day } from '#base/day'
import { isUuid } from '#base/id'
import { Problem } from '#base/problem'
import { houseRules } from '#federation/house-rules'
import { demandUnit, reach } from '#federation/reach'
import { inContext } from '#store/database'
import { auditLines } from '#views/audit'
import { scopeBelow } from '#views/scope'
import { branded } from '#views/settings'
import { todayOf } from '#views/today'
import { unitBriefs } from '#views/units'
import type { Handlers, Visitor } from './doors.ts'
import { mainIndicators, tableOf } from './figures.ts'
import type { Office } from './office.ts'
import { demandPlace } from './units.ts'

/** The page a working day begins with, and the page that tells who did what. */
export function dayDoors(office: Office): Handlers {
  const { db, house, actors } = office
  /** This month's main figures of a unit and of those directly below, for whoever sees its figures. */
  async function monthOf(visitor: Visitor, unit: number, today: Day) {
    const question = {
      indicators: mainIndicators.filter(key => house.book.definition(key)),
      unit,
      from: `${today.slice(0, 7)}-01`,
      to: today,
      tree: 'restated' as const,
    }
    try {
      const own = await tableOf(office, visitor, { ...question, rows: 'indicators', columns: 'none' })
      const below = await tableOf(office, visitor, { ...question, rows: 'children', columns: 'indicators' })
      return {
        figures: own.rows.flatMap(row => row.cells),
        children: below.rows.flatMap(({ unit, cells }) => (unit ? [{ unit, cells }] : [])),
      }
    } catch (error) {
      if (error instanceof Problem && error.code === 'not-allowed') return { figures: [], children: [] }
      throw error
    }
  }

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
      const asOf = new Date(house.now()).toISOString()
      const local = await actors.local(actor)
      const recent = page.recent.map(line => branded(line, local, language))
      return { unit: brief, asOf, ...(await monthOf(visitor, unit, today)), ...page, recent }
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
