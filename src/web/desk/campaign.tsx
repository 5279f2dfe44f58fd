import { useDoor } from '../door.ts'
import { Bars } from '../bars.tsx'
import { Figure } from '../figure.tsx'
import type { HandedDown, Me, RecordPage } from '../shapes.ts'
import { Trouble } from '../trouble.tsx'
import { useWords } from '../words.ts'
import { CampaignTree } from './campaign-tree.tsx'
import { Clock } from './clock.tsx'
import './campaign.css'

/** A task above its record: how far it has come, and how the units stand that it was handed to. Nothing below is filled in for it. */
export default function Campaign({ me, record }: { me: Me; record: RecordPage }) {
  const t = useWords()
  const asked = useDoor('handed', { params: { shard: record.shard, id: record.id } }, { fresh: 5000 })
  if (!asked.data)
    return asked.error ? <Trouble error={asked.error} again={() => void asked.refetch()} /> : <Bars rows={6} />
  const found = asked.data
  if (found.given === 0 && !found.counts) return null
  return (
    <section className="campaign" aria-label={t('desk.campaign.title')}>
      <Totals me={me} found={found} over={['closed', 'done', 'cancelled'].includes(record.phase)} />
      {found.given > 0 && <CampaignTree found={found} record={record} />}
      <p className="note" style={{ margin: '8px 0 24px' }}>
        {t(found.counts ? 'desk.campaign.costNothing' : 'desk.campaign.cost', {
          name: found.countsName,
          given: found.given,
          each: found.asks.length + 1,
        })}
        {found.asks.length > 0 && found.given > 0 && (
          <a className="act" href={`/api/records/${record.shard}/${record.id}/replies.xlsx`} download>
            {t('desk.campaign.replies')}
          </a>
        )}
      </p>
    </section>
  )
}

function Totals({ me, found, over }: { me: Me; found: HandedDown; over: boolean }) {
  const t = useWords()
  const { own, given, done } = found
  const when = over ? 'later' : found.due < me.today ? 'late' : found.due === me.today ? 'today' : 'soon'
  return (
    <div className="tot big">
      {found.counts && (
        <div>
          <Figure value={own.reached} unit={found.countUnit} {...(own.handle ? { handle: own.handle } : {})} />
          <p className="note">
            {own.target === null
              ? found.countsName
              : t('desk.campaign.target', { name: found.countsName, target: own.target })}
          </p>
        </div>
      )}
      {given > 0 && (
        <div>
          <span className="fig plain">
            <b>
              {done}/{given}
            </b>
          </span>
          <p className="note">{t('desk.campaign.doneOf')}</p>
        </div>
      )}
      <div className="till">
        <Clock when={when} due={found.due} today={me.today} />
      </div>
    </div>
  )
}
