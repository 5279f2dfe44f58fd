import { Link } from 'wouter'
import { inUnit, numberText } from './number.ts'
import type { Cell } from './shapes.ts'
import { useWords, type Say } from './words.ts'

type Source = 'recorded' | 'opening' | 'reported'
type Props = {
  /** A number as the API gives it … */
  cell?: Cell
  /** … or its parts: a value with the handle that opens it. */
  value?: number | null
  handle?: string
  unit?: string
  source?: Source
  /** The value it was issued with; when it differs, the issued one is shown and Δ beside it. */
  issued?: number | null
  hidden?: Cell['hidden']
  /** Marks a recorded number that an opening figure stands beside (a table's legend explains it). */
  beside?: boolean
  /** Leaves the unit out (a table says it in its head). */
  bare?: boolean
  /** Written with its sign: more or less than something. */
  signed?: boolean
  /** Does not open by itself: it stands inside something that does. */
  still?: boolean
}

/**
 * The only part that prints a number of the house. It opens to its records; where it cannot (too few people, nothing
 * recorded) it says so without dots.
 */
export function Figure(props: Props) {
  const t = useWords()
  const { value, handle, unit, source, hidden } = partsOf(props)
  if (value === undefined) return <span className="sk" style={{ display: 'inline-block', width: 52, margin: 0 }} />
  if (hidden) return <Hidden why={hidden} t={t} />
  if (value === null)
    return (
      <span className="hid" title={t('common.figure.unreportedWhy')}>
        {t('common.figure.unreported')}
      </span>
    )
  // statements from reports are written in yuan, records in fen
  const inYuan = (each: number) => (source === 'recorded' ? inUnit(each, unit) : each)
  const issued = props.issued ?? value
  const shown = inYuan(issued)
  const change = inYuan(value) - shown
  const inside = (
    <>
      <b>{textOf(shown, unit, props.signed)}</b>
      <Mark source={props.beside && props.cell?.opening.length ? 'opening' : source} t={t} />
      {change !== 0 && <Delta by={change} unit={unit} t={t} />}
      {!props.bare && unit && unit !== '%' && <span className="u">{t(`common.units.${unit}`)}</span>}
    </>
  )
  if (props.still) return <span className="fig">{inside}</span>
  if (!handle) return <span className="fig plain">{inside}</span>
  return (
    <Link className="fig" href={`/figures/${encodeURIComponent(handle)}`} title={t(`common.figure.says.${source}`)}>
      {inside}
    </Link>
  )
}

function partsOf({ cell, ...given }: Props) {
  return {
    value: cell ? cell.recorded : given.value,
    handle: cell?.handle ?? given.handle,
    unit: cell?.countUnit ?? given.unit ?? '',
    source: given.source ?? 'recorded',
    hidden: cell?.hidden ?? given.hidden ?? null,
  }
}

const textOf = (value: number, unit: string, signed = false) =>
  `${signed && value > 0 ? '+' : ''}${numberText(value)}${unit === '%' ? '%' : ''}`

const Hidden = ({ why, t }: { why: 'small' | 'complement'; t: Say }) => (
  <span className="hid" title={t('common.figure.hiddenWhy')}>
    {t(`common.figure.${why}`)}
  </span>
)

const Mark = ({ source, t }: { source: Source; t: Say }) =>
  source === 'recorded' ? null : (
    <i
      className={`src ${source === 'opening' ? 'o' : 'r'}`}
      role="img"
      aria-label={t(`common.figure.marks.${source}`)}
    />
  )

const Delta = ({ by, unit, t }: { by: number; unit: string; t: Say }) => (
  <span className="delta" title={t('common.figure.says.changed')}>
    {textOf(by, unit, true)}
  </span>
)

/** A number already written as a document writes it (38,464场), opening to its records. */
export function FigureText({ handle, text, source = 'recorded' }: { handle: string; text: string; source?: Source }) {
  const t = useWords()
  return (
    <Link className="fig" href={`/figures/${encodeURIComponent(handle)}`} title={t(`common.figure.says.${source}`)}>
      <b>{text}</b>
      <Mark source={source} t={t} />
    </Link>
  )
}
