import { ask, type Queryable, type Tx } from '#store/database'

/** An account to be made: the hash of a first password, never the password. */
export type NewAccount = {
  readonly id: string
  readonly credential: string
  readonly person: string
  readonly shard: number
  readonly unit: number
  readonly name: string
  readonly username: string
  readonly hash: string
  readonly mustChange: boolean
}

export const anyAccount = async (db: Queryable): Promise<boolean> => {
  const [row] = await ask<{ any: boolean }>(db, 'any-account', 'select exists (select from account) as any')
  return row?.any ?? false
}

/** Is this user name, or this person, taken already? */
export async function takenBy(
  db: Queryable,
  username: string,
  person: string | undefined,
): Promise<'username' | 'person' | undefined> {
  const rows = await ask<{ username: string }>(
    db,
    'account-taken',
    'select username from account where username = $1 or person = $2',
    [username, person ?? null],
  )
  if (rows.length === 0) return undefined
  return rows.some(row => row.username === username) ? 'username' : 'person'
}

/** Makes an account with its password, as better-auth looks for them (the e-mail address it demands leads nowhere). */
export async function addAccount(tx: Queryable, account: NewAccount): Promise<void> {
  await ask(
    tx,
    'add-account',
    `insert into account (id, person, shard, unit, name, username, display_username, email, email_verified, must_change)
     values ($1, $2, $3, $4, $5, $6, $6, $6 || '@users.invalid', true, $7)`,
    [account.id, account.person, account.shard, account.unit, account.name, account.username, account.mustChange],
  )
  await ask(
    tx,
    'add-credential',
    `insert into credential (id, user_id, account_id, provider_id, password) values ($1, $2::uuid, $2::text, 'credential', $3)`,
    [account.credential, account.id, account.hash],
  )
}

/** Gives a new first password and ends every session. */
export async function resetPassword(tx: Tx, account: string, hash: string): Promise<void> {
  await ask(tx, 'reset-credential', `update credential set password = $2, updated_at = now() where user_id = $1`, [
    account,
    hash,
  ])
  await ask(
    tx,
    'reset-account',
    'update account set must_change = true, failures = 0, locked_until = null where id = $1',
    [account],
  )
  await endSessions(tx, account)
}

export const unlock = (tx: Tx, account: string) =>
  ask(tx, 'unlock-account', 'update account set failures = 0, locked_until = null where id = $1', [account])

/** A disabled account keeps its history; its sessions end at once. */
export async function setDisabled(tx: Tx, account: string, disabled: boolean): Promise<void> {
  await ask(tx, 'disable-account', 'update account set disabled = $2 where id = $1', [account, disabled])
  if (disabled) await endSessions(tx, account)
}

/** For somebody who lost her telephone: the second factor and every passkey go, the password stays. */
export async function dropTwoFactor(tx: Tx, account: string): Promise<void> {
  await ask(tx, 'drop-second-factor', 'delete from second_factor where user_id = $1', [account])
  await ask(tx, 'drop-passkeys', 'delete from passkey where user_id = $1', [account])
  await ask(tx, 'drop-two-factor', 'update account set two_factor = false where id = $1', [account])
  await endSessions(tx, account)
}

const endSessions = (tx: Tx, account: string) =>
  ask(tx, 'end-sessions', 'delete from session where user_id = $1', [account])

/** How she likes to read; what is left out stays. */
export const setPreferences = (
  db: Queryable,
  account: string,
  of: {
    language?: string
    size?: string
    theme?: string
    mail?: string | null
    noticeBy?: string
    noticeTo?: string | null
    digest?: string
  },
) =>
  ask(
    db,
    'set-preferences',
    `update account set language = coalesce($2, language), size = coalesce($3, size), theme = coalesce($4, theme),
       mail = case when $5 then $6 else mail end, digest = coalesce($7, digest), notice_by = coalesce($8, notice_by),
       notice_to = case when $9 then $10 else notice_to end where id = $1`,
    [
      account,
      of.language ?? null,
      of.size ?? null,
      of.theme ?? null,
      of.mail !== undefined,
      of.mail ?? null,
      of.digest ?? null,
      of.noticeBy ?? null,
      of.noticeTo !== undefined,
      of.noticeTo ?? null,
    ],
  )
