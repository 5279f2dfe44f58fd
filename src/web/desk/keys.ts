import { useEffect, useRef, useState } from 'react'

type Keys = Record<string, (event: globalThis.KeyboardEvent) => void>

/** Keys of a page. They are silent while somebody types, and under a dialog. */
export function useKeys(keys: Keys): void {
  const latest = useRef(keys)
  latest.current = keys
  useEffect(() => {
    const listen = (event: globalThis.KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return
      const act = latest.current[event.key]
      if (!act || isTyping(event.target)) return
      act(event)
    }
    window.addEventListener('keydown', listen)
    return () => window.removeEventListener('keydown', listen)
  }, [])
}

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable ||
    target.matches('input:not([type=radio]):not([type=checkbox]), textarea, select') ||
    target.closest('.panel, .ant-modal, .ant-drawer') !== null)

/** j and k go down and up the rows, Enter opens the one they stand on. */
export function useRows<T>(rows: readonly T[], open: (row: T) => void) {
  const [at, setAt] = useState(-1)
  const move = (by: number) => {
    const next = Math.max(0, Math.min(rows.length - 1, at + by))
    setAt(next)
    document.querySelector(`[data-row="${next}"]`)?.scrollIntoView({ block: 'nearest' })
  }
  useKeys({
    j: () => move(1),
    k: () => move(-1),
    Enter: event => {
      const row = rows[at]
      if (row === undefined || (event.target as HTMLElement).closest('a, button, summary')) return
      event.preventDefault()
      open(row)
    },
  })
  return { at, setAt, rowProps: (index: number) => ({ 'data-row': index, 'data-on': index === at }) }
}
