import ChevronDown from 'lucide-react/icons/chevron-down'
import ChevronRight from 'lucide-react/icons/chevron-right'
import CircleAlert from 'lucide-react/icons/circle-alert'
import { useState, type CSSProperties } from 'react'
import { Link } from 'wouter'
import { useDoor } from '../door.ts'
import { Figure } from '../figure.tsx'
import { useProgrammes } from '../programmes.ts'
import type { HandedDown, RecordPage } from '../shapes.ts'
import { useWords } from '../words.ts'

type Row = HandedDown['rows'][number]

/** One row a unit in the order of the tree, never by rank; the upright line is where today should be. */
export function CampaignTree({ found, record }: { found: HandedDown; record: RecordPage }) {
  const t = useWords()
  const gone = { '--now': `${Math.round(100 * timeGone(found))}%` } as CSSProperties // a custom property of our own
  const counted = found.counts !== null
  const waves = found.rows.some(row => row.wave > 1)
  return (
    <div className="scroller" style={gone} tabIndex={0}>
      <table className="tree">
        <thead>
          <tr>
            <th scope="col">{t('desk.campaign.unit')}</th>
            {counted && (
              <>
                <th scope="col" className="num">
                  {t('desk.campaign.aim')}
                </th>
                <th scope="col" className="num">
                  {t('desk.campaign.reached')}
                </th>
                <th scope="col" style={{ width: '24%' }}>
                  {t('desk.campaign.gauge')}
                </th>
              </>
            )}
            <th scope="col">{t('desk.campaign.parts')}</th>
            <th scope="col">{t('desk.campaign.state')}</th>
          </tr>
        </thead>
        <tbody>
          <tr className="lv0">
            <th scope="row">{record.unit.short}</th>
            {counted && <Progress of={found.own} />}
            <td>{t('desk.campaign.given', { count: found.given })}</td>
            <td>{record.phaseName}</td>
          </tr>
          {found.rows.map(row => (
            <Branch key={row.id} row={row} title={record.title} counted={counted} waves={waves} depth={1} />
          ))}
          {found.more > 0 && (
            <tr className="lv1">
              <th scope="row" className="dim">
                {t('desk.campaign.more', { count: found.more })}
              </th>
            </tr>
          )}
        </tbody>
      </table>
      <p className="legend" style={{ marginTop: 10 }}>
        {(['d', 'h', 'o'] as const).map(kind => (
          <span key={kind}>
            <span className="dots">
              <i className={kind} />
            </span>
            {t(`desk.campaign.dots.${kind}`)}
          </span>
        ))}
        <span>{t('desk.campaign.order')}</span>
      </p>
    </div>
  )
}

function Branch({
  row,
  title,
  counted,
  waves,
  depth,
}: {
  row: Row
  title: string
  counted: boolean
  waves: boolean
  depth: 1 | 2
}) {
  const t = useWords()
  const [open, setOpen] = useState(false)
  const below = Object.values(row.parts).some(Boolean)
  const asked = useDoor('handed', { params: { shard: row.shard, id: row.id } }, { enabled: open })
  const Chevron = open ? ChevronDown : ChevronRight
  return (
    <>
      <tr className={`lv${depth}`}>
        <th scope="row">
          {below && depth === 1 ? (
            <button type="button" className="open" aria-expanded={open} onClick={() => setOpen(!open)}>
              <Chevron aria-hidden />
              {row.unit.short}
            </button>
          ) : (
            <Link href={`/records/${row.shard}/${row.id}`}>{row.unit.short}</Link>
          )}
          {waves && <span className="note">　{t('desk.campaign.wave', { wave: row.wave })}</span>}
        </th>
        {counted && <Progress of={row} />}
        <td>
          <Dots parts={row.parts} />
        </td>
        <td className={row.late ? 'cinnabar' : 'dim'}>
          {row.late && row.phase === 'given' ? (
            <span className="tag cinnabar">
              <CircleAlert />
              {t('desk.campaign.notTaken')}
            </span>
          ) : (
            <Link href={`/records/${row.shard}/${row.id}`}>{row.late ? t('desk.campaign.late') : row.phaseName}</Link>
          )}
          {row.late && <Remind row={row} title={title} />}
        </td>
      </tr>
      {open &&
        asked.data?.rows.map(each => (
          <Branch key={each.id} row={each} title={title} counted={counted} waves={waves} depth={2} />
        ))}
    </>
  )
}

/** A numbered letter to the unit that is late, with what is known already written in it. */
function Remind({ row, title }: { row: Row; title: string }) {
  const t = useWords()
  const { data } = useProgrammes()
  const letter = data?.programmes.find(each => each.pattern === 'letter' && each.maySend)
  if (!letter) return null
  const said = new URLSearchParams({
    ...{ unit: String(row.unit.no), unitName: row.unit.name, about: 'task' },
    title: t('desk.campaign.remindTitle', { title }).slice(0, 60),
  })
  return (
    <>
      　
      <Link className="act" href={`/record/${letter.id}?${said}`}>
        {t('desk.campaign.remind')}
      </Link>
    </>
  )
}

function Progress({ of }: { of: Pick<Row, 'target' | 'reached' | 'handle'> }) {
  const share = of.target ? Math.min(100, Math.round((100 * (of.reached ?? 0)) / of.target)) : 0
  return (
    <>
      <td className="num">{of.target !== null && <Figure value={of.target} bare />}</td>
      <td className="num">
        <Figure value={of.reached} {...(of.handle ? { handle: of.handle } : {})} bare />
      </td>
      <td>
        {of.target !== null && (
          <span className="gauge" role="img" aria-label={`${share}%`}>
            <i style={{ width: `${share}%` }} />
          </span>
        )}
      </td>
    </>
  )
}

/** A square for each unit further down, at most forty. */
function Dots({ parts }: { parts: Row['parts'] }) {
  const kinds = [
    ...Array<'d'>(parts.done).fill('d'),
    ...Array<'h'>(parts.half).fill('h'),
    ...Array<'o'>(parts.begun + parts.none).fill('o'),
  ].slice(0, 40)
  return (
    <span className="dots" aria-hidden>
      {kinds.map((kind, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: squares have no identity
        <i key={i} className={kind} />
      ))}
    </span>
  )
}

/** The share of the task's time that has gone by. */
function timeGone({ from, due, today }: Pick<HandedDown, 'from' | 'due' | 'today'>): number {
  const whole = Date.parse(due) - Date.parse(from)
  return whole <= 0 ? 1 : Math.min(1, Math.max(0, (Date.parse(today) - Date.parse(from)) / whole))
}
