import Search from 'lucide-react/icons/search'
import { useDeferredValue, useState } from 'react'
import { Link } from 'wouter'
import { Bars } from '../bars.tsx'
import { dayText } from '../days.ts'
import { useList } from '../door.ts'
import { usePageTitle } from '../page-title.ts'
import { useProgrammes } from '../programmes.ts'
import { Quiet } from '../quiet.tsx'
import { homeUnit } from '../session.ts'
import type { Me } from '../shapes.ts'
import { Trouble } from '../trouble.tsx'
import { useWords } from '../words.ts'
import { HomeBar } from './bar.tsx'
import { Nav } from './nav.tsx'

/** The unit's records, newest first; mine alone when I ask. */
export default function Records({ me }: { me: Me }) {
  const t = useWords()
  usePageTitle(t('field.nav.records'))
  const unit = homeUnit(me)
  const [programme, setProgramme] = useState('')
  const [mine, setMine] = useState(false)
  const [text, setText] = useState('')
  const q = useDeferredValue(text.trim())
  const programmes = useProgrammes()
  const list = useList('records', {
    query: {
      limit: 30,
      ...(unit ? { unit: unit.no } : {}),
      ...(programme ? { programme } : {}),
      ...(q ? { q } : {}),
      ...(mine ? { mine: 'true' as never } : {}), // sent as text, read as a yes
    },
  })
  const rows = list.data?.pages.flatMap(page => page.rows) ?? []
  const because = list.data?.pages[0]?.because
  return (
    <>
      <HomeBar unit={unit?.name ?? me.name} right={null} />
      <main>
        <h1>{t('field.records.title')}</h1>
        <div className="pickline" style={{ paddingTop: 6 }}>
          <label className="pick">
            <span className="vh">{t('field.records.programme')}</span>
            <select
              className="bare"
              style={{ minHeight: 44, maxWidth: '14em' }}
              value={programme}
              onChange={event => setProgramme(event.target.value)}
            >
              <option value="">{t('field.records.all')}</option>
              {programmes.data?.programmes.map(each => (
                <option key={each.id} value={each.id}>
                  {each.short}
                </option>
              ))}
            </select>
          </label>
          <span className="seg">
            {[false, true].map(only => (
              <label key={String(only)}>
                <input type="radio" name="mine" checked={mine === only} onChange={() => setMine(only)} />
                <span>{t(only ? 'field.records.mine' : 'field.records.everybody')}</span>
              </label>
            ))}
          </span>
        </div>
        <label className="search">
          <Search />
          <span className="vh">{t('field.records.search')}</span>
          <input
            className="bare"
            type="search"
            placeholder={t('field.records.search')}
            value={text}
            onChange={event => setText(event.target.value)}
          />
        </label>
        {list.isPending && <Bars rows={8} />}
        {list.error && <Trouble error={list.error} again={() => void list.refetch()} />}
        {list.data && rows.length === 0 && (
          <Quiet why={because || t(q || programme || mine ? 'field.records.noneSo' : 'field.records.none')}>
            <Link className="act" href={programme ? `/record/${programme}` : '/record'}>
              {t('field.nav.record')}
            </Link>
          </Quiet>
        )}
        <ul className="rows">
          {rows.map(row => (
            <li key={row.id}>
              <Link href={`/records/${row.shard}/${row.id}`}>
                <div>
                  <p>{row.title || row.programmeName}</p>
                  <p className="note">
                    {dayText(row.day, me.today)}　{row.programmeName}
                    {row.unit.no !== unit?.no && `　${row.unit.short}`}
                  </p>
                </div>
                <span className="note">{row.phaseName}</span>
              </Link>
            </li>
          ))}
        </ul>
        {list.hasNextPage && (
          <button type="button" className="act" onClick={() => void list.fetchNextPage()}>
            {t('common.more')}
          </button>
        )}
      </main>
      <Nav />
    </>
  )
}
