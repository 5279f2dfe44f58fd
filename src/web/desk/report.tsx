import { lazy } from 'react'
import { useDoor } from '../door.ts'
import { Bars } from '../bars.tsx'
import type { Me } from '../shapes.ts'
import { Trouble } from '../trouble.tsx'
import './paper.css'

const OldReport = lazy(() => import('./report-old.tsx'))
const Review = lazy(() => import('./review.tsx'))

type Props = { me: Me; kind: 'old' | 'review'; shard: number; id: string }

/** One paper: an old report being read, or a review being written. */
export default function Report({ me, kind, shard, id }: Props) {
  return kind === 'old' ? <Old shard={shard} id={id} /> : <Written me={me} shard={shard} id={id} />
}

function Old({ shard, id }: { shard: number; id: string }) {
  const report = useDoor('report', { params: { shard, id } })
  if (report.data) return <OldReport report={report.data} />
  return (
    <main>
      {report.error ? <Trouble error={report.error} again={() => void report.refetch()} /> : <Bars rows={10} />}
    </main>
  )
}

function Written({ me, shard, id }: { me: Me; shard: number; id: string }) {
  const review = useDoor('review', { params: { shard, id } }, { fresh: 0 })
  if (review.data) return <Review me={me} review={review.data} />
  return (
    <main>
      {review.error ? <Trouble error={review.error} again={() => void review.refetch()} /> : <Bars rows={10} />}
    </main>
  )
}
