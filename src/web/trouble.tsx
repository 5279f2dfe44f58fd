import CircleAlert from 'lucide-react/icons/circle-alert'
import { Refused } from '#contract/call'
import { useWords } from './words.ts'

/** What went wrong, what to do, and the number to tell: the page itself stays. */
export function Trouble({ error, again, title }: { error: unknown; again?: () => void; title?: string }) {
  const t = useWords()
  const said = sayTrouble(error, t)
  return (
    <div className="say" role="alert">
      <p className="tag cinnabar">
        <CircleAlert />
        {title ?? said.title}
      </p>
      {title && title !== said.title && <p className="dim">{said.title}</p>}
      {said.advice && <p className="dim">{said.advice}</p>}
      {said.request && <p className="note">{t('common.trouble.number', { number: said.request })}</p>}
      {again && (
        <button type="button" className="act" onClick={again}>
          {t('common.trouble.again')}
        </button>
      )}
    </div>
  )
}

/** A refusal in plain words. The server words its own; only a missing network and a crash are worded here. */
export function sayTrouble(
  error: unknown,
  t: (key: string) => string,
): { title: string; advice?: string; request?: string } {
  if (!(error instanceof Refused)) return { title: t('common.trouble.unknown'), advice: t('common.trouble.unknownDo') }
  if (error.status === 0) return { title: t('common.trouble.offline'), advice: t('common.trouble.offlineDo') }
  const request = error.body.request?.slice(-6).toUpperCase()
  if (error.body.code === 'unexpected' || !error.body.code)
    return {
      title: t('common.trouble.unknown'),
      advice: t('common.trouble.unknownDo'),
      ...(request ? { request } : {}),
    }
  const first = error.body.issues?.length === 1 ? error.body.issues[0]?.message : undefined
  return {
    title: first ?? error.body.title,
    ...(error.body.advice ? { advice: error.body.advice } : {}),
    ...(request && error.status >= 500 ? { request } : {}),
  }
}
