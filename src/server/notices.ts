import { dayAt, hourAt, type Day } from '#base/day'
import { ask, houseContext, inContext } from '#store/database'
import type { NoticeSettings } from '#store/settings'
import { noticeOf } from '#views/notice'
import { scopeBelow } from '#views/scope'
import { unitBriefs } from '#views/units'
import { waitingFor } from '#views/waiting'
import { NotSent, type Courier, type Way } from './courier.ts'
import type { Office } from './office.ts'
import type { Language } from './signed-in.ts'

type Due = { id: string; person: string; language: Language; by: Way; to: string; before: Day | null }

export type NoticeRound = { readonly sent: number; readonly failures: readonly unknown[] }
export type Couriers = ReadonlyMap<Way, Courier>

/** A courier for every way that is set up. Their code is read only when there is one. */
export async function openCouriers({ mail, wecom, dingtalk, sms }: NoticeSettings): Promise<Couriers> {
  const found = new Map<Way, Courier>()
  if (mail) found.set('mail', (await import('./mail.ts')).openMail(mail))
  if (wecom) found.set('wecom', (await import('./chat.ts')).openWecom(wecom))
  if (dingtalk) found.set('dingtalk', (await import('./chat.ts')).openDingtalk(dingtalk))
  if (sms) found.set('sms', (await import('./sms.ts')).openSms(sms))
  return found
}

/**
 * Sends what waits to those who asked for it, once a day or a week, after the hour that is set; nothing when nothing waits.
 * Answers how many notices went out and what was in the way of others. An address nobody will ever take is left for the day, so that
 * it does not come up again each minute; whatever else fails is tried again the next time. A way on which nobody answers is left
 * alone for the rest of the round, the others go on.
 */
export async function sendNotices(
  office: Office,
  couriers: Couriers,
  { hour }: Pick<NoticeSettings, 'hour'>,
): Promise<NoticeRound> {
  const { db, house } = office
  if (hourAt(house.now()) < hour) return { sent: 0, failures: [] }
  const today = dayAt(house.now())
  const due = await inContext(db, houseContext, tx =>
    ask<Due>(
      tx,
      'notices-due',
      `select id, person, language, notice_by as by, case notice_by when 'mail' then mail else notice_to end as to, digest_on as before
       from account
       where digest <> 'off' and case notice_by when 'mail' then mail else notice_to end is not null and not disabled
         and notice_by = any($2) and (digest_on is null or digest_on <= case digest when 'daily' then $1::date - 1 else $1::date - 7 end)
       order by digest_on nulls first limit 100`,
      [today, [...couriers.keys()]],
    ),
  )
  let sent = 0
  const failures: unknown[] = []
  const away = new Set<Way>()
  for (const account of due) {
    const courier = couriers.get(account.by)
    if (!courier || away.has(account.by)) continue
    // whoever takes the day first sends it: another server, or this one after a restart, finds it taken
    if (!(await takeDay(office, account, today))) continue
    try {
      const letter = await letterTo(office, account, today)
      if (!letter) continue
      await courier.send({ to: account.to, ...letter })
      sent++
    } catch (error) {
      failures.push(error)
      const fate = error instanceof NotSent ? error.fate : 'gone'
      if (fate === 'never') continue
      await takeDay(office, { ...account, before: today }, account.before)
      if (fate === 'gone') away.add(account.by)
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
  return { ...noticeOf(waiting, { unit: brief?.short ?? '', url: office.url() }, language), count: waiting.length }
}
