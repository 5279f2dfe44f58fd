import LockKeyhole from 'lucide-react/icons/lock-keyhole'
import { call } from '#contract/call'
import { useState } from 'react'
import { Trouble } from './trouble.tsx'
import { useWords } from './words.ts'

type Props = { shard: number; id: string; field: string; label: string }

/** A guarded answer: closed until somebody says why she looks; each look is written down. */
export function Guarded({ shard, id, field, label }: Props) {
  const t = useWords()
  const [asking, setAsking] = useState(false)
  const [why, setWhy] = useState('')
  const [value, setValue] = useState<string | undefined>()
  const [error, setError] = useState<unknown>()
  if (value !== undefined) return <span>{value}</span>
  const open = async () => {
    try {
      setValue((await call('reveal', { params: { shard, id }, body: { field, why: why.trim() } })).value)
    } catch (refused) {
      setError(refused)
    }
  }
  if (!asking)
    return (
      <button type="button" className="act" onClick={() => setAsking(true)}>
        <LockKeyhole />
        {t('common.guarded.open')}
      </button>
    )
  return (
    <form
      onSubmit={event => {
        event.preventDefault()
        void open()
      }}
    >
      <label className="lab" htmlFor={`why-${field}`}>
        {t('common.guarded.why', { label })}
      </label>
      <span className="acts" style={{ flexWrap: 'nowrap' }}>
        <input
          id={`why-${field}`}
          className="in"
          value={why}
          onChange={event => setWhy(event.target.value)}
          autoFocus
        />
        <button type="submit" className="btn" style={{ width: 'auto' }} disabled={why.trim().length < 2}>
          {t('common.guarded.look')}
        </button>
      </span>
      <p className="help">{t('common.guarded.kept')}</p>
      {error !== undefined && <Trouble error={error} />}
    </form>
  )
}
