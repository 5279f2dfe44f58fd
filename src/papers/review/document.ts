import { createDefaultPlugins, TemplateHandler } from 'easy-template-x'
import type { ReviewChapter, Run } from './compose.ts'
import { SentencePlugin, type SentenceContent } from './sentence-plugin.ts'

/** A number in a table cell with its handle, or words. */
export type BoundCell = { readonly text: string; readonly handle?: string }
export type ReviewDocument = {
  readonly title: string
  readonly draft: string
  readonly opening: string
  readonly closing: string
  readonly signature: string
  readonly date: string
  readonly chapters: readonly (ReviewChapter & {
    readonly heading: string
    readonly pictures: readonly { png: Uint8Array; caption: string; width: number; height: number }[]
  })[]
  readonly unitTable: {
    readonly heads: readonly string[]
    readonly rows: readonly { name: string; cells: readonly BoundCell[] }[]
  }
  readonly yearTable: {
    readonly heads: readonly string[]
    readonly rows: readonly { name: string; cells: readonly BoundCell[] }[]
  }
  readonly sources: readonly {
    name: string
    text: string
    handle: string
    meaning: string
    origin: string
    asOf: string
  }[]
  readonly annex: Readonly<
    Record<
      'units' | 'unit' | 'years' | 'figure' | 'sources' | 'marks' | 'value' | 'meaning' | 'origin' | 'asOf',
      string
    >
  >
}

/**
 * Fills an editable .docx template (easy-template-x tags, see data/templates/review.docx). Every number becomes a hyperlink
 * `address(handle)`, so it stays alive in Word and WPS. Marks ○ □ stand as characters after opening and reported values.
 */
export async function fillReview(
  template: Uint8Array,
  review: ReviewDocument,
  address: (handle: string) => string,
): Promise<Uint8Array> {
  const bound = (cell: BoundCell | undefined) => sentence([cell ?? { text: '' }])
  const sentence = (runs: readonly Run[]): SentenceContent => ({
    _type: 'sentence',
    runs: runs.map(({ text, handle, mark }) =>
      handle ? { text: `${text}${marks[mark ?? 'recorded']}`, target: address(handle) } : { text },
    ),
  })
  const cells = (row: { name: string; cells: readonly BoundCell[] }) => ({
    name: row.name,
    ...columns('c', n => bound(row.cells[n - 1])),
  })
  const data = {
    title: review.title,
    draft: review.draft,
    opening: review.opening,
    closing: review.closing,
    signature: review.signature,
    date: review.date,
    ...Object.fromEntries(Object.entries(review.annex).map(([name, text]) => [`annex_${name}`, text])),
    chapters: review.chapters.map(chapter => ({
      heading: chapter.heading,
      sentences: chapter.sentences.map(each => ({ sentence: sentence(each.runs) })),
      pictures: chapter.pictures.map(({ png, caption, width, height }) => ({
        caption,
        image: { _type: 'image', source: Buffer.from(png), format: 'image/png', width, height, altText: caption },
      })),
    })),
    ...columns('head', n => review.unitTable.heads[n - 1] ?? ''),
    ...columns('year', n => review.yearTable.heads[n - 1] ?? ''),
    unitRows: review.unitTable.rows.map(cells),
    yearRows: review.yearTable.rows.map(cells),
    sourceRows: review.sources.map(({ text, handle, ...rest }) => ({ ...rest, value: bound({ text, handle }) })),
  }
  const handler = new TemplateHandler({ plugins: [...createDefaultPlugins(), new SentencePlugin()] })
  return new Uint8Array(await handler.process(Buffer.from(template), data as never)) // its types want plain JSON; images are not
}

const marks = { recorded: '', opening: '○', reported: '□' }
const columns = <Value>(name: string, of: (n: number) => Value) =>
  Object.fromEntries([1, 2, 3, 4, 5, 6].map(n => [`${name}${n}`, of(n)]))
