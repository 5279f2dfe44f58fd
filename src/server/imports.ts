import { Problem } from '#base/problem'
import { audited, note } from '#engine/audit'
import { newId } from '#engine/perform'
import { authorise } from '#federation/reach'
import type { Programme } from '#language'
import { mainCommand } from '#language/commands'
import { readSheets } from '#papers/sheets/read-sheet'
import { ask, inContext } from '#store/database'
import type { Given, Handlers, Visitor } from './doors.ts'
import { elsewhere } from './import-elsewhere.ts'
import {
  carryOutImport,
  demandProgramme,
  keepFile,
  nothingTold,
  remembered,
  reopened,
  type ImportJob,
  type Kept,
} from './import-work.ts'
import { registerOf, type Register } from './intake.ts'
import type { Office } from './office.ts'
import { demandPlace } from './units.ts'

/** How long a door waits for a long import before it answers that it is still running, in milliseconds. */
const patience = 25_000
/** Workbooks of more bytes are gone through by a process of their own: some thousand rows. */
const large = 300_000

/** Registers from workbooks: looked at, tried, imported; the same workbook comes back with what became of each row. */
export function importDoors(office: Office): Handlers {
  const { db, house } = office
  const running = new Map<string, Promise<unknown>>()

  return {
    async startImport({ body: { programme: id, unit, name, file, sheet }, visitor }) {
      const programme = demandProgramme(house, id)
      const place = await demandPlace(db, unit)
      authorise(visitor.actor, programme.access[mainCommand(programme)] ?? [], { ...place, people: [] })
      const bytes = Buffer.from(file, 'base64')
      const opened = await readSheets(bytes)
      const register = await registerOf(opened, sheet, programme, print => remembered(db, unit, programme, print))
      const at = { shard: place.shard, id: newId(house) }
      const stored = newId(house)
      const now = new Date(house.now())
      await inContext(db, visitor.actor.context, async tx => {
        await keepFile(tx, { ...at, id: stored, unit, kind: 'import', name, bytes, by: visitor.person, now })
        await ask(
          tx,
          'intake-keep',
          `insert into intake (shard, id, unit, programme, name, state, file, sheet, by_person, at, changed)
           values ($1, $2, $3, $4, $5, 'mapped', $6, $7, $8, $9, $9)`,
          [at.shard, at.id, unit, id, name, stored, register.sheet.name, visitor.person, now],
        )
        await note(tx, audited(house, visitor.person, unit, 'import', at.id, { programme: id }))
      })
      return page(
        await opening(at.id, visitor),
        programme,
        register,
        opened.sheets.map(each => each.name),
      )
    },

    async importPage({ params, visitor }) {
      const kept = await opening(params.id, visitor)
      const { programme, register, names } = await reopened(house, visitor.actor, kept)
      return page(kept, programme, register, names)
    },

    rehearseImport: given => work(given, false),
    runImport: given => work(given, true),
  }

  async function work(
    { params, body, visitor }: Pick<Given<'runImport'>, 'params' | 'body' | 'visitor'>,
    forGood: boolean,
  ) {
    const { actor, language } = visitor
    const kept = await opening(params.id, visitor)
    const { programme, register, names } = await reopened(house, actor, kept, body)
    if (kept.state !== 'done' && !running.has(kept.id)) {
      const job: ImportJob = { kept, language, forGood, ...body }
      const task =
        kept.bytes > large ? elsewhere(office.settings, visitor.person, job) : carryOutImport(house, actor, job)
      running.set(
        kept.id,
        task.finally(() => running.delete(kept.id)),
      )
    }
    const task = running.get(kept.id)
    // what went wrong is told to whoever waits, and to nobody when no one does
    task?.catch(() => {})
    if (task) await Promise.race([task, new Promise(resolve => setTimeout(resolve, patience).unref())])
    return page(await opening(kept.id, visitor), programme, register, names)
  }

  function page(kept: Kept, { id: programme }: Programme, { found, fields, sheet }: Register, sheets: string[]) {
    const outcome = { ...nothingTold, ...kept.outcome }
    // one that ended with the server it ran on can be begun again: what it did is known
    const state: Kept['state'] = running.has(kept.id) ? 'running' : kept.state === 'running' ? 'mapped' : kept.state
    return {
      ...{ id: kept.id, programme, sheets, sheet: sheet.name, state, ...outcome },
      heads: found.columns.map(({ letter, head, samples, field, sure }) => ({
        ...{ column: letter, head, field, sure },
        samples: [...samples].slice(0, 3),
      })),
      fields: fields.map(({ key, label, required }) => ({ name: key, label, needed: required })),
      remembered: found.columns.some(({ sure }) => sure === 1) && state === 'mapped',
      rows: state === 'mapped' ? { ...outcome.rows, total: found.count } : outcome.rows,
      skipped:
        state === 'mapped' ? found.skipped.slice(0, 50).map(({ no, why }) => ({ row: no, why })) : outcome.skipped,
    }
  }

  async function opening(id: string, { actor, person }: Visitor): Promise<Kept & { bytes: number }> {
    const [found] = await inContext(db, actor.context, tx =>
      ask<Kept & { bytes: number }>(
        tx,
        'intake-open',
        `select i.shard, i.id, i.unit, i.programme, i.state, i.file, i.sheet, i.outcome, length(f.bytes)::int as bytes
         from intake i join file f on f.shard = i.shard and f.id = i.file where i.id = $1 and i.by_person = $2`,
        [id, person],
      ),
    )
    if (!found) throw new Problem('not-found', { what: 'import' })
    return found
  }
}

/** The register that came back from an import. Throws `not-found`. */
export async function importResult(
  { db }: Office,
  id: string,
  { actor, person }: Visitor,
): Promise<{ name: string; bytes: Uint8Array }> {
  const [found] = await inContext(db, actor.context, tx =>
    ask<{ name: string; bytes: Buffer }>(
      tx,
      'intake-result',
      `select i.name, f.bytes from intake i join file f on f.shard = i.shard and f.id = i.result where i.id = $1 and i.by_person = $2`,
      [id, person],
    ),
  )
  if (!found) throw new Problem('not-found', { what: 'import' })
  return found
}
