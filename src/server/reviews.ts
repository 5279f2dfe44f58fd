import { createHash } from 'node:crypto'
import { setImmediate as breathe } from 'node:timers/promises'
import { Problem } from '#base/problem'
import { issueReport, type Frozen } from '#engine/issue'
import { keepReport } from '#engine/report-order'
import { houseRules } from '#federation/house-rules'
import { authorise, reach } from '#federation/reach'
import { boundParagraphs } from '#papers/review/bound'
import type { ReviewBody } from '#papers/review/body'
import { checkReview } from '#papers/review/check'
import type { Run } from '#papers/review/compose'
import { chineseNumber } from '#papers/review/numeral'
import { programmes } from '#programmes/all'
import { inContext } from '#store/database'
import { digest } from '#views/digest'
import type { FigureDesk } from '#views/figures'
import { decodeStatement } from '#views/handle'
import { filled } from '#views/house-words'
import { paperWords } from '#views/paper-words'
import { reportLine, storedReport, type StoredReport } from '#views/reports'
import { reviewOf } from '#views/review'
import { changesOf, handlesOf, nowOf } from '#views/review-now'
import { unitBriefs } from '#views/units'
import type { Given, Handlers, Visitor } from './doors.ts'
import type { Office } from './office.ts'
import { templateFor } from './templates.ts'
import { demandPlace } from './units.ts'
import { figureDesk } from './figures.ts'

export type KeptReview = ReviewBody & { readonly issuedAt?: string }
type At = { readonly shard: number; readonly id: string }

/** Reviews: written from what exists, alive until issued, checked when somebody has edited a copy. */
export function reviewDoors(office: Office): Handlers {
  const { house } = office

  return {
    async writeReview({ body: { unit, from, to, title }, visitor }) {
      if (from > to) throw new Problem('invalid-input', { issues: [{ path: 'from', rule: 'after-to', to }] })
      const place = await demandPlace(office.db, unit)
      authorise(visitor.actor, houseRules['papers.keep'], { ...place, people: [] })
      const body = await writtenNow(office, figureDesk(office, visitor), { unit, from, to, title })
      const at = await keepReport(house, visitor.actor, place, { kind: 'review', title: body.title, from, to, body })
      return page(at, visitor)
    },

    review: ({ params, visitor }) => page(params, visitor),

    async checkReview({ params, body: { docx }, visitor }) {
      await openedReview(office, params, visitor)
      const paragraphs = await boundParagraphs(Buffer.from(docx, 'base64')).catch(() => {
        throw new Problem('invalid-input', { issues: [{ path: 'docx', rule: 'not-a-word-document' }] })
      })
      const handles = paragraphs.flatMap(each => each.runs.flatMap(run => handleIn(run.target) ?? []))
      const now = await nowOf(figureDesk(office, visitor), programmes, handles)
      const { advice } = paperWords(visitor.language)
      const findings = checkReview(paragraphs, handleIn, now)
      return {
        findings: findings.map(each => ({
          ...each,
          advice: filled(each.kind === 'stale' && each.now === null ? advice.gone : advice[each.kind], { ...each }),
        })),
      }
    },

    issueReview: given => issue(given),
  }

  async function issue({ params, body: { order }, visitor }: Given<'issueReview'>) {
    const report = await openedReview(office, params, visitor)
    if (!report.body.issuedAt) {
      const desk = figureDesk(office, visitor)
      const body = await writtenNow(office, desk, report)
      await issueReport(house, visitor.actor, order, params, body, await frozen(desk, body))
    }
    return page(params, visitor)
  }

  async function page(at: At, visitor: Visitor) {
    const { body } = await openedReview(office, at, visitor)
    const desk = figureDesk(office, visitor)
    const now = await nowOf(desk, programmes, handlesOf(body))
    const changed = await changesOf(desk, house.programmes, body, now)
    const { causes } = paperWords(visitor.language)
    const live = ({ value, ...run }: Run) =>
      run.handle
        ? { ...run, now: now.get(run.handle)?.value ?? null, ...(body.issuedAt ? { issued: value ?? null } : {}) }
        : run
    const chapters = body.chapters.map(({ key, heading, parts }) => ({
      key,
      title: heading,
      sentences: parts.flatMap(part =>
        part.sentences.map(({ id, runs }) => ({ id, runs: runs.map(run => live(run)) })),
      ),
    }))
    const counted = chapters.filter(({ key }) => key !== 'opening')
    const no = new Map(counted.map(({ key }, i) => [key, `${chineseNumber(i + 1)}、`]))
    return {
      ...(await inContext(office.db, visitor.actor.context, tx => reportLine(tx, at))),
      chapters: chapters.map(each => ({ ...each, title: `${no.get(each.key) ?? ''}${each.title}` })),
      figures: body.sources.length,
      changed: changed.map(each => ({
        ...each,
        causes: each.causes.map(({ cause, change }) => ({ cause: causes[cause] ?? cause, change })),
      })),
      issuedAt: body.issuedAt ?? null,
      findings: [],
    }
  }
}

/** A review within reach. */
export const openedReview = ({ db }: Office, at: At, { actor }: Visitor): Promise<StoredReport<KeptReview>> =>
  inContext(db, actor.context, tx =>
    storedReport<KeptReview>(tx, reach(actor, houseRules['papers.keep']), at, 'review'),
  )

/** A review of these days as it would be written now. */
export async function writtenNow(
  { db }: Pick<Office, 'db'>,
  desk: FigureDesk,
  { unit, from, to, title }: { unit: number; from: string | null; to: string | null; title?: string | undefined },
): Promise<ReviewBody> {
  const brief = (await unitBriefs(db, [unit])).get(unit)
  if (!brief || !from || !to) throw new Problem('not-found', { what: 'unit' })
  return reviewOf(desk, programmes, { unit: brief, from, to, title })
}

/** The Word document of a review. An issued one is as it was issued; a draft is written anew, so that its numbers are of now. */
export async function reviewDocx(
  office: Office,
  at: At,
  visitor: Visitor,
): Promise<{ title: string; docx: Uint8Array }> {
  const report = await openedReview(office, at, visitor)
  const body = report.body.issuedAt ? report.body : await writtenNow(office, figureDesk(office, visitor), report)
  const { bytes: template } = await templateFor(office, report.unit)
  return { title: body.title, docx: await drawn(template, body, office.url(), !report.body.issuedAt) }
}

/** Draws the charts and fills the template; between charts others get their turn. */
export async function drawn(template: Uint8Array, body: ReviewBody, url: string, draft: boolean): Promise<Uint8Array> {
  // a second of reading that a start does not wait for
  const [{ yearBars }, { fillReview }] = await Promise.all([
    import('#papers/review/chart'),
    import('#papers/review/document'),
  ])
  const [width, height] = [520, 200]
  const pictures = []
  for (const { years, values } of body.charts) {
    await breathe()
    pictures.push({ png: yearBars(years, values, width, height), width, height })
  }
  return fillReview(template, body, { address: handle => `${url}/f/${encodeURIComponent(handle)}`, pictures, draft })
}

/** The handle in one of our own addresses. */
function handleIn(target: string | undefined): string | undefined {
  const found = /\/f\/([^/?#]+)$/.exec(target ?? '')?.[1]
  try {
    return found && decodeURIComponent(found)
  } catch {
    return undefined
  }
}

/** Every figure of the text with the digest of what it stands on now. */
async function frozen(desk: FigureDesk, body: ReviewBody): Promise<Frozen[]> {
  const figures: Frozen[] = []
  for (const { handle, value, version } of body.sources) {
    const statement = decodeStatement(handle)
    const text = statement
      ? createHash('sha256').update(`${handle} ${value}`).digest('hex')
      : (await digest(desk, handle)).sha256
    figures.push({ handle, value, definition: version, digest: text })
  }
  return figures
}
