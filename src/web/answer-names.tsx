import X from 'lucide-react/icons/x'
import { useDeferredValue, useId, useRef, useState, type ClipboardEvent, type KeyboardEvent } from 'react'
import type { Someone } from './answers.ts'
import { useDoor } from './door.ts'
import { freshId } from './fresh-id.ts'
import { Hits, useHitKeys } from './hits.tsx'
import { knownAs } from './known.ts'
import { namesIn } from './names.ts'
import type { PersonBrief } from './shapes.ts'
import { comma, useWords } from './words.ts'

type Props = {
  aria: { id: string }
  value: Someone | Someone[] | undefined
  change: (value: unknown) => void
  kind: 'people' | 'households' | 'person'
  label: string
  unit?: number | undefined
}

const shownAtFirst = 8

/**
 * Names typed or pasted, one a line or with 、 between; each is looked up among the people of the unit while she types.
 * Nobody known by that name: she is written down as new. Looking up never stands in the way of typing.
 */
export function AnswerNames({ aria, value, change, kind, label, unit }: Props) {
  const t = useWords()
  const [text, setText] = useState('')
  const [all, setAll] = useState(false)
  const listId = useId()
  const one = kind === 'person'
  const chosen = Array.isArray(value) ? value : value ? [value] : []
  // lookups come back later than the next name: the newest list is always the one that is changed
  const latest = useRef(chosen)
  latest.current = chosen
  const put = (next: Someone[]) => {
    latest.current = next
    change(one ? next.at(-1) : next)
  }

  const asked = useDeferredValue(text.trim())
  const door = kind === 'households' ? 'findHouseholds' : 'findPeople'
  const found = useDoor(
    door,
    { query: { q: asked, ...(unit === undefined ? {} : { unit }), limit: 6 } },
    { enabled: asked.length > 0 && !/[\s、，,；;]/.test(asked), keep: true },
  )
  const hits = (asked && text.trim() ? (found.data?.rows ?? []) : []).filter(row => !has(chosen, row.id))
  const pick = (row: PersonBrief) => {
    put([...latest.current, { id: row.id, name: row.name, known: true }])
    setText('')
  }
  const keys = useHitKeys(hits, pick, () => setText(''))

  const add = (typed: string) => {
    const fresh = namesIn(typed)
      .filter(name => !latest.current.some(each => each.name === name))
      .map((name): Someone => ({ id: freshId(), name, known: false }))
    setText('')
    if (fresh.length === 0) return
    put([...latest.current, ...fresh])
    void knownAs(
      door,
      fresh.map(each => each.name),
      unit,
      (name, id) => put(recognised(latest.current, name, id)),
    )
  }
  const typed = (next: string) => (/[\n、，,；;]/.test(next) ? add(next) : setText(next))
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Backspace' && text === '' && chosen.length) return put(chosen.slice(0, -1))
    const exact = hits.find(row => row.name === text.trim())
    if (event.key === 'Enter' && !event.nativeEvent.isComposing && !exact && text.trim() && keys.at === 0) {
      event.preventDefault()
      const [first] = hits
      // a name begun and one find: that is who is meant; otherwise the name stands as typed
      return first && hits.length === 1 && first.name.startsWith(text.trim()) ? pick(first) : add(text)
    }
    keys.onKeyDown(event)
  }
  const onPaste = (event: ClipboardEvent) => {
    const pasted = event.clipboardData.getData('text')
    if (!/[\n、，,；;\t ]/.test(pasted.trim())) return
    event.preventDefault()
    add(`${text}\n${pasted}`)
  }

  const rest = chosen.length - shownAtFirst
  return (
    <>
      <div className="chips">
        {(all ? chosen : chosen.slice(0, shownAtFirst)).map(each => (
          <button
            key={each.id}
            type="button"
            aria-label={t('answers.names.drop', { name: each.name })}
            onClick={() => put(chosen.filter(other => other.id !== each.id))}
          >
            {each.name}
            {!each.known && <span className="note">{t('answers.names.new')}</span>}
            <X />
          </button>
        ))}
        {!all && rest > 0 && (
          <button type="button" onClick={() => setAll(true)}>
            {t('answers.names.rest', { count: rest })}
          </button>
        )}
        {(!one || chosen.length === 0) && (
          <textarea
            {...aria}
            className="bare"
            rows={1}
            role="combobox"
            aria-expanded={hits.length > 0}
            aria-controls={listId}
            {...(hits.length ? { 'aria-activedescendant': `${listId}-${keys.at}` } : {})}
            placeholder={chosen.length ? t('answers.names.more') : t(`answers.names.${kind}`)}
            value={text}
            onChange={event => typed(event.target.value)}
            onKeyDown={onKeyDown}
            onPaste={onPaste}
            onBlur={() => text.trim() && add(text)}
          />
        )}
      </div>
      {hits.length > 0 && (
        <Hits id={listId} rows={hits} at={keys.at} keyOf={row => row.id} pick={pick} label={label}>
          {row => (
            <>
              <span>{row.name}</span>
              <span className="note">{[row.unit.short, row.hint].filter(Boolean).join(comma())}</span>
            </>
          )}
        </Hits>
      )}
    </>
  )
}

const has = (chosen: Someone[], id: string) => chosen.some(each => each.id === id)

const recognised = (chosen: Someone[], name: string, id: string): Someone[] =>
  has(chosen, id) ? chosen : chosen.map(each => (each.name === name && !each.known ? { id, name, known: true } : each))
