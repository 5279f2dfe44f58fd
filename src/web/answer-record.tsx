import { useDeferredValue, useId, useState } from 'react'
import type { Chosen } from './answers.ts'
import { dayText } from './days.ts'
import { useDoor } from './door.ts'
import { Hits, useHitKeys } from './hits.tsx'
import type { RecordLine } from './shapes.ts'
import { comma, useWords } from './words.ts'

type Props = {
  aria: { id: string }
  of: string
  unit: number | undefined
  value: Chosen | undefined
  change: (value: unknown) => void
}

/** Another record as an answer (the venue of a check, the post of a person), found by its words. */
export function AnswerRecord({ aria, of, unit, value, change }: Props) {
  const t = useWords()
  const listId = useId()
  const [text, setText] = useState<string | undefined>()
  const q = useDeferredValue((text ?? '').trim())
  const found = useDoor(
    'records',
    { query: { programme: of, limit: 8, ...(q ? { q } : {}), ...(unit === undefined ? {} : { unit }) } },
    { enabled: text !== undefined, keep: true },
  )
  const rows = text === undefined ? [] : (found.data?.rows ?? [])
  const take = (row: RecordLine) => {
    change({ shard: row.shard, id: row.id, title: row.title } satisfies Chosen)
    setText(undefined)
  }
  const keys = useHitKeys(rows, take, () => setText(undefined))
  return (
    <div className="unitpick">
      <input
        {...aria}
        className="in"
        role="combobox"
        aria-expanded={rows.length > 0}
        aria-controls={listId}
        autoComplete="off"
        placeholder={t('answers.record.hint')}
        value={text ?? value?.title ?? ''}
        onFocus={() => setText('')}
        onChange={event => setText(event.target.value)}
        onKeyDown={keys.onKeyDown}
        onBlur={() => setTimeout(() => setText(undefined), 150)}
      />
      {rows.length > 0 && (
        <Hits id={listId} rows={rows} at={keys.at} keyOf={row => row.id} pick={take} label={t('answers.record.found')}>
          {row => (
            <>
              <span>{row.title}</span>
              <span className="note">{[row.unit.short, dayText(row.day)].join(comma())}</span>
            </>
          )}
        </Hits>
      )}
      {text !== undefined && !found.isFetching && rows.length === 0 && (
        <p className="help">{t('answers.record.none')}</p>
      )}
    </div>
  )
}
