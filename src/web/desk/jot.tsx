import { useState } from 'react'
import { Link } from 'wouter'
import { timesRecorded } from '../draft.ts'
import { recordable, useProgrammes } from '../programmes.ts'
import type { Declaration, Me } from '../shapes.ts'
import { useWords } from '../words.ts'
import { JotForm } from './jot-form.tsx'

/** 记一笔, on the page of today: her five usual programmes at a touch, the others behind 其他. */
export function Jot({ me }: { me: Me }) {
  const t = useWords()
  const programmes = useProgrammes()
  const [usual] = useState(() => timesRecorded(me.person))
  const rows = recordable(programmes.data?.programmes ?? [], usual)
  const [chosen, choose] = useState<string | undefined>()
  const few = onOneLine(rows)
  const now = rows.find(row => row.id === chosen) ?? rows[0]
  if (programmes.data && rows.length === 0)
    return (
      <div className="jot">
        <h2>{t('desk.nav.record')}</h2>
        <p className="dim">{t('desk.jot.none')}</p>
      </div>
    )
  return (
    <div className="jot">
      <h2>{t('desk.nav.record')}</h2>
      <div className="seg" role="radiogroup" aria-label={t('desk.jot.what')}>
        {few.map(row => (
          <label key={row.id}>
            <input type="radio" name="jot" checked={row.id === now?.id} onChange={() => choose(row.id)} />
            <span>{row.short}</span>
          </label>
        ))}
        {rows.length > few.length && (
          <Link href="/record" className="dim">
            <span>{t('desk.jot.others')}</span>
          </Link>
        )}
      </div>
      {now && <JotForm key={now.id} me={me} of={now} />}
    </div>
  )
}

/** As many names as one line of the box takes. */
function onOneLine(rows: Declaration[]): Declaration[] {
  let room = 14
  return rows.slice(0, 5).filter(row => {
    room -= row.short.length
    return room >= 0
  })
}
