import { useDeferredValue, useId, useState } from 'react'
import { useDoor } from './door.ts'
import { Hits, useHitKeys } from './hits.tsx'
import type { FoundUnit } from './shapes.ts'
import { useWords } from './words.ts'

type Props = {
  id?: string
  /** The name of the unit that is chosen now. */
  value: string
  pick: (unit: FoundUnit | undefined) => void
  under?: number
  level?: number
  label?: string
  autoFocus?: boolean
}

/** One box that takes a unit's name, pinyin or initials (lhz); each find stands with its path. Closed units only on request. */
export function UnitPicker({ id, value, pick, under, level, label, autoFocus }: Props) {
  const t = useWords()
  const listId = useId()
  const [text, setText] = useState<string | undefined>()
  const [closed, setClosed] = useState(false)
  const q = useDeferredValue((text ?? '').trim())
  const found = useDoor(
    'findUnits',
    {
      query: {
        q,
        limit: 12,
        ...(under === undefined ? {} : { under }),
        ...(level === undefined ? {} : { level }),
        ...(closed ? { closed: 'true' as never } : {}), // sent as text, read as a yes
      },
    },
    { enabled: text !== undefined, keep: true },
  )
  const rows = text === undefined ? [] : (found.data?.rows ?? [])
  const take = (unit: FoundUnit) => {
    pick(unit)
    setText(undefined)
  }
  const keys = useHitKeys(rows, take, () => setText(undefined))
  return (
    <div className="unitpick">
      <input
        id={id}
        className="in"
        role="combobox"
        aria-expanded={rows.length > 0}
        aria-controls={listId}
        {...(rows.length ? { 'aria-activedescendant': `${listId}-${keys.at}` } : {})}
        {...(label ? { 'aria-label': label } : {})}
        autoComplete="off"
        autoFocus={autoFocus}
        placeholder={t('answers.unit.hint')}
        value={text ?? value}
        onFocus={event => event.currentTarget.select()}
        onChange={event => setText(event.target.value)}
        onKeyDown={keys.onKeyDown}
        onBlur={() => setTimeout(() => setText(undefined), 150)}
      />
      {rows.length > 0 && (
        <Hits
          id={listId}
          rows={rows}
          at={keys.at}
          keyOf={row => String(row.no)}
          pick={take}
          label={t('answers.unit.found')}
        >
          {row => (
            <>
              <span>
                {row.name}
                {row.closed && <span className="note">{t('answers.unit.closed')}</span>}
              </span>
              <span className="note">{row.path}</span>
            </>
          )}
        </Hits>
      )}
      {text !== undefined && q && !found.isFetching && rows.length === 0 && (
        <p className="help">
          {t('answers.unit.none', { q })}{' '}
          {!closed && (
            <button
              type="button"
              className="act"
              onPointerDown={event => {
                event.preventDefault()
                setClosed(true)
              }}
            >
              {t('answers.unit.showClosed')}
            </button>
          )}
        </p>
      )}
    </div>
  )
}
