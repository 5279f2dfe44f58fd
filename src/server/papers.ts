import type { Day } from '#base/day'
import { Problem } from '#base/problem'
import { audited, note } from '#engine/audit'
import type { House } from '#engine/house'
import { newId } from '#engine/perform'
import { houseRules } from '#federation/house-rules'
import { authorise, reach } from '#federation/reach'
import { docxText } from '#papers/reading/docx'
import { readReport } from '#papers/reading/read'
import { ask, inContext, type Queryable, type Tx } from '#store/database'
import { reportLine, reportLines, storedReport } from '#views/reports'
import { scopeBelow } from '#views/scope'
import type { Given, Handlers, Visitor } from './doors.ts'
import { indicatorWords } from './figure-cells.ts'
import { judged } from './judging.ts'
import type { Office } from './office.ts'
import { candidatesOf, keptFigure, type KeptFigure } from './report-figures.ts'
import { demandPlace } from './units.ts'

export type OldReport = { readonly text: string; readonly figures: readonly KeptFigure[] }

/** Old reports: read once, gone through figure by figure; what is accepted stands as an opening figure with its clause. */
export function paperDoors(office: Office): Handlers {
  const { db, house, actors } = office
  const reachOf = ({ actor }: Visitor) => reach(actor, houseRules['papers.keep'])

  return {
    async reports({ query: { unit }, visitor }) {
      const within = unit === undefined ? undefined : scopeBelow(await actors.below(unit))
      const rows = await inContext(db, visitor.actor.context, tx => reportLines(tx, reachOf(visitor), within))
      return { rows }
    },

    async readReport({ body, visitor }) {
      const place = await demandPlace(db, body.unit)
      authorise(visitor.actor, houseRules['papers.keep'], { ...place, people: [] })
      const text = body.docx ? await docxText(Buffer.from(body.docx, 'base64')) : (body.text ?? '')
      if (!text.trim()) throw new Problem('invalid-input', { issues: [{ path: 'text', rule: 'no-text' }] })
      return inContext(db, visitor.actor.context, async tx => {
        const at = await keepOldReport(tx, house, visitor.person, place, { ...body, text })
        return page(tx, at, visitor)
      })
    },

    report: ({ params, visitor }) => inContext(db, visitor.actor.context, tx => page(tx, params, visitor)),

    judgeFigure: given => judge(given),
  }

  async function judge({ params, body, visitor }: Given<'judgeFigure'>) {
    const { actor } = visitor
    const kept = await inContext(db, actor.context, tx => storedReport<OldReport>(tx, reachOf(visitor), params, 'old'))
    const figure = kept.body.figures.find(each => each.no === body.no)
    if (!figure) throw new Problem('not-found', { reason: 'no-such-figure' })
    const now = await judged(house, actor, kept, figure, body)
    return inContext(db, actor.context, async tx => {
      // what others said of other figures meanwhile stays
      const current = await storedReport<OldReport>(tx, reachOf(visitor), params, 'old', true)
      const figures = current.body.figures.map(each => (each.no === now.no ? now : each))
      await keepBody(tx, params, { ...current.body, figures }, house.now())
      return page(tx, params, visitor)
    })
  }

  async function page(tx: Queryable, at: { shard: number; id: string }, visitor: Visitor) {
    const { body } = await storedReport<OldReport>(tx, reachOf(visitor), at, 'old')
    const words = indicatorWords(visitor.language)
    return {
      ...(await reportLine(tx, at)),
      text: body.text,
      figures: body.figures.map(figure => ({
        ...figure,
        candidates: candidatesOf(figure, words).map(({ key, name }) => ({ key, name })),
      })),
    }
  }
}

/** Reads a report and keeps it with its figures, to be gone through; says so in the audit. */
export async function keepOldReport(
  tx: Tx,
  house: House,
  by: string,
  { unit, shard }: { unit: number; shard: number },
  { name, text, from, to }: { name: string; text: string; from?: Day | undefined; to?: Day | undefined },
): Promise<{ shard: number; id: string; figures: number }> {
  const words = indicatorWords('zh-CN')
  const figures = readReport(text).map((figure, i) => keptFigure(figure, i + 1, words))
  const id = newId(house)
  const report: OldReport = { text, figures }
  await ask(
    tx,
    'keep-report',
    `insert into report (shard, id, unit, kind, title, first_day, last_day, body, by_person, at, changed)
     values ($1, $2, $3, 'old', $4, $5, $6, $7, $8, $9, $9)`,
    [shard, id, unit, name, from ?? null, to ?? null, JSON.stringify(report), by, new Date(house.now())],
  )
  await note(tx, audited(house, by, unit, 'read-report', id, {}))
  return { shard, id, figures: figures.length }
}

export const keepBody = (tx: Tx, at: { shard: number; id: string }, body: object, now: number) =>
  ask(tx, 'keep-report-body', 'update report set body = $3, changed = $4 where shard = $1 and id = $2', [
    at.shard,
    at.id,
    JSON.stringify(body),
    new Date(now),
  ])
