import { call } from '#contract/call'
import { useState, type FormEvent } from 'react'
import { Bars } from '../bars.tsx'
import { useDoor } from '../door.ts'
import { Quiet } from '../quiet.tsx'
import type { Me, UnitBrief } from '../shapes.ts'
import { tell } from '../toast.tsx'
import { Trouble } from '../trouble.tsx'
import { listMark, useWords } from '../words.ts'
import { UnitPick } from './unit-pick.tsx'

type Row = { key: string; name: string; help: string; value?: unknown; from: UnitBrief | null; usual?: unknown }

/** What is decided for a unit and everything below it; where nothing is decided, the level above or the house decides. */
export default function Settings({ me, unit }: { me: Me; unit: UnitBrief }) {
  const t = useWords()
  const [no, setNo] = useState(unit.no)
  const list = useDoor('settings', { query: { unit: no } })
  return (
    <section>
      <p className="scope" style={{ marginBottom: 12 }}>
        {t('office.settings.for')} <UnitPick me={me} no={no} change={setNo} />
      </p>
      {list.isPending && <Bars rows={6} />}
      {list.error && <Trouble error={list.error} again={() => void list.refetch()} />}
      {list.data?.rows.length === 0 && <Quiet why={t('office.settings.none')} />}
      <ul className="settings">
        {list.data?.rows.map(row => (
          <Line key={`${no} ${row.key} ${String(row.value)}`} row={row} unit={no} saved={() => void list.refetch()} />
        ))}
      </ul>
    </section>
  )
}

function Line({ row, unit, saved }: { row: Row; unit: number; saved: () => void }) {
  const t = useWords()
  const [value, setValue] = useState<unknown>(row.value)
  const [error, setError] = useState<unknown>()
  const save = async (next: unknown) => {
    setError(undefined)
    try {
      await call('setSetting', { body: { unit, key: row.key, value: next } })
      tell(t('office.settings.saved', { name: row.name }))
      saved()
    } catch (refused) {
      setError(refused)
    }
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void save(value)
  }
  return (
    <li>
      <div>
        <p>{row.name}</p>
        <p className="note">{row.help}</p>
        {error !== undefined && <Trouble error={error} />}
      </div>
      {typeof row.value === 'boolean' ? (
        <span className="seg" role="radiogroup" aria-label={row.name}>
          {[true, false].map(each => (
            <label key={String(each)}>
              <input
                type="radio"
                name={row.key}
                checked={value === each}
                onChange={() => void (setValue(each), save(each))}
              />
              <span>{t(each ? 'office.settings.on' : 'office.settings.off')}</span>
            </label>
          ))}
        </span>
      ) : (
        <form onSubmit={submit}>
          <input
            className="in"
            aria-label={row.name}
            inputMode={typeof row.value === 'number' ? 'numeric' : 'text'}
            value={asText(value)}
            onChange={event => setValue(fromText(event.target.value, row.value))}
          />
          <button type="submit" className="btn" disabled={JSON.stringify(value) === JSON.stringify(row.value)}>
            {t('office.settings.save')}
          </button>
        </form>
      )}
      <span className="note">
        {row.from ? t('office.settings.from', { unit: row.from.short }) : t('office.settings.usual')}
      </span>
    </li>
  )
}

const asText = (value: unknown): string => (Array.isArray(value) ? value.join(listMark()) : String(value ?? ''))

/** What was typed, in the kind the setting has: a number, a list, or words. */
function fromText(text: string, like: unknown): unknown {
  if (Array.isArray(like))
    return text
      .split(/[、，,]/)
      .map(each => each.trim())
      .filter(Boolean)
  if (typeof like === 'number') {
    const number = Number(text.normalize('NFKC'))
    return text.trim() !== '' && Number.isFinite(number) ? number : text
  }
  return text
}
