import { call } from '#contract/call'
import { useState, type FormEvent } from 'react'
import type { Me, UnitBrief } from '../shapes.ts'
import { Trouble } from '../trouble.tsx'
import { listMark, useWords } from '../words.ts'
import { UnitPick } from './unit-pick.tsx'

type Result = { matched: number; unmatched: string[] }

/** True boundaries for the map: a GeoJSON file of the administrator's, with its review number. */
export default function MapUpload({ me, unit }: { me: Me; unit: UnitBrief }) {
  const t = useWords()
  const [no, setNo] = useState(unit.no)
  const [error, setError] = useState<unknown>()
  const [notJson, setNotJson] = useState(false)
  const [result, setResult] = useState<Result | undefined>()
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const file = form.get('file')
    setError(undefined)
    setResult(undefined)
    const boundaries = file instanceof File ? await readJson(file) : undefined
    setNotJson(!boundaries)
    if (!boundaries) return
    try {
      const approval = String(form.get('approval') ?? '').trim()
      setResult(await call('setMap', { body: { unit: no, approval, boundaries } }))
    } catch (refused) {
      setError(refused)
    }
  }
  return (
    <form onSubmit={event => void submit(event)} style={{ maxWidth: 620 }}>
      <p className="dim" style={{ marginBottom: 16 }}>
        {t('office.map.what')}
      </p>
      <div className="f">
        <span className="lab">{t('office.map.unit')}</span>
        <UnitPick me={me} no={no} change={setNo} />
      </div>
      <div className="f">
        <label className="lab" htmlFor="map-approval">
          {t('office.map.approval')}
        </label>
        <input id="map-approval" name="approval" className="in" required maxLength={60} />
        <p className="help">{t('office.map.approvalWhy')}</p>
      </div>
      <div className="f">
        <label className="lab" htmlFor="map-file">
          {t('office.map.file')}
        </label>
        <input
          id="map-file"
          name="file"
          type="file"
          className="in"
          accept=".json,.geojson,application/geo+json"
          required
        />
      </div>
      {notJson && <p className="cinnabar">{t('office.map.notJson')}</p>}
      {error !== undefined && <Trouble error={error} />}
      {result && (
        <div className="say" role="status">
          <p className="pine">{t('office.map.matched', { count: result.matched })}</p>
          {result.unmatched.length > 0 && (
            <p className="ochre">{t('office.map.unmatched', { names: result.unmatched.join(listMark()) })}</p>
          )}
        </div>
      )}
      <button type="submit" className="btn first">
        {t('office.map.go')}
      </button>
    </form>
  )
}

async function readJson(file: File): Promise<Record<string, unknown> | undefined> {
  try {
    const read: unknown = JSON.parse(await file.text())
    return read && typeof read === 'object' && !Array.isArray(read) ? (read as Record<string, unknown>) : undefined
  } catch {
    return undefined
  }
}
