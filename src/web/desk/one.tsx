import { lazy, Suspense, type ReactNode } from 'react'
import { useLocation } from 'wouter'
import type { PatternName } from '#language'
import { Bars } from '../bars.tsx'
import { useDoor } from '../door.ts'
import { useProgramme } from '../programmes.ts'
import type { Me, RecordPage } from '../shapes.ts'
import { Trouble } from '../trouble.tsx'
import { useWords } from '../words.ts'
import { useKeys } from './keys.ts'
import { Page } from './page.tsx'
import { RecordView } from './record-view.tsx'
import './one.css'

const Campaign = lazy(() => import('./campaign.tsx'))
const Receipts = lazy(() => import('./receipts.tsx'))
const Nomination = lazy(() => import('./nomination.tsx'))

type Above = (props: { me: Me; record: RecordPage }) => ReactNode
const nomination: Above = props => <Nomination {...props} />

/** What stands above a record's own page, by its way of working. */
const aboves: Partial<Record<PatternName, Above>> = {
  task: props => <Campaign {...props} />,
  document: props => <Receipts {...props} />,
  selection: nomination,
  enrolment: nomination,
}

type Props = { me: Me; shard: number; id: string; command?: string }

/** One record on a page of its own; an address may name what is to be done with it. */
export default function One({ me, shard, id, command }: Props) {
  const t = useWords()
  const [, go] = useLocation()
  const asked = useDoor('record', { params: { shard, id } })
  const programme = useProgramme(asked.data?.programme ?? '')
  const above = programme && aboves[programme.pattern as PatternName]
  useKeys({ Escape: () => (history.length > 1 ? history.back() : go('/records')) })
  return (
    <Page title={asked.data?.title || asked.data?.programmeName || t('desk.one.title')}>
      {asked.data ? (
        <>
          <Suspense>{above?.({ me, record: asked.data })}</Suspense>
          <RecordView me={me} record={asked.data} wide {...(command ? { begin: command } : {})} />
        </>
      ) : asked.error ? (
        <Trouble error={asked.error} again={() => void asked.refetch()} />
      ) : (
        <Bars rows={10} />
      )}
    </Page>
  )
}
