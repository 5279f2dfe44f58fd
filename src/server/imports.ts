import { createHash } from 'node:crypto'
import { Problem } from '#base/problem'
import { audited, note } from '#engine/audit'
import { newId } from '#engine/perform'
import { authorise } from '#federation/reach'
import type { Programme } from '#language'
import { mainCommand } from '#language/commands'
import { giveBack } from '#papers/sheets/give-back'
import { rememberMapping, type Remembered } from '#papers/sheets/mapping'
import { readSheets } from '#papers/sheets/read-sheet'
import { ask, inContext, type Queryable } from '#store/database'
import { paperWords } from '#views/paper-words'
import type { Given, Handlers, Visitor } from './doors.ts'
import { indicatorWords } from './figure-cells.ts'
import { goThrough, registerOf, type Outcome, type Register } from './intake.ts'
import type { Office } from './office.ts'
import { demandPlace } from './units.ts'

type Kept = {
  shard: number
  id: string
  unit: number
  programme: string
  state: 'mapped' | 'rehearsed' | 'running' | 'done'
  file: string
  sheet: string
  said: Remembered
  outcome: Told | Record<string, never>
}
type Told = {
  rows: Outcome['rows']
  skipped: { row: number; why: string }[]
  problems: Outcome['problems']
  wouldCount: { name: string; value: number; unit: string }[]
}
const none: Told = { rows: { total: 0, good: 0, repeated: 0, bad: 0 }, skipped: [], problems: [], wouldCount: [] }

/** How long a door waits for a long import before it answers that it is still running, in milliseconds. */
const patience = 25_000

/** Registers from workbooks: looked at, tried, imported; the same workbook comes back with what became of each row. */
export function importDoors(office: Office): Handlers {
  const { db, house } = office
  const running = new Map<string, Promise<unknown>>()

  return {
    async startImport({ body: { programme: id, unit, name, file, sheet }, visitor }) {
      const programme = demandProgramme(id)
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
      const { programme, register, names } = await reopened(kept, visitor)
      return page(kept, programme, register, names)
    },

    rehearseImport: given => work(given, false),
    runImport: given => work(given, true),
  }

  async function work(
    { params, body, visitor }: Pick<Given<'runImport'>, 'params' | 'body' | 'visitor'>,
    forGood: boolean,
  ) {
    const kept = await opening(params.id, visitor)
    const { programme, file, register, names } = await reopened(kept, visitor, body)
    if (kept.state !== 'done' && !running.has(kept.id)) {
      const task = carryOut().finally(() => running.delete(kept.id))
      running.set(kept.id, task)
    }
    const task = running.get(kept.id)
    // what went wrong is told to whoever waits, and to nobody when no one does
    task?.catch(() => {})
    if (task) await Promise.race([task, new Promise(resolve => setTimeout(resolve, patience).unref())])
    return page(await opening(kept.id, visitor), programme, register, names)

    async function carryOut(): Promise<void> {
      await keepState(kept, visitor, forGood ? 'running' : 'mapped', none)
      if (body.remember) await remember(kept.unit, programme, register)
      const way = { house, actor: visitor.actor, programme, unit: kept.unit, language: visitor.language }
      const outcome = await goThrough(way, register, forGood)
      const result = forGood ? await resultOf(register, outcome) : undefined
      await keepState(kept, visitor, forGood ? 'done' : 'rehearsed', told(outcome), register.sheet.name, result)
    }

    async function resultOf({ sheet, found }: Register, { results }: Outcome): Promise<Uint8Array> {
      const { imports } = paperWords(visitor.language)
      const words = {
        head: imports.head ?? '',
        done: imports.done ?? '',
        repeated: imports.repeated ?? '',
        bad: imports.bad ?? '',
      }
      const chunks: Uint8Array[] = []
      for await (const chunk of await giveBack(file, results, { sheet: sheet.name, headRows: found.headRows, words }))
        chunks.push(chunk)
      return Buffer.concat(chunks)
    }
  }

  /** The workbook of an import again, its columns as they are remembered and as they are said now. */
  async function reopened(
    kept: Kept,
    visitor: Visitor,
    said: { columns?: Remembered; sheet?: string | undefined } = {},
  ) {
    const programme = demandProgramme(kept.programme)
    const file = await readSheets(await bytesOf(kept, visitor))
    const register = await registerOf(file, said.sheet ?? kept.sheet, programme, async print => ({
      ...(await remembered(db, kept.unit, programme, print)),
      ...said.columns,
    }))
    return { programme, file, register, names: file.sheets.map(each => each.name) }
  }

  function told({ rows, skipped, problems, counted }: Outcome): Told {
    const words = indicatorWords('zh-CN')
    const wouldCount = [...counted].flatMap(([ind, value]) => {
      const named = house.book.named(ind)
      const found = named && named.slice === '' ? words.get(named.key) : undefined
      if (!found || found.programme === '') return []
      return [{ name: found.name, value: typeof value === 'number' ? value : value.size, unit: found.unit }]
    })
    return { rows, problems, wouldCount, skipped: skipped.map(({ no, why }) => ({ row: no, why })) }
  }

  function page(kept: Kept, { id: programme }: Programme, { found, fields, sheet }: Register, sheets: string[]) {
    const outcome = { ...none, ...kept.outcome }
    return {
      ...{ id: kept.id, programme, sheets, sheet: sheet.name, state: kept.state, ...outcome },
      heads: found.columns.map(({ letter, head, samples, field, sure }) => ({
        ...{ column: letter, head, field, sure },
        samples: [...samples].slice(0, 3),
      })),
      fields: fields.map(({ key, label, required }) => ({ name: key, label, needed: required })),
      remembered: found.columns.some(({ sure }) => sure === 1) && kept.state === 'mapped',
      rows: kept.state === 'mapped' ? { ...outcome.rows, total: found.count } : outcome.rows,
      skipped:
        kept.state === 'mapped' ? found.skipped.slice(0, 50).map(({ no, why }) => ({ row: no, why })) : outcome.skipped,
    }
  }

  function demandProgramme(id: string): Programme {
    const programme = house.programmes.get(id)
    if (!programme) throw new Problem('not-found', { what: 'programme' })
    return programme
  }

  async function opening(id: string, { actor, person }: Visitor): Promise<Kept> {
    const [found] = await inContext(db, actor.context, tx =>
      ask<Kept>(
        tx,
        'intake-open',
        `select shard, id, unit, programme, state, file, sheet, said, outcome from intake where id = $1 and by_person = $2`,
        [id, person],
      ),
    )
    if (!found) throw new Problem('not-found', { what: 'import' })
    return found
  }

  async function bytesOf({ shard, file }: Kept, { actor }: Visitor): Promise<Uint8Array> {
    const [found] = await inContext(db, actor.context, tx =>
      ask<{ bytes: Buffer }>(tx, 'intake-file', 'select bytes from file where shard = $1 and id = $2', [shard, file]),
    )
    if (!found) throw new Problem('not-found', { what: 'import' })
    return found.bytes
  }

  async function keepState(
    { shard, id, unit, sheet }: Kept,
    { actor, person }: Visitor,
    state: Kept['state'],
    outcome: Told,
    name = sheet,
    result?: Uint8Array,
  ): Promise<void> {
    const now = new Date(house.now())
    await inContext(db, actor.context, async tx => {
      const stored = result ? newId(house) : null
      if (result && stored)
        await keepFile(tx, { shard, id: stored, unit, kind: 'import.result', name, bytes: result, by: person, now })
      await ask(
        tx,
        'intake-state',
        `update intake set state = $3, outcome = $4, sheet = $5, result = coalesce($6, result), changed = $7 where shard = $1 and id = $2`,
        [shard, id, state, JSON.stringify(outcome), name, stored, now],
      )
    })
  }

  async function remember(unit: number, { id }: Programme, { found }: Register): Promise<void> {
    await ask(
      db,
      'intake-remember',
      `insert into setting (unit, key, value, at) values ($1, $2, $3, $4)
       on conflict (unit, key) do update set value = excluded.value, at = excluded.at`,
      [unit, memory(id, found.fingerprint), JSON.stringify(rememberMapping(found)), new Date(house.now())],
    )
  }
}

const memory = (programme: string, fingerprint: string) => `import.${programme}.${fingerprint}`

/** What was said before of a register with these heads, at the unit or above it. */
export async function remembered(db: Queryable, unit: number, { id }: Programme, fingerprint: string) {
  const [found] = await ask<{ value: Remembered }>(
    db,
    'intake-remembered',
    `select s.value from unit_ancestor a join setting s on s.unit = a.ancestor and s.key = $2
     where a.unit = $1 and a.until = 'infinity' order by a.level desc limit 1`,
    [unit, memory(id, fingerprint)],
  )
  return found?.value
}

type NewFile = {
  shard: number
  id: string
  unit: number
  kind: string
  name: string
  bytes: Uint8Array
  by: string
  now: Date
}

const keepFile = (tx: Queryable, { shard, id, unit, kind, name, bytes, by, now }: NewFile) =>
  ask(
    tx,
    'file-keep',
    `insert into file (shard, id, unit, kind, name, type, sha256, bytes, by_person, at)
     values ($1, $2, $3, $4, $5, 'application/octet-stream', $6, $7, $8, $9)`,
    [shard, id, unit, kind, name, createHash('sha256').update(bytes).digest('hex'), bytes, by, now],
  )

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
