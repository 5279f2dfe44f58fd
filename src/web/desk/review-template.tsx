import { useState } from 'react'
import { call } from '#contract/call'
import { downloads } from '#contract/paths'
import { useDoor } from '../door.ts'
import { Trouble } from '../trouble.tsx'
import { useWords } from '../words.ts'
import { base64Of } from './file-bytes.ts'
import { FileButton } from './file-button.tsx'

/** 版式: the Word template a unit's reviews are written in. Taken away, changed in Word, and given back. */
export function ReviewTemplate({ unit }: { unit: number }) {
  const t = useWords()
  const asked = useDoor('reviewTemplate', { query: { unit } })
  const [error, setError] = useState<unknown>()
  const keep = async (name: string, docx: string | null) => {
    setError(undefined)
    try {
      await call('setReviewTemplate', { body: { unit, name, docx } })
      await asked.refetch()
    } catch (problem) {
      setError(problem)
    }
  }
  const { name, from } = asked.data ?? {}
  return (
    <section>
      <h2>{t('papers.template.title')}</h2>
      <p className="dim">{from ? t('papers.template.own', { name, unit: from.short }) : t('papers.template.house')}</p>
      <div className="acts">
        <a className="btn" href={downloads.reviewTemplate.replace(':unit', String(unit))} download>
          {t('papers.template.take')}
        </a>
        <FileButton
          accept=".docx"
          label={t('papers.template.give')}
          pick={async file => keep(file.name, await base64Of(file))}
        />
        {from?.no === unit && (
          <button type="button" className="act" onClick={() => void keep('', null)}>
            {t('papers.template.drop')}
          </button>
        )}
      </div>
      {error !== undefined && <Trouble error={error} />}
    </section>
  )
}
