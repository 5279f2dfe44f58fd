import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import type { Tx } from './database.ts'

const folder = path.resolve(import.meta.dirname, '../../migrations')

/**
 * Brings the database forward by the numbered SQL files, each in its own transaction, as the owner role; never back.
 * A file that was carried out and then edited is an error: what has run cannot be changed afterwards. Returns the names carried out now.
 */
export async function migrate(owner: Pick<Tx, 'query'>): Promise<string[]> {
  await owner.query(
    'create table if not exists migration (name text primary key, sha256 text not null, at timestamptz not null default now())',
  )
  await owner.query('select pg_advisory_lock(4710)')
  try {
    const done = new Map(
      (await owner.query<{ name: string; sha256: string }>('select name, sha256 from migration')).rows.map(row => [
        row.name,
        row.sha256,
      ]),
    )
    const carriedOut: string[] = []
    for (const name of (await readdir(folder)).filter(file => /^\d{4}-.*\.sql$/.test(file)).toSorted()) {
      const text = await readFile(path.join(folder, name), 'utf8')
      const sha256 = createHash('sha256').update(text).digest('hex')
      if (done.has(name)) {
        if (done.get(name) !== sha256)
          throw new Error(`${name} 已经执行过，之后又被改动（this migration ran and was edited afterwards）`)
        continue
      }
      await owner
        .query(`begin; ${text}; insert into migration (name, sha256) values ('${name}', '${sha256}'); commit`)
        .catch(async error => {
          await owner.query('rollback')
          throw new Error(`${name}: ${(error as Error).message}`, { cause: error })
        })
      carriedOut.push(name)
    }
    return carriedOut
  } finally {
    await owner.query('select pg_advisory_unlock(4710)')
  }
}
