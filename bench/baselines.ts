import { createReadStream, createWriteStream, rmSync } from 'node:fs'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { DuckDBInstance } from '@duckdb/node-api'
import type { Client } from 'pg'
import { from as copyFrom, to as copyTo } from 'pg-copy-streams'

/** Measures as text, for the two baselines that read them from a file. */
export async function exportMeasures(owner: Client, folder: string, most: number): Promise<string> {
  const file = join(folder, `${most}.csv`)
  const text = `copy (select unit, ind, day, val from measure limit ${most}) to stdout (format csv)`
  await pipeline(owner.query(copyTo(text)), createWriteStream(file))
  return file
}

/** COPY into a bare table: as fast as rows go into PostgreSQL at all. Returns rows a second. */
export async function bareCopy(owner: Client, file: string, rows: number): Promise<number> {
  await owner.query('create table g_bare (unit int, ind smallint, day date, val bigint)')
  const start = performance.now()
  await pipeline(createReadStream(file), owner.query(copyFrom('copy g_bare from stdin (format csv)')))
  const speed = (rows * 1000) / (performance.now() - start)
  await owner.query('drop table g_bare')
  return speed
}

/** Documents with a JSONB object of numbers and an ltree path: what a quick design would keep. */
export async function makeDocuments(owner: Client): Promise<void> {
  for (const text of [
    'create extension if not exists ltree',
    `create unlogged table g_doc as
     select m.record, m.day, p.path, jsonb_build_object('f', jsonb_object_agg(m.ind, m.val)) doc
     from measure m join (
       select unit, string_agg('n' || ancestor, '.' order by level)::ltree path from unit_ancestor where until = 'infinity' group by 1) p using (unit)
     group by m.record, m.day, p.path`,
    'create index on g_doc using gist (path)',
    'create index on g_doc (day)',
    'vacuum analyze g_doc',
  ])
    await owner.query(text)
}

/** All indicators of a year by GROUP BY over the documents. */
export const askDocuments = (owner: Client, year: number) =>
  owner.query({
    name: 'documents',
    text: `select k::int i, sum(v::numeric) v from g_doc, jsonb_each_text(doc -> 'f') e(k, v)
      where path <@ 'n1'::ltree and day >= $1::date and day < $2::date group by 1`,
    values: [`${year}-01-01`, `${year + 1}-01-01`],
  })

/** All indicators of a year by GROUP BY over the indexed measures. */
export const askMeasures = (owner: Client, year: number) =>
  owner.query({
    name: 'measures',
    text: 'select ind i, sum(val) v from measure where day >= $1::date and day < $2::date group by 1',
    values: [`${year}-01-01`, `${year + 1}-01-01`],
  })

/** Exact distinct persons by COUNT DISTINCT with the index made for it. */
export const askDistinct = (owner: Client, ind: number, from: string, to: string) =>
  owner.query({
    name: 'distinct',
    text: 'select count(distinct person) n from reached where ind = $1 and day between $2::date and $3::date',
    values: [ind, from, to],
  })

export type Duck = { ask(year: number): Promise<unknown>; close(): void }

/** DuckDB over its own file of the same measures. */
export async function openDuck(file: string, folder: string): Promise<Duck> {
  const path = join(folder, 'measures.duckdb')
  const instance = await DuckDBInstance.create(path)
  const connection = await instance.connect()
  const columns = `{'unit': 'INTEGER', 'ind': 'SMALLINT', 'day': 'DATE', 'val': 'BIGINT'}`
  await connection.run(
    `create table measure as select * from read_csv('${file}', header = false, columns = ${columns})`,
  )
  await connection.run('checkpoint')
  return {
    ask: year =>
      connection.runAndReadAll(
        `select ind, sum(val) from measure where day >= '${year}-01-01' and day < '${year + 1}-01-01' group by 1`,
      ),
    close() {
      connection.closeSync()
      instance.closeSync()
      rmSync(path, { force: true })
    },
  }
}
