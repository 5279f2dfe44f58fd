import Download from 'lucide-react/icons/download'
import Search from 'lucide-react/icons/search'
import X from 'lucide-react/icons/x'
import { downloads } from '#contract/paths'
import { lazy, Suspense, useDeferredValue, useState } from 'react'
import { Link } from 'wouter'
import { Bars } from '../bars.tsx'
import { useList } from '../door.ts'
import { useProgrammes } from '../programmes.ts'
import { Quiet } from '../quiet.tsx'
import { homeUnit } from '../session.ts'
import type { Me, RecordLine } from '../shapes.ts'
import { Trouble } from '../trouble.tsx'
import { comma, useWords } from '../words.ts'
import { useRows } from './keys.ts'
import { Page } from './page.tsx'
import { Options, Pick } from './pick.tsx'
import { queryText, useQueryState } from './query.ts'
import { RecordTable } from './record-table.tsx'
import { SpanPick } from './span-pick.tsx'
import { UnitPick } from './unit-pick.tsx'

const Look = lazy(() => import('./look.tsx'))

/** 名册: the records of a programme in a unit and a span of days. The sentence is the filter, and the title of the export. */
export default function Register({ me }: { me: Me }) {
  const t = useWords()
  const [search, change] = useQueryState()
  const [looked, look] = useState<RecordLine | undefined>()
  const programmes = useProgrammes().data?.programmes ?? []
  const programme = programmes.find(each => each.id === search.get('programme'))
  const unit = Number(search.get('unit')) || (homeUnit(me)?.no ?? 0)
  const only = search.get('only') === 'here' ? 'here' : 'below'
  const [from, to] = [search.get('from') ?? undefined, search.get('to') ?? undefined]
  const span = from && to ? { from, to } : undefined
  const phase = search.get('phase') ?? undefined
  const [text, setText] = useState(search.get('q') ?? '')
  const q = useDeferredValue(text.trim())
  const query = {
    unit,
    only,
    ...(programme ? { programme: programme.id } : {}),
    ...span,
    ...(phase ? { phase } : {}),
    ...(q ? { q } : {}),
    ...(search.get('mine') ? { mine: 'true' as never } : {}), // sent as text, read as a yes
  } as const
  const list = useList('records', { query: { ...query, limit: 50 } })
  const rows = list.data?.pages.flatMap(page => page.rows) ?? []
  const { rowProps } = useRows(rows, look)
  const phases = Object.entries(programme?.phases ?? {})
  return (
    <Page
      title={programme?.name ?? t('desk.register.title')}
      scope={
        <>
          {t('desk.register.see')}{' '}
          <Pick name={t('desk.register.programme')} label={programme?.name ?? t('desk.register.all')} wide>
            {close => (
              <Options
                now={programme?.id ?? ''}
                pick={id => {
                  change({ programme: id, phase: undefined })
                  close()
                }}
                rows={[
                  { key: '', name: t('desk.register.all') },
                  ...programmes.map(each => ({
                    key: each.id,
                    name: each.name,
                    note: t(`common.chapters.${each.chapter}`),
                  })),
                ]}
              />
            )}
          </Pick>
          {comma()}
          {t('desk.scope.name')}{' '}
          <UnitPick
            me={me}
            no={unit}
            only={only}
            change={no => change({ unit: String(no) })}
            setOnly={depth => change({ only: depth === 'here' ? 'here' : undefined })}
          />
          {comma()}
          {t('desk.span.name')}{' '}
          <SpanPick every span={span} today={me.today} change={next => change({ from: next?.from, to: next?.to })} />
        </>
      }
      acts={
        <>
          <a className="btn" href={`${downloads.recordsSheet}${queryText(query)}`} download>
            <Download />
            {t('desk.register.export')}
          </a>
          <Link className="btn" href={`/import${queryText({ programme: programme?.id })}`}>
            {t('desk.register.import')}
          </Link>
        </>
      }
    >
      <div className="filters">
        <label className="find inline">
          <Search />
          <span className="vh">{t('desk.register.search')}</span>
          <input
            type="search"
            placeholder={t('desk.register.search')}
            value={text}
            onChange={event => {
              setText(event.target.value)
              change({ q: event.target.value.trim() })
            }}
          />
        </label>
        {phases.length > 1 && (
          <Pick
            name={t('desk.register.phase')}
            label={phase ? (programme?.phases[phase] ?? phase) : t('desk.register.anyPhase')}
          >
            {close => (
              <Options
                now={phase ?? ''}
                pick={key => {
                  change({ phase: key })
                  close()
                }}
                rows={[{ key: '', name: t('desk.register.anyPhase') }, ...phases.map(([key, name]) => ({ key, name }))]}
              />
            )}
          </Pick>
        )}
        <label className="tick">
          <input
            type="checkbox"
            checked={Boolean(search.get('mine'))}
            onChange={event => change({ mine: event.target.checked ? '1' : undefined })}
          />
          {t('desk.register.mine')}
        </label>
        {(programme || span || phase || q) && (
          <button
            type="button"
            className="act"
            onClick={() => {
              setText('')
              change({ programme: undefined, from: undefined, to: undefined, phase: undefined, q: undefined })
            }}
          >
            <X />
            {t('desk.register.clear')}
          </button>
        )}
        <span className="note" style={{ marginLeft: 'auto' }}>
          {t('desk.register.order')}
        </span>
      </div>
      {list.isPending && <Bars rows={10} />}
      {list.error && <Trouble error={list.error} again={() => void list.refetch()} />}
      {list.data && rows.length === 0 && (
        <Quiet why={list.data.pages[0]?.because || t('desk.register.none')}>
          <Link className="act" href={programme ? `/record/${programme.id}` : '/record'}>
            {programme?.recordWords ?? t('desk.nav.record')}
          </Link>
        </Quiet>
      )}
      {rows.length > 0 && (
        <RecordTable
          rows={rows}
          rowProps={rowProps}
          look={look}
          today={me.today}
          {...(programme ? { programme } : {})}
        />
      )}
      {rows.length > 0 && (
        <p className="note more">
          {t('desk.register.shown', { count: rows.length })}
          {list.hasNextPage ? (
            <button type="button" className="act" style={{ marginLeft: 16 }} onClick={() => void list.fetchNextPage()}>
              {t('common.more')}
            </button>
          ) : (
            t('desk.register.end')
          )}
        </p>
      )}
      <Suspense>{looked && <Look key={looked.id} me={me} line={looked} close={() => look(undefined)} />}</Suspense>
    </Page>
  )
}
