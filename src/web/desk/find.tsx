import Search from 'lucide-react/icons/search'
import { useDeferredValue, useRef, useState } from 'react'
import { useLocation } from 'wouter'
import { useDoor } from '../door.ts'
import { useHitKeys } from '../hits.tsx'
import { useProgrammes } from '../programmes.ts'
import type { Declaration, Me } from '../shapes.ts'
import { useWords } from '../words.ts'
import { useKeys } from './keys.ts'

type Hit = { key: string; group: string; name: string; note: string; path: string }

/** One box for people, units, figures and papers; / jumps to it. */
export function Find({ me }: { me: Me }) {
  const t = useWords()
  const [, go] = useLocation()
  const [text, setText] = useState('')
  const [open, setOpen] = useState(false)
  const input = useRef<HTMLInputElement>(null)
  const q = useDeferredValue(text.trim())
  const asked = { enabled: open && q.length > 0, keep: true }
  const units = useDoor('findUnits', { query: { q, limit: 5 } }, asked)
  const people = useDoor('findPeople', { query: { q, limit: 4 } }, asked)
  const reports = useDoor('reports', {}, { enabled: open })
  const programmes = useProgrammes()
  useKeys({
    '/': event => {
      event.preventDefault()
      input.current?.focus()
    },
  })

  const own = (rows: Hit[]) => (q ? rows : [])
  const hits: Hit[] = own([
    ...(units.data?.rows ?? []).map(unit => ({
      key: `u${unit.no}`,
      group: t('desk.find.units'),
      name: unit.name,
      note: unit.path,
      path: `/units/${unit.no}`,
    })),
    ...(people.data?.rows ?? []).map(person => ({
      key: `p${person.id}`,
      group: t('desk.find.people'),
      name: person.name,
      note: [person.unit.short, person.hint].filter(Boolean).join('，'),
      path: `/records?q=${encodeURIComponent(person.name)}&unit=${person.unit.no}`,
    })),
    ...indicatorHits(programmes.data?.programmes ?? [], q, t('desk.find.figures')),
    ...(reports.data?.rows ?? [])
      .filter(report => report.title.includes(q))
      .slice(0, 3)
      .map(report => ({
        key: `r${report.id}`,
        group: t('desk.find.reports'),
        name: report.title,
        note: report.unit.short,
        path: `/${report.kind === 'old' ? 'reports' : 'reviews'}/${report.shard}/${report.id}`,
      })),
    {
      key: 'records',
      group: t('desk.find.records'),
      name: t('desk.find.inRecords', { q }),
      note: '',
      path: `/records?q=${encodeURIComponent(q)}&unit=${me.posts[0]?.unit.no ?? ''}`,
    },
  ])
  const leave = () => {
    setOpen(false)
    setText('')
    input.current?.blur()
  }
  const pick = (hit: Hit) => {
    leave()
    go(hit.path)
  }
  const keys = useHitKeys(hits, pick, leave)
  return (
    <form className="find" role="search" onSubmit={event => event.preventDefault()}>
      <Search />
      <input
        ref={input}
        type="search"
        role="combobox"
        aria-expanded={open && hits.length > 0}
        aria-controls="find-hits"
        {...(open && hits.length ? { 'aria-activedescendant': `find-hits-${keys.at}` } : {})}
        autoComplete="off"
        aria-label={t('desk.find.what')}
        placeholder={t('desk.find.what')}
        value={text}
        onFocus={() => setOpen(true)}
        onBlur={() => setTimeout(() => setOpen(false), 150)}
        onChange={event => setText(event.target.value)}
        onKeyDown={keys.onKeyDown}
      />
      <kbd aria-hidden="true">/</kbd>
      {open && hits.length > 0 && (
        <ul className="hits" id="find-hits" role="listbox" aria-label={t('desk.find.found')}>
          {hits.map((hit, index) => (
            // keys are handled by the box above
            <li
              key={hit.key}
              id={`find-hits-${index}`}
              role="option"
              aria-selected={index === keys.at}
              onPointerDown={event => {
                event.preventDefault()
                pick(hit)
              }}
            >
              <span className="note kind">{hits[index - 1]?.group === hit.group ? '' : hit.group}</span>
              <span>{hit.name}</span>
              <span className="note">{hit.note}</span>
            </li>
          ))}
        </ul>
      )}
    </form>
  )
}

const indicatorHits = (programmes: readonly Declaration[], q: string, group: string): Hit[] =>
  programmes
    .flatMap(programme => programme.indicators.map(indicator => ({ programme, indicator })))
    .filter(({ indicator }) => indicator.name.includes(q))
    .slice(0, 4)
    .map(({ programme, indicator }) => ({
      key: `i${indicator.key}`,
      group,
      name: indicator.name,
      note: programme.name,
      path: `/figures?i=${indicator.key}`,
    }))
