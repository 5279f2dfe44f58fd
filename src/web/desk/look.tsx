import { Drawer } from 'antd'
import { Link } from 'wouter'
import { Bars } from '../bars.tsx'
import { useDoor } from '../door.ts'
import type { Me, RecordLine } from '../shapes.ts'
import { Trouble } from '../trouble.tsx'
import { useWords } from '../words.ts'
import { RecordView } from './record-view.tsx'

/** A look at a record without leaving the list. */
export default function Look({ me, line, close }: { me: Me; line: RecordLine; close: () => void }) {
  const t = useWords()
  const asked = useDoor('record', { params: { shard: line.shard, id: line.id } })
  return (
    <Drawer
      open
      onClose={close}
      size={560}
      title={line.title || line.programmeName}
      extra={
        <Link className="act" href={`/records/${line.shard}/${line.id}`}>
          {t('desk.one.whole')}
        </Link>
      }
    >
      {asked.data ? (
        <RecordView me={me} record={asked.data} />
      ) : asked.error ? (
        <Trouble error={asked.error} again={() => void asked.refetch()} />
      ) : (
        <Bars rows={8} />
      )}
    </Drawer>
  )
}
