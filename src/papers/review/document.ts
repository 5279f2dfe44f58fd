import { createDefaultPlugins, TemplateHandler } from 'easy-template-x'
import { asOfText, filled, type BoundCell, type BoundTable, type ReviewBody } from './body.ts'
import type { ReviewPart, Run, Sentence } from './compose.ts'
import { chineseNumber } from './numeral.ts'
import { SentencePlugin, type SentenceContent } from './sentence-plugin.ts'
import { reviewFrame } from './sentences.ts'

/** A chart drawn for the document, in pixels. */
export type Picture = { readonly png: Uint8Array; readonly width: number; readonly height: number }

/** What the pages need beside the review itself: where a handle leads, its charts drawn, and whether it is still a draft. */
export type Setting = {
  readonly address: (handle: string) => string
  readonly pictures: readonly Picture[]
  readonly draft: boolean
}

/**
 * Fills an editable .docx template (easy-template-x tags, see data/templates/review.docx). Every number becomes a hyperlink
 * `address(handle)`, so it stays alive in Word and WPS. Signs ○ □ stand raised after opening and reported values.
 */
export async function fillReview(template: Uint8Array, body: ReviewBody, setting: Setting): Promise<Uint8Array> {
  const handler = new TemplateHandler({ plugins: [...createDefaultPlugins(), new SentencePlugin()] })
  // its types want plain JSON; images are not
  return new Uint8Array(await handler.process(Buffer.from(template), dataOf(body, setting) as never))
}

/** Everything the tags stand for. */
function dataOf(body: ReviewBody, { address, pictures, draft }: Setting) {
  const { annex } = reviewFrame
  const words = (runs: readonly Run[]): SentenceContent => ({
    _type: 'sentence',
    runs: runs.map(({ text, handle, mark }) =>
      handle ? { text, target: address(handle), ...(mark && { sign: signs[mark] }) } : { text },
    ),
  })
  const cell = (of: BoundCell | undefined) => words([of ?? { text: '' }])
  const opening = body.chapters.find(({ key }) => key === 'opening')
  const chapters = body.chapters.filter(({ key }) => key !== 'opening')
  const asOf = asOfText(body)
  const annexes = [
    ...(body.units ? [annex.units] : []),
    ...(body.years ? [annex.years] : []),
    ...(body.sources.length ? [annex.sources] : []),
  ]
  const named = (name: string) => `附件${chineseNumber(annexes.indexOf(name) + 1)}　${name}`
  const table = (of: BoundTable | null, heading: string, first: string) =>
    of
      ? [
          {
            table_heading: named(heading),
            first,
            ...columns('h', n => of.heads[n - 1] ?? ''),
            rows: of.rows.map(({ name, cells }) => ({ name, ...columns('c', n => cell(cells[n - 1])) })),
          },
        ]
      : []
  return {
    title: body.title,
    period: body.period,
    drafts: draft ? [{ draft: reviewFrame.draft }] : [],
    lead: [
      ...body.opening.slice(0, 1).map(text => ({ text: words([{ text }]) })),
      ...(opening?.parts ?? []).map(part => ({ text: words(joined(part.sentences)) })),
      ...body.opening.slice(1).map(text => ({ text: words([{ text }]) })),
    ],
    chapters: chapters.map(({ key, heading, parts }, i) => ({
      heading: `${chineseNumber(i + 1)}、${heading}`,
      parts: partsOf(parts).map(({ head, sentences }) => ({
        heads: head ? [{ head }] : [],
        sentence: words(joined(sentences)),
      })),
      pictures: body.charts.flatMap((chart, at) => {
        const picture = pictures[at]
        if (chart.chapter !== key || !picture) return []
        const caption = pictureCaption(body, at)
        return [{ caption, image: imageOf(picture, caption) }]
      }),
    })),
    closing_heading: `${chineseNumber(chapters.length + 1)}、${reviewFrame.closingHeading}`,
    closing: body.closing.map(text => ({ text })),
    notes: annexes.map((name, i) => ({ note: `${i ? '　　　' : reviewFrame.notes}${chineseNumber(i + 1)}、${name}` })),
    signature: body.signature,
    date: body.date,
    unit_tables: table(body.units, annex.units, annex.unit),
    year_tables: table(body.years, annex.years, annex.figure),
    sources: body.sources.length
      ? [
          {
            sources_heading: named(annex.sources),
            marks: `${body.opening.slice(1).join('')}${filled(annex.asOf, { asOf })}`,
            head_figure: annex.figure,
            head_value: annex.value,
            head_meaning: annex.meaning,
            head_origin: annex.origin,
            source_rows: body.sources.map(({ name, text, handle, mark, meaning, origin }) => ({
              name,
              value: words([{ text, handle, ...(mark && { mark }) }]),
              meaning,
              origin: words([mark ? { text: origin, handle } : { text: origin }]),
            })),
          },
        ]
      : [],
  }
}

const signs = { opening: '○', reported: '□' }
const columns = <Value>(name: string, of: (n: number) => Value) =>
  Object.fromEntries([1, 2, 3, 4, 5, 6].map(n => [`${name}${n}`, of(n)]))
const joined = (sentences: readonly Sentence[]) => sentences.flatMap(({ runs }) => runs)

/** A paragraph's heading is counted （一）（二） where a chapter has several. */
function partsOf(parts: readonly ReviewPart[]) {
  const headed = parts.filter(({ heading }) => heading)
  return parts.map(({ heading, sentences }) => {
    const no = headed.findIndex(part => part.heading === heading) + 1
    return { head: heading && headed.length > 1 ? `（${chineseNumber(no)}）${heading}` : '', sentences }
  })
}

/** Under a chart: which it is, of what, in which unit. */
export const pictureCaption = ({ charts }: ReviewBody, at: number): string =>
  filled(reviewFrame.picture, {
    no: chineseNumber(at + 1),
    name: charts[at]?.name ?? '',
    unit: charts[at]?.unit ?? '',
  })

const imageOf = ({ png, width, height }: Picture, altText: string) => ({
  _type: 'image',
  format: 'image/png',
  source: Buffer.from(png),
  width,
  height,
  altText,
})
