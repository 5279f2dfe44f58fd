import ChevronDown from 'lucide-react/icons/chevron-down'
import { useEffect, useId, useRef, useState, type KeyboardEvent, type ReactNode } from 'react'
import './pick.css'

type Props = {
  /** What is chosen now, as a part of the sentence. */
  label: ReactNode
  /** What it chooses, for those who hear the page. */
  name: string
  className?: string
  wide?: boolean
  children: (close: () => void) => ReactNode
}

/** The changeable part of a sentence: underlined, and it opens what may be chosen. Esc, or a press elsewhere, closes. */
export function Pick({ label, name, className = 'pick', wide, children }: Props) {
  const [open, setOpen] = useState(false)
  const [right, setRight] = useState(false)
  const id = useId()
  const box = useRef<HTMLSpanElement>(null)
  const button = useRef<HTMLButtonElement>(null)
  const close = () => {
    setOpen(false)
    button.current?.focus()
  }
  useEffect(() => {
    if (!open) return
    const away = (event: PointerEvent) => {
      if (!box.current?.contains(event.target as Node)) setOpen(false)
    }
    document.addEventListener('pointerdown', away)
    const panel = box.current?.querySelector<HTMLElement>('.panel')
    const first = panel?.querySelector<HTMLElement>('[aria-current="true"], input, button, a')
    first?.focus()
    return () => document.removeEventListener('pointerdown', away)
  }, [open])
  const toggle = () => {
    const at = button.current?.getBoundingClientRect()
    setRight(Boolean(at && at.left + (wide ? 460 : 300) > window.innerWidth))
    setOpen(!open)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (!open) return
    if (event.key === 'Escape') {
      event.stopPropagation()
      close()
    }
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') step(event)
  }
  const step = (event: KeyboardEvent) => {
    if ((event.target as HTMLElement).getAttribute('role') === 'combobox') return
    const all = [...(box.current?.querySelectorAll<HTMLElement>('.panel li > button, .panel li > a') ?? [])]
    const at = all.indexOf(document.activeElement as HTMLElement)
    all[(at + (event.key === 'ArrowDown' ? 1 : -1) + all.length) % all.length]?.focus()
    event.preventDefault()
  }
  return (
    <span className="pickbox" role="presentation" ref={box} onKeyDown={onKeyDown}>
      <button
        ref={button}
        type="button"
        className={className}
        aria-haspopup="dialog"
        aria-expanded={open}
        aria-controls={id}
        onClick={toggle}
      >
        <span className="vh">{name}：</span>
        {label}
        <ChevronDown />
      </button>
      {open && (
        <div className={`panel${right ? ' right' : ''}${wide ? ' wide' : ''}`} id={id} role="dialog" aria-label={name}>
          {children(close)}
        </div>
      )}
    </span>
  )
}

type Option = { key: string; name: ReactNode; note?: ReactNode }

/** A list inside a picker. */
export function Options({ rows, now, pick }: { rows: Option[]; now: string; pick: (key: string) => void }) {
  return (
    <ul>
      {rows.map(row => (
        <li key={row.key}>
          <button type="button" aria-current={row.key === now} onClick={() => pick(row.key)}>
            <span>{row.name}</span>
            {row.note && <span className="note">{row.note}</span>}
          </button>
        </li>
      ))}
    </ul>
  )
}

/** What may be done with a line of a table: the last cell's menu. */
export function Acts<Act extends string>({
  name,
  rows,
  act,
}: {
  name: string
  rows: readonly { key: Act; name: string }[]
  act: (key: Act) => void
}) {
  return (
    <Pick name={name} className="act" label={name}>
      {close => (
        <Options
          now=""
          rows={[...rows]}
          pick={key => {
            close()
            act(key as Act) // one of rows
          }}
        />
      )}
    </Pick>
  )
}
