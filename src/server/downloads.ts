import { Readable } from 'node:stream'
import type { FastifyInstance, FastifyReply } from 'fastify'
import { z } from 'zod'
import { dayAt } from '#base/day'
import { downloads } from '#contract/paths'
import { Question } from '#contract/figures'
import { recordFilter } from '#contract/work'
import { audited, note } from '#engine/audit'
import { reach } from '#federation/reach'
import { writeWorkbook, type ListOut } from '#papers/sheets/write-workbook'
import { programmes } from '#programmes/all'
import type { Programme } from '#language'
import { inSnapshot } from '#store/database'
import { accessSheet, recordsSheet } from '#views/export'
import { filled, houseWords } from '#views/house-words'
import { repliesOf } from '#views/handed'
import { wordsFor } from '#views/programme-words'
import { openedRecord } from '#views/record-page'
import { scopeBelow, scopeHere, sights } from '#views/scope'
import { unitBriefs } from '#views/units'
import { admit, type Visitor } from './doors.ts'
import { figuresSheet } from './figures-sheet.ts'
import type { Office } from './office.ts'
import { openPaperDownloads } from './paper-downloads.ts'

const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** Files to take away: the same lists as on the screen, with the same rights. */
export function openDownloads(app: FastifyInstance, office: Office): void {
  const { db, house, actors } = office
  openPaperDownloads(app, office)
  const open = (url: string, querystring: z.ZodType | undefined, make: (given: Asked) => Promise<ListOut>) =>
    app.get(url, {
      schema: {
        tags: ['downloads'],
        ...(querystring ? { querystring } : {}),
        ...(url.includes(':') ? { params: recordParams } : {}),
      },
      async onRequest(request, reply) {
        request.visitor = await admit(request, reply, office)
      },
      async handler(request, reply) {
        const visitor = request.visitor as Visitor // let in just above
        const list = await make({ query: request.query, params: request.params as Asked['params'], visitor })
        await note(db, audited(house, visitor.person, visitor.actor.posts[0]?.unit ?? null, 'export', url, {}))
        return sendSheet(reply, list, `${list.title}-${dayAt(house.now())}`)
      },
    })

  open(downloads.recordsSheet, recordFilter, async ({ query, visitor }) => {
    const { unit, only, q: text, after: _, limit: __, ...filters } = query as z.output<typeof recordFilter>
    const within =
      unit === undefined ? undefined : only === 'here' ? scopeHere(unit) : scopeBelow(await actors.below(unit))
    const seen = sights(house.programmes.values(), programme => reach(visitor.actor, programme.access.see ?? []))
    const one = filters.programme ? house.programmes.get(filters.programme) : undefined
    const words = houseWords(visitor.language).sheet
    const at = unit ?? visitor.actor.posts[0]?.unit ?? 0
    const scope = (await unitBriefs(db, [at])).get(at)?.name ?? ''
    const titles = {
      title: one ? wordsFor(one, visitor.language).name : words.records,
      scope,
      asOf: asOf(visitor),
    }
    const question = { ...filters, within, text }
    return recordsSheet(db, seen, visitor.actor, question, house.programmes, visitor.language, titles)
  })

  open(downloads.repliesSheet, undefined, async ({ params, visitor }) => {
    const see = (programme: Programme) => reach(visitor.actor, programme.access.see ?? [])
    const { language } = visitor
    const { programme, found } = await inSnapshot(db, visitor.actor.context, async tx => {
      const opened = await openedRecord(tx, params, house.programmes, see)
      return { programme: opened.programme, found: await repliesOf(tx, opened) }
    })
    const units = await unitBriefs(
      db,
      found.rows.map(row => row.unit),
    )
    const words = wordsFor(programme, language)
    const { head } = houseWords(language)
    const text = (title: string) => ({ head: title, kind: 'text' as const })
    return {
      title: found.title,
      scope: '',
      asOf: asOf(visitor),
      columns: [text(head.unit), text(head.phase), ...found.asks.map(text)],
      rows: found.rows.map(({ unit, phase, replies }) => [
        units.get(unit)?.name ?? '',
        words.phase(phase),
        ...found.asks.map((_, at) => replies?.[at] ?? null),
      ]),
    }
  })

  open(downloads.accessBook, undefined, async ({ visitor }) =>
    accessSheet(programmes, visitor.language, { scope: '', asOf: asOf(visitor) }),
  )

  open(downloads.figuresSheet, figureQuery, async ({ query, visitor }) =>
    figuresSheet(office, visitor, query as z.output<typeof Question>, asOf(visitor)),
  )

  const asOf = ({ language }: Visitor) => filled(houseWords(language).sheet.asOf, { day: dayAt(house.now()) })
}

type Asked = { query: unknown; params: z.output<typeof recordParams>; visitor: Visitor }

const recordParams = z.object({ shard: z.coerce.number().int(), id: z.uuid() })

/** A question about figures in an address: the indicators parted by commas. */
const figureQuery = z
  .object({ indicators: z.string() })
  .loose()
  .transform(({ indicators, unit, ...rest }) => ({ ...rest, unit: Number(unit), indicators: indicators.split(',') }))
  .pipe(Question)

/** Sends a workbook as it is written. */
export function sendSheet(reply: FastifyReply, list: ListOut, name: string): FastifyReply {
  return sendFile(reply, Readable.from(writeWorkbook(list)), `${name}.xlsx`, xlsx)
}

export function sendFile(
  reply: FastifyReply,
  content: Readable | Uint8Array,
  name: string,
  type: string,
): FastifyReply {
  return reply
    .type(type)
    .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(name)}`)
    .header('cache-control', 'no-store')
    .send(content)
}
