import pg from 'pg'

pg.types.setTypeParser(pg.types.builtins.INT8, Number) // sums of counts and fen stay far below 2^53
pg.types.setTypeParser(pg.types.builtins.NUMERIC, Number)
pg.types.setTypeParser(pg.types.builtins.DATE, day => day) // a day is a plain 'YYYY-MM-DD'

export type Database = pg.Pool
export type Tx = pg.PoolClient
/** Either: for reads that do not care whether a transaction is open. */
export type Queryable = Pick<pg.Pool, 'query'> | Pick<pg.PoolClient, 'query'>

/** What a session may see and touch (row security): everything, or whole shards and single units. Made by federation/ only. */
export type Context = {
  readonly all: boolean
  readonly shards: readonly number[]
  readonly units: readonly number[]
  readonly actor: string
}

/** The product itself at work: folding, verifying, looking up who holds which post. Never for a person's request. */
export const houseContext: Context = { all: true, shards: [], units: [], actor: '00000000-0000-0000-0000-000000000000' }

/**
 * A pool for the app's own NOSUPERUSER role. Errors of idle connections are told to `onError`; the next query reconnects. A
 * connection sends what it is given without waiting for the answer before (pipeline), so statements that do not need each other
 * are sent together; they are carried out in the order they were sent.
 */
export function connect(config: pg.PoolConfig, onError: (error: Error) => void = () => {}): Database {
  const pool = new pg.Pool({ max: 10, pipeline: true, ...config })
  pool.on('error', onError)
  // a connection lost while it is lent out, between two of its queries, has nobody else to tell: unheard it would end the process
  pool.on('connect', client => client.on('error', () => {}))
  return pool
}

/** One named, prepared statement: planned once a connection. `name` must stand for exactly this text. */
export async function ask<Row extends pg.QueryResultRow>(
  db: Queryable,
  name: string,
  text: string,
  values: readonly unknown[] = [],
): Promise<Row[]> {
  return (await db.query<Row>({ name, text, values: values as unknown[] })).rows
}

/** Sent before its answer is needed. Whoever needs it awaits it; when something else goes wrong first, its own failure is nobody's. */
export function ahead<Result>(asked: Promise<Result>): Promise<Result> {
  asked.catch(() => {})
  return asked
}

/** All or nothing, seen as `context` sees. Deadlocks and serialisation failures are tried again, three times in all. */
export async function inContext<Result>(
  db: Database,
  context: Context,
  work: (tx: Tx) => Promise<Result>,
  begin = 'begin',
): Promise<Result> {
  for (let attempt = 1; ; attempt++) {
    const tx = await db.connect()
    try {
      const begun = ahead(tx.query(`${begin}; ${entered(context)}`))
      const result = await work(tx)
      await begun
      const over = tx.query('commit')
      // what was only read is told at once; whoever gets the connection next waits for its end, or hears of its loss
      if (begin === onlyReading) over.catch(() => {})
      else await over
      tx.release()
      return result
    } catch (error) {
      await tx.query('rollback').then(
        () => tx.release(),
        broken => tx.release(broken as Error),
      )
      if (attempt >= 3 || !isTransient(error)) throw error
    }
  }
}

/** A read-only look at one moment: every statement sees the same state, so figure and list cannot disagree. */
export const inSnapshot = <Result>(
  db: Database,
  context: Context,
  work: (tx: Tx) => Promise<Result>,
): Promise<Result> => inContext(db, context, work, onlyReading)

const onlyReading = 'begin isolation level repeatable read read only'

/** What `enter` does in the database, sent along with the transaction's first word. Holds nothing but whole numbers and an id. */
function entered({ all, shards, units, actor }: Context): string {
  if (![...shards, ...units].every(Number.isInteger) || !/^[0-9a-f-]{36}$/.test(actor)) throw new Error('not a context')
  return `set local app.reach = '${all ? 'all' : 'some'}'; set local app.shards = '{${shards.join()}}';
    set local app.units = '{${units.join()}}'; set local app.actor = '${actor}'`
}

/** Deadlock or serialisation failure: trying again is right. */
const isTransient = (error: unknown) => ['40001', '40P01'].includes(String((error as { code?: string }).code))
