import CircleCheck from 'lucide-react/icons/circle-check'
import Clock from 'lucide-react/icons/clock'
import CloudOff from 'lucide-react/icons/cloud-off'
import Ellipsis from 'lucide-react/icons/ellipsis'
import { Link } from 'wouter'
import { Bars } from '../bars.tsx'
import { ChapterIcon } from '../chapter-icon.tsx'
import { useDoor } from '../door.ts'
import { timesRecorded, waitingDrafts } from '../draft.ts'
import { Figure } from '../figure.tsx'
import { countWord } from '../number.ts'
import { useOnline } from '../online.ts'
import { usePageTitle } from '../page-title.ts'
import { recordable, useProgrammes } from '../programmes.ts'
import { homeUnit } from '../session.ts'
import type { Me } from '../shapes.ts'
import { Trouble } from '../trouble.tsx'
import { waitLink } from '../wait-link.ts'
import { useWords } from '../words.ts'
import { HomeBar } from './bar.tsx'
import { Nav } from './nav.tsx'

/** Today in my unit: what waits, what may be recorded, what we have done this year. */
export function Home({ me }: { me: Me }) {
  const t = useWords()
  usePageTitle(t('field.nav.today'))
  const unit = homeUnit(me)
  const today = useDoor('today', { query: unit ? { unit: unit.no } : {} })
  const programmes = useProgrammes()
  const drafts = waitingDrafts(me.person)
  const waiting = today.data?.waiting ?? []
  const count = waiting.length + drafts.length
  const usual = recordable(programmes.data?.programmes ?? [], timesRecorded(me.person)).slice(0, 5)
  const nameOf = (id: string) => programmes.data?.programmes.find(each => each.id === id)?.short ?? ''
  return (
    <>
      <HomeBar unit={unit?.name ?? me.name} right={<Sent drafts={drafts.length} />} />
      <main>
        <h1>
          {today.data
            ? t(count ? 'field.home.waits' : 'field.home.nothing', { count, word: countWord(count) })
            : t('field.home.looking')}
        </h1>
        {today.error && <Trouble error={today.error} again={() => void today.refetch()} />}
        {today.isPending && <Bars rows={3} />}
        {count > 0 && (
          <ul className="rows waits">
            {drafts.map(({ programme, draft }) => (
              <li key={draft.order}>
                <Link href={`/record/${programme}`}>
                  <div>
                    <p>{t('field.home.draft', { what: String(draft.answers.title ?? nameOf(programme)) })}</p>
                    <p className="note">{t('field.home.draftWhat')}</p>
                  </div>
                  <span className="go">{t('field.home.sendIt')}</span>
                </Link>
              </li>
            ))}
            {waiting.map(each => (
              <li key={`${each.kind} ${each.link} ${each.title}`}>
                <Link href={waitLink(each.link)}>
                  <div>
                    <p>{each.title}</p>
                    <p className="note">{each.detail}</p>
                  </div>
                  <span className="go">{t('field.home.look')}</span>
                </Link>
              </li>
            ))}
          </ul>
        )}
        <div className="sec">
          <h2>{t('field.home.record')}</h2>
          <span className="note">{t('field.home.recordWhat')}</span>
        </div>
        {programmes.isPending ? (
          <Bars rows={3} />
        ) : (
          <div className="kinds">
            {usual.map(each => (
              <Link key={each.id} href={`/record/${each.id}`}>
                <ChapterIcon chapter={each.chapter} />
                {each.short}
              </Link>
            ))}
            <Link href="/record">
              <Ellipsis />
              {t('field.home.others')}
            </Link>
          </div>
        )}
        <div className="sec">
          <h2>{t(`field.home.ours${unit?.level ?? 5}`)}</h2>
          <span className="note">{t('field.home.same')}</span>
        </div>
        <div className="ours">
          {today.data?.figures.slice(0, 6).map(cell => (
            <div key={`${cell.indicator} ${cell.slice}`}>
              <Figure cell={cell} />
              <p className="note">{cell.name}</p>
            </div>
          ))}
        </div>
        {today.data?.figures.length === 0 && <p className="note">{t('field.home.noFigures')}</p>}
      </main>
      <Nav />
    </>
  )
}

/** Whether everything that was written here has arrived. */
function Sent({ drafts }: { drafts: number }) {
  const t = useWords()
  const online = useOnline()
  if (!online)
    return (
      <span className="r ochre" role="status">
        <CloudOff />
        {t('field.sent.offline')}
      </span>
    )
  if (drafts)
    return (
      <span className="r ochre">
        <Clock />
        {t('field.sent.waiting', { count: drafts })}
      </span>
    )
  return (
    <span className="r">
      <CircleCheck />
      {t('field.sent.all')}
    </span>
  )
}
