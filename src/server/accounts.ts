import { dayAt } from '#base/day'
import { Problem } from '#base/problem'
import { actorChannel } from '#engine/appointment'
import { audited, note } from '#engine/audit'
import { newId } from '#engine/perform'
import { accountsWhere, type ListedAccount } from '#federation/account-list'
import { addAccount, dropTwoFactor, resetPassword, setDisabled, takenBy, unlock } from '#federation/accounts'
import { actorFor } from '#federation/actor'
import { houseRules } from '#federation/house-rules'
import { authorise, reach, reaches } from '#federation/reach'
import { ask, houseContext, inContext, type Tx } from '#store/database'
import { houseWords } from '#views/house-words'
import { namesOf } from '#views/people'
import { scopeOf } from '#views/scope'
import { unitBriefs } from '#views/units'
import { appoint } from './appointing.ts'
import { isUsername, plainUsername } from './username.ts'
import type { Given, Handlers, Visitor } from './doors.ts'
import type { Office } from './office.ts'
import { firstPassword, hashPassword } from './password.ts'
import { demandPlace } from './units.ts'

const rules = houseRules['accounts.keep']

/** Accounts are kept by the administrators of the tree above all the posts an account stands for. */
export function accountDoors({ db, house, sessions }: Office): Handlers {
  const today = () => dayAt(house.now())
  const inHouse = <Result>(work: (tx: Tx) => Promise<Result>) => inContext(db, houseContext, work)

  return {
    async accounts({ query: { q, unit }, visitor }) {
      const seen = reach(visitor.actor, rules)
      if (seen.below.length === 0) throw new Problem('not-allowed')
      const { all, shards, units } = scopeOf(seen)
      const near = { all, shards: [...shards], units: [...units] }
      const asked = { ...(q ? { q } : {}), ...(unit === undefined ? {} : { unit }), near }
      const rows = await inHouse(tx => accountsWhere(tx, today(), asked))
      return { rows: await Promise.all(rows.map(row => described(row, visitor))) }
    },

    async makeAccount({ body, visitor }) {
      const place = await demandPlace(db, body.unit)
      authorise(visitor.actor, rules, { ...place, people: [] })
      const username = plainUsername(body.username)
      if (!isUsername(username))
        throw new Problem('invalid-input', { issues: [{ path: 'username', rule: 'username' }] })
      const person = body.person?.id ?? newId(house)
      const taken = await takenBy(db, username, person)
      if (taken)
        throw new Problem('already-stored', { reason: taken === 'username' ? 'username-taken' : 'has-account' })
      const known = body.person ? await demandPerson(person, visitor) : undefined
      const who = known ? { id: person } : { id: person, name: body.name }
      await appoint(house, visitor.actor, who, body.post, place.unit)
      const [password, id] = [firstPassword(), newId(house)]
      const hash = await hashPassword(password)
      const name = known ?? body.name
      const at = { person, shard: place.shard, unit: place.unit, name, username, hash, mustChange: true }
      await inContext(db, visitor.actor.context, async tx => {
        await addAccount(tx, { id, credential: newId(house), ...at })
        await note(tx, audited(house, visitor.person, place.unit, 'account-made', id, { person }))
      })
      return { account: await accountOf(id, visitor), firstPassword: password }
    },

    async changeAccount(given) {
      const account = await demandAccount(given)
      const { act } = given.body
      const password = act === 'new-password' ? firstPassword() : undefined
      const hash = password ? await hashPassword(password) : ''
      await inHouse(async tx => {
        if (act === 'new-password') await resetPassword(tx, account.id, hash)
        if (act === 'unlock') await unlock(tx, account.id)
        if (act === 'disable' || act === 'enable') await setDisabled(tx, account.id, act === 'disable')
        if (act === 'drop-two-factor') await dropTwoFactor(tx, account.id)
        await note(tx, audited(house, given.visitor.person, account.unit, `account-${act}`, account.id, {}))
        await ask(tx, 'account-tell', `select pg_notify('${actorChannel}', $1)`, [account.person])
      })
      sessions.forget(account.id)
      return {
        account: await accountOf(account.id, given.visitor),
        ...(password ? { firstPassword: password } : {}),
      }
    },
  }

  /** The account, when every post it stands for lies below the keeper: nobody resets the password of somebody above her. */
  async function demandAccount({ params: { id }, visitor, body }: Given<'changeAccount'>): Promise<ListedAccount> {
    const [account] = await inHouse(tx => accountsWhere(tx, today(), { id }))
    if (!account) throw new Problem('not-found', { what: 'account' })
    const seen = reach(visitor.actor, rules)
    const places = account.posts.length > 0 ? account.posts : [account]
    if (!places.every(({ unit, shard }) => reaches(seen, { unit, shard, people: [] }))) throw new Problem('not-allowed')
    if (body.act === 'disable' && account.person === visitor.person)
      throw new Problem('not-allowed', { reason: 'own-account' })
    return account
  }

  /** The name of a person the keeper sees, none of whose posts lies outside her reach: an account opens all of them. */
  async function demandPerson(person: string, { actor }: Visitor): Promise<string> {
    const name = (await inContext(db, actor.context, tx => namesOf(tx, [person]))).get(person)
    if (name === undefined) throw new Problem('not-found', { what: 'person' })
    const { posts } = await actorFor(db, person, today())
    const seen = reach(actor, rules)
    if (!posts.every(post => reaches(seen, { ...post, people: [] }))) throw new Problem('not-allowed')
    return name
  }

  async function accountOf(id: string, visitor: Visitor) {
    const [row] = await inHouse(tx => accountsWhere(tx, today(), { id }))
    if (!row) throw new Problem('not-found', { what: 'account' })
    return described(row, visitor)
  }

  async function described({ posts, ...row }: ListedAccount, { language }: Visitor) {
    const words = houseWords(language).posts
    const units = await unitBriefs(
      db,
      posts.map(post => post.unit),
    )
    return {
      ...row,
      posts: posts.flatMap(({ kind, unit, term }) => {
        const brief = units.get(unit)
        return brief ? [{ kind, name: words[kind], unit: brief, term }] : []
      }),
    }
  }
}
