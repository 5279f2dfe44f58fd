import { dayAt, type Day } from '#base/day'
import { ask, houseContext, inContext } from '#store/database'
import type { MailSettings } from '#store/settings'
import { noticeOf } from '#views/notice'
import { scopeBelow } from '#views/scope'
import { unitBriefs } from '#views/units'
import { waitingFor } from '#views/waiting'
import type { Post } from './mail.ts'
import type { Office } from './office.ts'
import type { Language } from './signed-in.ts'

type Due = { id: string; person: string; name: string; language: Language; mail: string; before: Day | null }

/**
 * Sends what waits to those who asked for it, once a day or a week, after the hour that is set; nothing when nothing waits.
 * Answers how many letters went out. A letter that could not be sent is tried again the next time.
 */
export async function sendNotices(office: Office, post: Post, { hour }: Pick<MailSettings, 'hour'>): Promise<number> {
  const { db, house } = office
  if (hourAt(house.now()) < hour) return 0
  const today = dayAt(house.now())
  const due = await inContext(db, houseContext, tx =>
    ask<Due>(
      tx,
      'notices-due',
      `select id, person, name, language, mail, digest_on as before from account
       where digest <> 'off' and mail is not null and not disabled
         and (digest_on is null or digest_on <= case digest when 'daily' then $1::date - 1 else $1::date - 7 end)
       order by digest_on nulls first limit 100`,
      [today],
    ),
  )
  let sent = 0
  for (const account of due) {
    // whoever takes the day first sends it: another server, or this one after a restart, finds it taken
    if (!(await takeDay(office, account, today))) continue
    try {
      const letter = await letterTo(office, account, today)
      if (!letter) continue
      await post.send({ to: account.mail, ...letter })
      sent++
    } catch (error) {
      await takeDay(office, { ...account, before: today }, account.before)
      throw error
    }
  }
  return sent
}

async function takeDay({ db }: Office, { id, before }: Due, day: Day | null): Promise<boolean> {
  const taken = await inContext(db, houseContext, tx =>
    ask(
      tx,
      'notices-take',
      'update account set digest_on = $3 where id = $1 and digest_on is not distinct from $2 returning id',
      [id, before, day],
    ),
  )
  return taken.length > 0
}

async function letterTo(office: Office, { person, name, language }: Due, today: Day) {
  const { db, house, actors } = office
  const actor = await actors.of(person)
  const unit = actor.posts[0]?.unit
  if (unit === undefined) return undefined
  const below = scopeBelow(await actors.below(unit))
  const waiting = await inContext(db, actor.context, tx =>
    waitingFor({ tx, actor, unit, below, programmes: house.programmes, today, language }),
  )
  if (waiting.length === 0) return undefined
  const brief = (await unitBriefs(db, [unit])).get(unit)
  return noticeOf(waiting, { unit: brief?.short ?? '', name, url: office.url() }, language)
}

/** The hour of the day in Beijing. */
const hourAt = (now: number): number => new Date(now + 8 * 3_600_000).getUTCHours()
