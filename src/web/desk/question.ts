import type { Declaration, IndicatorWords, Me } from '../shapes.ts'
import { homeUnit } from '../session.ts'
import type { Given } from '../door.ts'
import { spanOf, type Span } from './span.ts'

export type Question = NonNullable<Given<'figures'>['body']>
export type Layout = 'units' | 'units-months' | 'units-years' | 'counties' | 'list' | 'months' | 'years'

/** How rows and columns are laid: units × indicators, units × months of the first indicator, indicators × months … */
export const layouts: Record<Layout, Pick<Question, 'rows' | 'columns'>> = {
  units: { rows: 'children', columns: 'indicators' },
  'units-months': { rows: 'children', columns: 'months' },
  'units-years': { rows: 'children', columns: 'years' },
  counties: { rows: 'counties', columns: 'indicators' },
  list: { rows: 'indicators', columns: 'none' },
  months: { rows: 'indicators', columns: 'months' },
  years: { rows: 'indicators', columns: 'years' },
}

/** At most nine columns of a layout fit the page; more indicators than that become rows. */
const mostColumns = 9

/** The question an address asks; what it leaves out is filled with my unit, this year, and the first indicators. */
export function questionIn(
  search: URLSearchParams,
  me: Me,
  known: readonly IndicatorWords[],
): Question & { layout: Layout } {
  const wanted = (search.get('i') ?? '').split(',').filter(key => known.some(each => each.key === key.split('#')[0]))
  const indicators = wanted.length ? wanted : firstOf(known)
  const unit = Number(search.get('unit')) || (homeUnit(me)?.no ?? 0)
  const asked = search.get('by') as Layout | null
  const village = (me.posts.find(post => post.unit.no === unit)?.unit.level ?? 0) === 5
  const usual: Layout = village ? 'list' : 'units'
  const layout = asked && Object.hasOwn(layouts, asked) ? asked : usual
  const span: Span =
    search.get('from') && search.get('to')
      ? { from: search.get('from') ?? '', to: search.get('to') ?? '' }
      : spanOf('year', me.today)
  const shown = layouts[layout].columns === 'indicators' ? indicators.slice(0, mostColumns) : indicators
  return {
    layout,
    ...layouts[layout],
    indicators: oneIndicator(layout) ? shown.slice(0, 1) : shown,
    unit,
    ...span,
    tree: search.get('tree') === 'as-was' ? 'as-was' : 'restated',
  }
}

/** Units × months show one indicator at a time. */
export const oneIndicator = (layout: Layout): boolean => layout === 'units-months' || layout === 'units-years'

const firstOf = (known: readonly IndicatorWords[]): string[] => {
  const common = known.filter(each => each.programme === 'activity').slice(0, 3)
  return (common.length ? common : known.filter(each => each.kind !== 'reported').slice(0, 3)).map(each => each.key)
}

/** The indicators of all programmes by chapter, as the picker lists them. */
export const byChapter = (programmes: readonly Declaration[], known: readonly IndicatorWords[]) =>
  [...new Set(known.map(each => each.chapter))].map(chapter => ({
    chapter,
    rows: known
      .filter(each => each.chapter === chapter)
      .map(each => ({ ...each, from: programmes.find(({ id }) => id === each.programme)?.short ?? '' })),
  }))
