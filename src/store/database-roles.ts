import pg from 'pg'
import { scramVerifier } from './scram.ts'

/** The role the rights of the app are granted to; row security is forced on it. */
export const appRole = 'niangjia_app'

/**
 * Checks as the owner that this database can carry the product: PostgreSQL 15 to 18, UTF-8, owned by this user; sets China's
 * time for its sessions. Answers server_version_num. Throws one line otherwise.
 */
export async function checkDatabase(owner: pg.Client): Promise<number> {
  const { rows } = await owner.query<{ version: string; encoding: string; name: string; owned: boolean; zone: string }>(
    `select current_setting('server_version_num') version, current_setting('server_encoding') encoding, datname as name,
       pg_has_role(datdba, 'usage') owned, current_setting('TimeZone') zone
     from pg_database where datname = current_database()`,
  )
  const [found] = rows
  const version = Number(found?.version)
  if (!found || version < 150_000 || version >= 190_000)
    throw new Error(
      `这台数据库是 PostgreSQL ${Math.floor(version / 10_000)}，请用 15 至 18 (PostgreSQL 15 to 18 is needed)`,
    )
  if (found.encoding !== 'UTF8')
    throw new Error(
      `数据库 ${found.name} 的编码是 ${found.encoding}，应当是 UTF8 (the database must be encoded in UTF8)`,
    )
  if (!found.owned)
    throw new Error(
      `DATABASE_URL 里的用户不是数据库 ${found.name} 的所有者 (the user in DATABASE_URL must own the database)`,
    )
  if (found.zone !== 'Asia/Shanghai')
    await owner.query(`alter database ${pg.escapeIdentifier(found.name)} set timezone to 'Asia/Shanghai'`)
  return version
}

/**
 * Makes or updates the role the app logs in as: no superuser, subject to row security. The password goes over as its
 * SCRAM verifier. What the role may do is granted by the migrations.
 */
export async function ensureAppRole(owner: pg.Client, password: string): Promise<void> {
  const exists = (await owner.query('select from pg_roles where rolname = $1', [appRole])).rowCount
  const verifier = pg.escapeLiteral(scramVerifier(password))
  await asRoleMaker(() => owner.query(`${exists ? 'alter' : 'create'} role ${appRole} login password ${verifier}`))
  await openDoor(owner)
  await refuseMighty(owner, appRole)
}

/** Lets another login, named in APP_DATABASE_URL, work with the app's rights. Needs no right when an administrator did it before. */
export async function admitLogin(owner: pg.Client, login: string): Promise<void> {
  const exists = (await owner.query('select from pg_roles where rolname = $1', [appRole])).rowCount
  if (!exists) await asRoleMaker(() => owner.query(`create role ${appRole} nologin`))
  await openDoor(owner)
  const { rows } = await owner.query<{ in: boolean }>(`select pg_has_role($1, $2, 'usage') "in"`, [login, appRole])
  if (!rows[0]?.in) await asRoleMaker(() => owner.query(`grant ${appRole} to ${pg.escapeIdentifier(login)}`))
  await refuseMighty(owner, login)
}

async function openDoor(owner: pg.Client): Promise<void> {
  const { rows } = await owner.query<{ name: string }>('select current_database() as name')
  await owner.query(`grant connect on database ${pg.escapeIdentifier(rows[0]?.name ?? '')} to ${appRole}`)
  await owner.query(`grant usage on schema public to ${appRole}`)
}

async function asRoleMaker(work: () => Promise<unknown>): Promise<void> {
  try {
    await work()
  } catch (error) {
    // pg rejects with Errors that may carry a code
    if ((error as { code?: string }).code !== '42501') throw error
    throw new Error(
      `DATABASE_URL 的用户不能建立用户 ${appRole}：请给它 CREATEROLE，或请管理员建好普通用户并写在 APP_DATABASE_URL 里 (the owner may not make role ${appRole}: grant CREATEROLE or set APP_DATABASE_URL)`,
    )
  }
}

/** A login that row security does not bind would see everything: the second wall would be gone. */
async function refuseMighty(owner: pg.Client, login: string): Promise<void> {
  const { rows } = await owner.query<{ mighty: boolean }>(
    `select rolsuper or rolbypassrls or (rolname = current_user)
       or (not rolsuper and pg_has_role(rolname, current_user, 'usage')) as mighty from pg_roles where rolname = $1`,
    [login],
  )
  if (rows[0]?.mighty !== false)
    throw new Error(
      `系统不能以 ${login} 登录：它是超级用户、所有者，或不受行级安全约束，请换一个普通用户 (the app's login must be neither superuser nor owner nor exempt from row security)`,
    )
}

/** The id of the keys this database was begun with, or undefined in a new database. */
export async function keysOfDatabase(owner: pg.Client): Promise<string | undefined> {
  const { rows: found } = await owner.query(`select to_regclass('public.installation') as it`)
  if (!found[0]?.it) return undefined
  const { rows } = await owner.query<{ keys: string }>('select keys from public.installation')
  return rows[0]?.keys
}

/** Remembers the keys of a new database, so that a later start with other keys is refused. */
export async function rememberKeys(owner: pg.Client, keys: string): Promise<void> {
  await owner.query(
    'create table if not exists public.installation (one boolean primary key default true check (one), keys text not null)',
  )
  await owner.query('insert into public.installation (keys) values ($1) on conflict do nothing', [keys])
}
