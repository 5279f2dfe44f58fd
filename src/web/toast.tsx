import { useSyncExternalStore } from 'react'

type Told = { text: string; act?: { name: string; do: () => void } }
let told: Told | undefined
let timer: ReturnType<typeof setTimeout> | undefined
const listeners = new Set<() => void>()

const change = (next: Told | undefined) => {
  told = next
  for (const each of listeners) each()
}

/** Confirms what was done, for ten seconds when it can be taken back, otherwise four. */
export function tell(text: string, act?: Told['act']): void {
  clearTimeout(timer)
  change(act ? { text, act } : { text })
  timer = setTimeout(() => change(undefined), act ? 10_000 : 4_000)
}

/** The place where confirmations appear; it is read out. */
export function Toasts() {
  const now = useSyncExternalStore(
    listener => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => told,
  )
  return (
    <div role="status" aria-live="polite">
      {now && (
        <p className="toast">
          <span>{now.text}</span>
          {now.act && (
            <button
              type="button"
              className="u"
              onClick={() => {
                now.act?.do()
                change(undefined)
              }}
            >
              {now.act.name}
            </button>
          )}
        </p>
      )}
    </div>
  )
}
