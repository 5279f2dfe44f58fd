import { useState, type KeyboardEvent, type ReactNode } from 'react'

/** Where the arrow keys stand in a list of finds, and what Enter takes. */
export function useHitKeys<T>(rows: readonly T[], pick: (row: T) => void, close: () => void) {
  const [at, setAt] = useState(0)
  const here = Math.min(at, Math.max(0, rows.length - 1))
  const onKeyDown = (event: KeyboardEvent): boolean => {
    if (event.nativeEvent.isComposing) return false
    if (event.key === 'ArrowDown') setAt(Math.min(here + 1, rows.length - 1))
    else if (event.key === 'ArrowUp') setAt(Math.max(here - 1, 0))
    else if (event.key === 'Escape') close()
    else if (event.key === 'Enter' && rows[here] !== undefined) pick(rows[here])
    else return false
    event.preventDefault()
    event.stopPropagation()
    return true
  }
  return { at: here, setAt, onKeyDown }
}

type Props<T> = {
  id: string
  rows: readonly T[]
  at: number
  keyOf: (row: T) => string
  pick: (row: T) => void
  label: string
  children: (row: T) => ReactNode
}

/** What was found while typing. */
export function Hits<T>({ id, rows, at, keyOf, pick, label, children }: Props<T>) {
  return (
    <ul className="hits" id={id} role="listbox" aria-label={label}>
      {rows.map((row, index) => (
        // keys are handled by the input that owns the list
        <li
          key={keyOf(row)}
          id={`${id}-${index}`}
          role="option"
          aria-selected={index === at}
          onPointerDown={event => {
            event.preventDefault()
            pick(row)
          }}
        >
          {children(row)}
        </li>
      ))}
    </ul>
  )
}
