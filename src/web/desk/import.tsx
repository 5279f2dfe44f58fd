import { useState, type FormEvent } from 'react'
import { useSearch } from 'wouter'
import { call } from '#contract/call'
import { downloads } from '#contract/paths'
import { forgetAnswers, useDoor } from '../door.ts'
import { Figure } from '../figure.tsx'
import { useProgrammes } from '../programmes.ts'
import { homeUnit } from '../session.ts'
import type { ImportPage, Me } from '../shapes.ts'
import { Trouble } from '../trouble.tsx'
import { useWords } from '../words.ts'
import { base64Of } from './file-bytes.ts'
import { FileButton } from './file-button.tsx'
import { ImportHeads } from './import-heads.tsx'
import { Page } from './page.tsx'
import { useQueryState } from './query.ts'
import { UnitPick } from './unit-pick.tsx'
import './paper.css'

/** 导入台账: open the sheet, see which column is what, try it, then import; the same sheet comes back with each row's result. */
export default function Import({ me }: { me: Me }) {
  const t = useWords()
  const [search, change] = useQueryState()
  const id = search.get('id') ?? ''
  const [answered, setAnswered] = useState<ImportPage>()
  const [said, setSaid] = useState<Record<string, string | null>>()
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>()

  // a page opened again takes up the import it was at, and follows one that still runs
  const own = answered?.id === id ? answered : undefined
  const follow = id !== '' && !busy && (!own || own.state === 'running')
  const seen = useDoor('importPage', { params: { id } }, { enabled: follow, every: 2000 })
  const sheet = id === '' ? undefined : follow ? (seen.data ?? own) : own
  const columns = said ?? Object.fromEntries(sheet?.heads.map(each => [each.column, each.field]) ?? [])

  const take = (page: ImportPage) => {
    setAnswered(page)
    setSaid(undefined)
    change({ id: page.id })
  }
  const trying = async (act: () => Promise<ImportPage>) => {
    setBusy(true)
    setError(undefined)
    try {
      take(await act())
    } catch (problem) {
      setError(problem)
    }
    setBusy(false)
  }
  const mapping = () => ({
    params: { id: sheet?.id ?? '' },
    body: { columns, remember: true, ...(sheet ? { sheet: sheet.sheet } : {}) },
  })
  const run = () =>
    trying(async () => {
      const page = await call('runImport', mapping())
      await forgetAnswers()
      return page
    })
  return (
    <Page title={t('papers.import.title')} scope={t('papers.import.scope')}>
      {id === '' && <OpenForm me={me} busy={busy} open={body => trying(() => call('startImport', { body }))} />}
      {error !== undefined && <Trouble error={error} />}
      {!sheet && seen.error && <Trouble error={seen.error} />}
      {sheet?.state === 'running' && <p className="dim">{t('papers.import.running', { total: sheet.rows.total })}</p>}
      {sheet && (
        <>
          {sheet.remembered && sheet.state === 'mapped' && <p className="dim">{t('papers.import.remembered')}</p>}
          {sheet.state !== 'done' && <ImportHeads sheet={sheet} columns={columns} change={setSaid} />}
          {sheet.state !== 'mapped' && <Outcome sheet={sheet} />}
          <div className="acts" style={{ paddingTop: 16 }}>
            {sheet.state !== 'done' && (
              <button
                type="button"
                className="btn"
                disabled={busy}
                onClick={() => void trying(() => call('rehearseImport', mapping()))}
              >
                {t('papers.import.rehearse')}
              </button>
            )}
            {sheet.state === 'rehearsed' && (
              <button
                type="button"
                className="btn first"
                disabled={busy || sheet.rows.good === 0}
                onClick={() => void run()}
              >
                {t('papers.import.run', { count: sheet.rows.good })}
              </button>
            )}
            <button
              type="button"
              className="act"
              onClick={() => {
                setSaid(undefined)
                change({ id: undefined })
              }}
            >
              {t('papers.import.again')}
            </button>
          </div>
        </>
      )}
    </Page>
  )
}

type Request = Parameters<typeof call<'startImport'>>[1]['body']

function OpenForm({ me, busy, open }: { me: Me; busy: boolean; open: (body: Request) => Promise<void> }) {
  const t = useWords()
  const programmes = (useProgrammes().data?.programmes ?? []).filter(each => each.mayRecord)
  const [programme, setProgramme] = useState(new URLSearchParams(useSearch()).get('programme') ?? '')
  const [unit, setUnit] = useState(homeUnit(me)?.no ?? 0)
  const [file, setFile] = useState<File>()
  const chosen = programme || programmes[0]?.id || ''
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (file) await open({ programme: chosen, unit, name: file.name, file: await base64Of(file) })
  }
  return (
    <form className="papers-form" onSubmit={event => void submit(event)}>
      <label>
        {t('papers.import.programme')}
        <select className="in" value={chosen} onChange={event => setProgramme(event.target.value)}>
          {programmes.map(each => (
            <option key={each.id} value={each.id}>
              {each.name}
            </option>
          ))}
        </select>
      </label>
      <p>
        {t('papers.import.unit')} <UnitPick me={me} no={unit} change={setUnit} />
      </p>
      <div className="acts">
        <FileButton
          accept=".xlsx,.csv"
          label={t(file ? 'papers.import.otherFile' : 'papers.import.file')}
          pick={setFile}
        />
      </div>
      {file && <p className="dim">{file.name}</p>}
      <div>
        <button type="submit" className="btn first" disabled={busy || !file}>
          {t(busy ? 'papers.import.busy' : 'papers.import.open')}
        </button>
      </div>
    </form>
  )
}

function Outcome({ sheet }: { sheet: ImportPage }) {
  const t = useWords()
  const { total, good, repeated, bad } = sheet.rows
  return (
    <section aria-live="polite">
      <p style={{ paddingTop: 16 }}>{t('papers.import.rows', { total, good, repeated, bad })}</p>
      {sheet.state === 'done' && (
        <p>
          {t('papers.import.done')}{' '}
          <a className="act" href={downloads.importResult.replace(':id', sheet.id)} download>
            {t('papers.import.result')}
          </a>
        </p>
      )}
      {sheet.state === 'rehearsed' && sheet.wouldCount.length > 0 && (
        <p>
          {t('papers.import.would')}：
          {sheet.wouldCount.map(each => (
            <span key={each.name} style={{ marginRight: 16 }}>
              {each.name} <Figure value={each.value} unit={each.unit} still />
            </span>
          ))}
        </p>
      )}
      <Lines
        title={t('papers.import.problems')}
        rows={sheet.problems.map(each => ({ row: each.row, text: `${each.column}　${each.why}` }))}
      />
      <Lines title={t('papers.import.skipped')} rows={sheet.skipped.map(each => ({ row: each.row, text: each.why }))} />
    </section>
  )
}

function Lines({ title, rows }: { title: string; rows: readonly { row: number; text: string }[] }) {
  const t = useWords()
  if (rows.length === 0) return null
  return (
    <>
      <h2>{title}</h2>
      <ul className="found">
        {rows.slice(0, 200).map(each => (
          <li key={`${each.row} ${each.text}`}>
            <span className="note">{t('papers.import.row', { row: each.row })}</span>　{each.text}
          </li>
        ))}
      </ul>
    </>
  )
}
