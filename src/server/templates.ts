import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { Problem } from '#base/problem'
import { audited, note } from '#engine/audit'
import { newId } from '#engine/perform'
import { houseRules } from '#federation/house-rules'
import { authorise } from '#federation/reach'
import { ask, houseContext, inContext } from '#store/database'
import { unitBriefs } from '#views/units'
import type { Handlers } from './doors.ts'
import type { Office } from './office.ts'
import { demandPlace } from './units.ts'

const kind = 'template.review'

/** The template a unit's reviews are written in: its own, that of the nearest unit above which has one, or the house's. */
export function templateDoors(office: Office): Handlers {
  const { db, house } = office
  return {
    async reviewTemplate({ query: { unit }, visitor }) {
      const place = await demandPlace(db, unit)
      authorise(visitor.actor, houseRules['papers.keep'], { ...place, people: [] })
      return told(office, unit)
    },

    async setReviewTemplate({ body: { unit, name, docx }, visitor }) {
      const place = await demandPlace(db, unit)
      authorise(visitor.actor, houseRules['papers.keep'], { ...place, people: [] })
      const bytes = docx === null ? undefined : Buffer.from(docx, 'base64')
      if (bytes) await refuseStrangeTags(bytes)
      await inContext(db, visitor.actor.context, async tx => {
        await ask(tx, 'template-drop', 'delete from file where shard = $1 and unit = $2 and kind = $3', [
          place.shard,
          unit,
          kind,
        ])
        if (bytes)
          await ask(
            tx,
            'template-keep',
            `insert into file (shard, id, unit, kind, name, type, sha256, bytes, by_person, at)
             values ($1, $2, $3, $4, $5, 'application/octet-stream', $6, $7, $8, $9)`,
            [
              place.shard,
              newId(house),
              unit,
              kind,
              name,
              createHash('sha256').update(bytes).digest('hex'),
              bytes,
              visitor.person,
              new Date(house.now()),
            ],
          )
        await note(tx, audited(house, visitor.person, unit, 'template', kind, { own: bytes !== undefined }))
      })
      return told(office, unit)
    },
  }
}

/** The template in force for a unit, as a file. */
export async function templateFor(office: Office, unit: number): Promise<{ name: string; bytes: Uint8Array }> {
  const own = await inForce(office, unit)
  return own ? { name: own.name, bytes: own.bytes } : { name: '五年综述版式.docx', bytes: await houseTemplate() }
}

export const houseTemplate = (): Promise<Uint8Array> =>
  readFile(new URL('../../data/templates/review.docx', import.meta.url))

/** A template is no secret below the unit it was made for, so it is looked up by the house. */
async function inForce({ db }: Office, unit: number) {
  const [found] = await inContext(db, houseContext, tx =>
    ask<{ unit: number; name: string; bytes: Buffer }>(
      tx,
      'template-in-force',
      `select f.unit, f.name, f.bytes from unit_ancestor a join file f on f.unit = a.ancestor and f.kind = $2
       where a.unit = $1 and a.until = 'infinity' order by a.level desc, f.at desc limit 1`,
      [unit, kind],
    ),
  )
  return found
}

async function told(office: Office, unit: number) {
  const found = await inForce(office, unit)
  const from = found && (await unitBriefs(office.db, [found.unit])).get(found.unit)
  return { name: found?.name ?? null, from: from ?? null }
}

/** A tag nothing fills would stand empty in every review: better said now, one by one. */
async function refuseStrangeTags(template: Uint8Array): Promise<void> {
  const { tagsOf } = await import('#papers/review/template-tags')
  const [own, known] = await Promise.all([tagsOf(template), houseTemplate().then(tagsOf)])
  const strange = [...own].filter(tag => !known.has(tag))
  if (strange.length > 0)
    throw new Problem('invalid-input', { issues: strange.map(tag => ({ path: 'docx', rule: 'unknown-tag', tag })) })
  if (!own.has('chapters')) throw new Problem('invalid-input', { issues: [{ path: 'docx', rule: 'no-chapters' }] })
}
