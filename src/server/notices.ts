import { dayAt, hourAt, type Day } from '#base/day'
import { ask, houseContext, inContext } from '#store/database'
import type { MailSettings } from '#store/settings'
import { noticeOf } from '#views/notice'
import { scopeBelow } from '#views/scope'
import { unitBriefs } from '#views/units'
import { waitingFor } from '#views/waiting'
import type { Post } from './mail.ts'
import { NotSent } from './mail-refused.ts'
import type { Office } from './office.ts'
import type { Language } from './signed-in.ts'

type Due = { id: string; person: string; language: Language; mail: string; before: Day | null }

export type NoticeRound = { readonly sent: number; readonly failures: readonly unknown[] }

/**
 * Sends what waits to those who asked for it, once a day or a week, after the hour that is set; nothing when nothing waits.
 * Answers how many letters went out and what was in the way of others. An address the mail server will never take is left for the
 * day, so that it does not come up again each minute; whatever else fails is tried again the next time.
 */
export async function sendNotices(
  office: Office,
  post: Post,
  { hour }: Pick<MailSettings, 'hour'>,
): Promise<NoticeRound> {
  const { db, house } = office
  if (hourAt(house.now()) < hour) return { sent: 0, failures: [] }
  const today = dayAt(house.now())
  const due = await inContext(db, houseContext, tx =>
    ask<Due>(
      tx,
      'notices-due',
      `select id, person, language, mail, digest_on as before from account
       where digest <> 'off' and mail is not null and not disabled
         and (digest_on is null or digest_on <= case digest when 'daily' then $1::date - 1 else $1::date - 7 end)
       order by digest_on nulls first limit 100`,
      [today],
    ),
  )
  let sent = 0
  const failures: unknown[] = []
  for (const account of due) {
    // whoever takes the day first sends it: another server, or this one after a restart, finds it taken
    if (!(await takeDay(office, account, today))) continue
    try {
      const letter = await letterTo(office, account, today)
      if (!letter) continue
      await post.send({ to: account.mail, ...letter })
      sent++
    } catch (error) {
      failures.push(error)
      const answer = error instanceof NotSent ? error.answer : undefined
      if (answer !== undefined && answer >= 500) continue
      await takeDay(office, { ...account, before: today }, account.before)
      if (answer === undefined) break // not this letter is at fault: the mail server is not there, or the house is in trouble
    }
  }
  return { sent, failures }
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

async function letterTo(office: Office, { person, language }: Due, today: Day) {
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
  return noticeOf(waiting, { unit: brief?.short ?? '', url: office.url() }, language)
}
