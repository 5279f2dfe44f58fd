import { dayAt } from '#base/day'
import { setPreferences } from '#federation/accounts'
import { houseWords } from '#views/house-words'
import { unitBriefs } from '#views/units'
import type { Handlers, Visitor } from './doors.ts'
import { ways } from './courier.ts'
import type { Office } from './office.ts'

/** Who I am, which posts I hold, and how I like to read. */
export function meDoors({ db, house, sessions, settings }: Office): Handlers {
  return {
    me: ({ visitor }) => describe(visitor),
    async setMe({ visitor, body }) {
      await setPreferences(db, visitor.account, defined(body))
      sessions.forget(visitor.account)
      return describe({ ...visitor, ...defined(body) })
    },
  }

  async function describe({ actor, ...who }: Visitor) {
    const words = houseWords(who.language)
    const units = await unitBriefs(
      db,
      actor.posts.map(post => post.unit),
    )
    const posts = actor.posts.flatMap(({ kind, unit, term }) => {
      const brief = units.get(unit)
      return brief ? [{ kind, name: words.posts[kind], unit: brief, term }] : []
    })
    const highest = Math.min(...actor.posts.map(post => post.level))
    const { person, name, username, language, size, theme, mail, noticeBy, noticeTo, digest, twoFactor, mustChange } =
      who
    const face: 'field' | 'desk' = highest === 4 || highest === 5 ? 'field' : 'desk'
    return {
      person,
      name,
      username,
      posts,
      language,
      size,
      theme,
      ...{ mail, noticeBy, noticeTo, digest },
      ways: ways.filter(way => settings.notices?.[way] !== undefined),
      face,
      twoFactor,
      mustChange,
      today: dayAt(house.now()),
    }
  }
}

type Defined<Value> = { [Key in keyof Value]?: Exclude<Value[Key], undefined> }

const defined = <Value extends object>(value: Value): Defined<Value> =>
  // what is undefined is left out, the rest keeps its type
  Object.fromEntries(Object.entries(value).filter(([, each]) => each !== undefined)) as Defined<Value>
