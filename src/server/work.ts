import { dayAt, isDay } from '#base/day'
import { isUuid } from '#base/id'
import { Problem } from '#base/problem'
import { publicCode } from '#base/public-code'
import { publicPages } from '#contract/paths'
import { audited, note } from '#engine/audit'
import { perform } from '#engine/perform'
import { reach } from '#federation/reach'
import type { Programme } from '#language'
import { programmes } from '#programmes/all'
import { outliving } from '#store/connection-loss'
import { inContext, inSnapshot } from '#store/database'
import { besideNomination } from '#views/candidates'
import { declarationOf } from '#views/declarations'
import { houseWords } from '#views/house-words'
import { wordsFor } from '#views/programme-words'
import { receiptsOf } from '#views/receipts'
import { recordLines } from '#views/record-lines'
import { allowed, openedRecord, recordPage, sealedField } from '#views/record-page'
import { listRecords } from '#views/records'
import { scopeBelow, scopeHere, sights } from '#views/scope'
import { branded } from '#views/settings'
import { unitBriefs } from '#views/units'
import type { Given, Handlers, Visitor } from './doors.ts'
import { explained } from './explained.ts'
import type { Office } from './office.ts'

/** What is done and recorded: orders, lists, pages. */
export function workDoors(office: Office): Handlers {
  const { house, db, actors, ensureRunning, metrics } = office
  const reachOf = (visitor: Visitor) => (programme: Programme) => reach(visitor.actor, programme.access.see ?? [])
  const today = () => dayAt(house.now())

  return {
    async declarations({ query: { lang }, visitor }) {
      const local = await actors.local(visitor.actor)
      return { programmes: programmes.map(programme => declarationOf(programme, visitor.actor, lang, local)) }
    },

    async perform({ body, visitor }) {
      const programme = house.programmes.get(body.programme)
      const known = programme?.pattern.commands[body.command] !== undefined
      const what = known ? { programme: body.programme, command: body.command } : { programme: '?', command: '?' }
      try {
        const receipt = await outliving(ensureRunning, () => perform(house, visitor.actor, body))
        metrics.orders.inc({ ...what, outcome: receipt.repeated ? 'repeated' : 'done' })
        return { ...receipt, number: receiptNumber(receipt.record.id) }
      } catch (error) {
        if (!(error instanceof Problem)) throw error
        metrics.orders.inc({ ...what, outcome: error.code })
        throw programme ? explained(error, programme, body, visitor.language) : error
      }
    },

    async records({ query, visitor }) {
      const { unit, only, q: text, after, limit, ...filters } = query
      const within =
        unit === undefined ? undefined : only === 'here' ? scopeHere(unit) : scopeBelow(await actors.below(unit))
      const seen = sights(house.programmes.values(), reachOf(visitor))
      const question = { ...filters, within, text, after: opened(after), limit }
      const local = await actors.local(visitor.actor)
      return inContext(db, visitor.actor.context, async tx => {
        const { rows, next } = await listRecords(tx, seen, visitor.actor.context, question)
        const filtered = [filters.from, filters.to, filters.phase, filters.mine, filters.programme, text, after].some(
          Boolean,
        )
        const { empty } = houseWords(visitor.language)
        return {
          rows: (await recordLines(tx, rows, house.programmes, visitor.language)).map(line =>
            branded(line, local, visitor.language),
          ),
          next: next && closed(next),
          because: rows.length > 0 ? null : seen.length === 0 ? empty.unseen : filtered ? empty.filtered : empty.none,
        }
      })
    },

    async record({ params, visitor }) {
      const local = await actors.local(visitor.actor)
      return inSnapshot(db, visitor.actor.context, async tx => {
        const found = await openedRecord(tx, params, house.programmes, reachOf(visitor))
        const page = await recordPage(tx, found, house.programmes, visitor.actor, today(), visitor.language)
        return { ...branded(page, local, visitor.language), publicPage: publicPageOf(found.programme, page) }
      })
    },

    async receipts({ params, visitor }) {
      const found = await inSnapshot(db, visitor.actor.context, async tx =>
        receiptsOf(tx, await openedRecord(tx, params, house.programmes, reachOf(visitor))),
      )
      const units = await unitBriefs(
        db,
        found.rows.map(row => row.unit),
      )
      return {
        ...found,
        rows: found.rows.flatMap(row => {
          const unit = units.get(row.unit)
          return unit ? [{ ...row, unit }] : []
        }),
      }
    },

    async candidates({ params, visitor }) {
      const { language } = visitor
      return inSnapshot(db, visitor.actor.context, async tx => {
        const opened = await openedRecord(tx, params, house.programmes, reachOf(visitor))
        const { programme } = opened
        const deciding = reach(visitor.actor, programme.access.notice ?? [])
        const honours = [...house.programmes.values()].flatMap(each =>
          each.pattern.name === 'selection' ? each.id : [],
        )
        const found = await besideNomination(tx, deciding, opened, honours)
        const units = await unitBriefs(
          tx,
          found.candidates.map(each => each.unit),
        )
        const words = wordsFor(programme, language)
        return {
          candidates: found.candidates.flatMap(({ score, levelled, place, unit, ...each }) => {
            const brief = units.get(unit)
            const told = { score: score ?? null, levelled: levelled ?? null, place: place ?? null }
            return brief ? [{ ...each, ...told, unit: brief, phaseName: words.phase(each.phase) }] : []
          }),
          before: found.before.map(({ programme: id, phase, award, rank, ...each }) => {
            const of = wordsFor(house.programmes.get(id) ?? programme, language)
            const option = (field: string, value: string) => of.field(field).options?.[value] ?? value
            return { ...each, award: option('award', award), rank: option('rank', rank), phaseName: of.phase(phase) }
          }),
        }
      })
    },

    reveal: given => reveal(given),
  }

  /** A certificate that was numbered, or a notice that lasts, can be looked up by anybody who is given its address. */
  function publicPageOf(programme: Programme, { shard, id, phase, fields }: Shown) {
    const value = (name: string) => fields.find(field => field.name === name)?.value
    if (programme.pattern.name === 'enrolment' && phase === 'held' && value('certified') !== undefined)
      return {
        kind: 'class' as const,
        url: `${office.url()}${publicPages.certificate.replace(':code', publicCode({ shard, id }))}`,
      }
    if (programme.pattern.name !== 'selection') return null
    const at = (kind: keyof typeof publicPages) => ({
      kind,
      url: `${office.url()}${publicPages[kind].replace(':code', publicCode({ shard, id }))}`,
    })
    if (phase === 'shown' && String(value('noticeUntil')) >= today()) return at('notice')
    return phase === 'granted' && value('certificate') !== undefined ? at('certificate') : null
  }

  /** Opens one guarded answer for whoever the programme's `open` rule allows; the look is audited in the same transaction. */
  async function reveal({ params, body: { field, why }, visitor }: Given<'reveal'>) {
    return inContext(db, visitor.actor.context, async tx => {
      const { record, programme } = await openedRecord(tx, params, house.programmes, reachOf(visitor))
      if (!allowed(visitor.actor, programme.access.open ?? [], record)) throw new Problem('not-allowed')
      const sealed = await sealedField(tx, record, field)
      await note(tx, audited(house, visitor.person, record.unit, 'reveal', record.id, { field, why }))
      return { value: house.secrets.open(sealed, `${record.id}.${field}`) }
    })
  }
}

type Shown = {
  readonly shard: number
  readonly id: string
  readonly phase: string
  readonly fields: readonly { readonly name: string; readonly value: unknown }[]
}

/** What can be read out over the telephone: the last eight signs of the record's id. */
const receiptNumber = (id: string): string => id.slice(-8).toUpperCase()

const closed = (after: string) => Buffer.from(after).toString('base64url')

/** The place in the list a client sends back; anything else is not ours. */
function opened(after: string | undefined): string | undefined {
  if (!after) return undefined
  const [day = '', id = '', ...more] = Buffer.from(after, 'base64url').toString().split(' ')
  if (!isDay(day) || !isUuid(id) || more.length > 0)
    throw new Problem('invalid-input', { issues: [{ path: 'after', rule: 'not-valid' }] })
  return `${day} ${id}`
}
