import { createHash } from 'node:crypto'
import { Problem } from '#base/problem'
import type { House } from '#engine/house'
import { newId } from '#engine/perform'
import type { Actor } from '#federation/actor'
import type { Programme } from '#language'
import { giveBack } from '#papers/sheets/give-back'
import { rememberMapping, type Remembered } from '#papers/sheets/mapping'
import { readSheets, type SheetFile } from '#papers/sheets/read-sheet'
import { ask, inContext, type Queryable } from '#store/database'
import type { Language } from '#views/house-words'
import { paperWords } from '#views/paper-words'
import { indicatorWords } from './figure-cells.ts'
import { goThrough, registerOf, type Outcome, type Register } from './intake.ts'

/** An import as it is kept. */
export type Kept = {
  readonly shard: number
  readonly id: string
  readonly unit: number
  readonly programme: string
  readonly state: 'mapped' | 'rehearsed' | 'running' | 'done'
  readonly file: string
  readonly sheet: string
  readonly outcome: Told | Record<string, never>
}
export type Told = {
  rows: Outcome['rows']
  skipped: { row: number; why: string }[]
  problems: Outcome['problems']
  wouldCount: { name: string; value: number; unit: string }[]
}
export const nothingTold: Told = {
  rows: { total: 0, good: 0, repeated: 0, bad: 0 },
  skipped: [],
  problems: [],
  wouldCount: [],
}

/** What is to be done with an import, as plain values: it may be done by another process. */
export type ImportJob = {
  readonly kept: Kept
  readonly language: Language
  /** As a rehearsal, or for good. */
  readonly forGood: boolean
  readonly columns?: Remembered | undefined
  readonly sheet?: string | undefined
  readonly remember?: boolean | undefined
}

/** Goes through the register of an import and keeps what became of it. */
export async function carryOutImport(house: House, actor: Actor, job: ImportJob): Promise<void> {
  const { kept, language, forGood } = job
  await keepState(house, actor, kept, forGood ? 'running' : 'mapped', nothingTold)
  const { programme, file, register } = await reopened(house, actor, kept, job)
  if (job.remember) await remember(house, kept.unit, programme, register)
  const way = { house, actor, programme, unit: kept.unit, language }
  const outcome = await goThrough(way, register, forGood)
  const result = forGood ? await resultOf(file, register, outcome, language) : undefined
  await keepState(house, actor, kept, forGood ? 'done' : 'rehearsed', told(house, outcome), register.sheet.name, result)
}

/** The workbook of an import again, its columns as they are remembered and as they are said now. */
export async function reopened(
  house: House,
  actor: Actor,
  kept: Kept,
  said: { columns?: Remembered | undefined; sheet?: string | undefined } = {},
) {
  const programme = demandProgramme(house, kept.programme)
  const file = await readSheets(await bytesOf(house, actor, kept))
  const register = await registerOf(file, said.sheet ?? kept.sheet, programme, async print => ({
    ...(await remembered(house.db, kept.unit, programme, print)),
    ...said.columns,
  }))
  return { programme, file, register, names: file.sheets.map(each => each.name) }
}

export function demandProgramme({ programmes }: House, id: string): Programme {
  const programme = programmes.get(id)
  if (!programme) throw new Problem('not-found', { what: 'programme' })
  return programme
}

async function resultOf(
  file: SheetFile,
  { sheet, found }: Register,
  { results }: Outcome,
  language: Language,
): Promise<Uint8Array> {
  const { imports } = paperWords(language)
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

function told({ book }: House, { rows, skipped, problems, counted }: Outcome): Told {
  const words = indicatorWords('zh-CN')
  const wouldCount = [...counted].flatMap(([ind, value]) => {
    const named = book.named(ind)
    const found = named && named.slice === '' ? words.get(named.key) : undefined
    if (!found || found.programme === '') return []
    return [{ name: found.name, value: typeof value === 'number' ? value : value.size, unit: found.unit }]
  })
  return { rows, problems, wouldCount, skipped: skipped.map(({ no, why }) => ({ row: no, why })) }
}

async function bytesOf({ db }: House, { context }: Actor, { shard, file }: Kept): Promise<Uint8Array> {
  const [found] = await inContext(db, context, tx =>
    ask<{ bytes: Buffer }>(tx, 'intake-file', 'select bytes from file where shard = $1 and id = $2', [shard, file]),
  )
  if (!found) throw new Problem('not-found', { what: 'import' })
  return found.bytes
}

async function keepState(
  house: House,
  { context, person }: Actor,
  { shard, id, unit, sheet }: Kept,
  state: Kept['state'],
  outcome: Told,
  name = sheet,
  result?: Uint8Array,
): Promise<void> {
  const now = new Date(house.now())
  await inContext(house.db, context, async tx => {
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

async function remember(house: House, unit: number, { id }: Programme, { found }: Register): Promise<void> {
  await ask(
    house.db,
    'intake-remember',
    `insert into setting (unit, key, value, at) values ($1, $2, $3, $4)
     on conflict (unit, key) do update set value = excluded.value, at = excluded.at`,
    [unit, memory(id, found.fingerprint), JSON.stringify(rememberMapping(found)), new Date(house.now())],
  )
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

/** Keeps a file with its digest. */
export const keepFile = (tx: Queryable, { shard, id, unit, kind, name, bytes, by, now }: NewFile) =>
  ask(
    tx,
    'file-keep',
    `insert into file (shard, id, unit, kind, name, type, sha256, bytes, by_person, at)
     values ($1, $2, $3, $4, $5, 'application/octet-stream', $6, $7, $8, $9)`,
    [shard, id, unit, kind, name, createHash('sha256').update(bytes).digest('hex'), bytes, by, now],
  )
