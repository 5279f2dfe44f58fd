import Download from 'lucide-react/icons/download'
import FileText from 'lucide-react/icons/file-text'
import { downloads } from '#contract/paths'
import i18next from 'i18next'
import { Link } from 'wouter'
import { Bars } from '../bars.tsx'
import { clockOf } from '../days.ts'
import { useDoor } from '../door.ts'
import { useProgrammes } from '../programmes.ts'
import { Quiet } from '../quiet.tsx'
import { keepsOnly } from '../session.ts'
import type { Me } from '../shapes.ts'
import { Trouble } from '../trouble.tsx'
import { useWords, type Language } from '../words.ts'
import { FiguresAside } from './figures-aside.tsx'
import { IndicatorPick } from './indicator-pick.tsx'
import { Page } from './page.tsx'
import { Options, Pick } from './pick.tsx'
import { Pivot } from './pivot.tsx'
import { queryText, useQueryState } from './query.ts'
import { layouts, questionIn, type Layout } from './question.ts'
import { SpanPick } from './span-pick.tsx'
import { UnitPick } from './unit-pick.tsx'

/** 数字: any indicators, any unit, any days, laid out as asked; each number opens, each row goes a level down. */
export default function Figures({ me }: { me: Me }) {
  const t = useWords()
  if (!keepsOnly(me)) return <Question me={me} />
  return (
    <Page title={t('desk.nav.figures')}>
      <Quiet why={t('common.keeper.figures')} />
    </Page>
  )
}

function Question({ me }: { me: Me }) {
  const t = useWords()
  const [search, change] = useQueryState()
  const programmes = useProgrammes().data?.programmes ?? []
  const asked = useDoor('indicators', { query: { lang: i18next.language as Language } }, { fresh: 300_000 })
  const known = asked.data?.rows ?? []
  const { layout, ...question } = questionIn(search, me, known)
  const chosen = (search.get('i') ?? '').split(',').filter(Boolean)
  const table = useDoor('figures', { body: question }, { enabled: known.length > 0, keep: true })
  const first = known.find(each => each.key === question.indicators[0])
  const village = table.data?.unit.level === 5
  const wide = (table.data?.columns.length ?? 0) > 6
  const down = (no: number) => change({ unit: String(no) })
  return (
    <Page
      className="figures"
      title={first?.name ?? t('desk.nav.figures')}
      scope={
        <>
          {t('figures.see')}{' '}
          <IndicatorPick
            programmes={programmes}
            known={known}
            chosen={chosen.length ? chosen : question.indicators}
            change={keys => change({ i: keys.join(',') })}
          />
          ，{t('desk.scope.name')} <UnitPick me={me} no={question.unit} change={down} />，{t('desk.span.name')}{' '}
          <SpanPick span={question} today={me.today} change={span => change({ from: span?.from, to: span?.to })} />，
          {t('figures.by')}{' '}
          <Pick name={t('figures.by')} label={t(`figures.layout.${layout}`)}>
            {close => (
              <Options
                now={layout}
                pick={key => {
                  change({ by: key })
                  close()
                }}
                rows={(Object.keys(layouts) as Layout[])
                  .filter(key => (table.data?.unit.level ?? 1) < 3 || key !== 'counties')
                  .filter(key => !village || !key.startsWith('units'))
                  .map(key => ({ key, name: t(`figures.layout.${key}`) }))}
              />
            )}
          </Pick>
          ，
          <Pick name={t('figures.tree')} label={t(`figures.trees.${question.tree}`)}>
            {close => (
              <Options
                now={question.tree ?? 'restated'}
                pick={key => {
                  change({ tree: key === 'as-was' ? key : undefined })
                  close()
                }}
                rows={(['restated', 'as-was'] as const).map(key => ({
                  key,
                  name: t(`figures.trees.${key}`),
                  note: t(`figures.treesWhy.${key}`),
                }))}
              />
            )}
          </Pick>
        </>
      }
      acts={
        <>
          <a
            className="btn"
            download
            href={`${downloads.figuresSheet}${queryText({ ...question, indicators: question.indicators.join(',') })}`}
          >
            <Download />
            {t('figures.export')}
          </a>
          <Link className="btn" href={`/reports${queryText({ write: 1, unit: question.unit })}`}>
            <FileText />
            {t('figures.write')}
          </Link>
        </>
      }
    >
      {asked.error && <Trouble error={asked.error} again={() => void asked.refetch()} />}
      {table.error && <Trouble error={table.error} again={() => void table.refetch()} />}
      {(asked.isPending || (table.isPending && known.length > 0)) && <Bars rows={10} />}
      {asked.data && known.length === 0 && <Quiet why={t('figures.noIndicators')} />}
      {table.data && (
        <div className={`split${wide ? ' stack' : ''}`}>
          <section>
            {table.data.rows.length === 0 ? (
              <Quiet why={t('figures.noRows', { unit: table.data.unit.name })}>
                <button type="button" className="act" onClick={() => change({ by: 'list' })}>
                  {t('figures.ownOnly')}
                </button>
              </Quiet>
            ) : (
              <Pivot table={table.data} question={question} known={known} me={me} down={down} />
            )}
            <p className="note" style={{ paddingTop: 8 }}>
              {t('figures.asOf', { at: clockOf(table.data.asOf) })}
            </p>
          </section>
          {first && <FiguresAside me={me} indicator={first} question={question} />}
        </div>
      )}
    </Page>
  )
}
