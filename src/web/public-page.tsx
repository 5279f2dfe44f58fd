import { renderSVG } from 'uqr'
import type { RecordPage } from './shapes.ts'
import { tell } from './toast.tsx'
import { useWords } from './words.ts'

type Page = NonNullable<RecordPage['publicPage']>

/** A picture any telephone can scan, drawn here. */
export function Qr({ url, label }: { url: string; label: string }) {
  return <img className="qr" alt={label} src={`data:image/svg+xml,${encodeURIComponent(renderSVG(url))}`} />
}

/** Where people without an account look this up: to scan, to open, to pass on. */
export default function PublicPage({ page: { kind, url } }: { page: Page }) {
  const t = useWords()
  if (kind === 'class') return null // each certificate has an address of its own, on its paper
  const copy = async () => {
    await navigator.clipboard.writeText(url)
    tell(t('common.public.copied'))
  }
  return (
    <section className="public" aria-label={t(`common.public.${kind}.title`)}>
      <Qr url={url} label={t(`common.public.${kind}.qr`)} />
      <div>
        <h2>{t(`common.public.${kind}.title`)}</h2>
        <p className="note">{t(`common.public.${kind}.what`)}</p>
        <p className="acts">
          <a className="act" href={url} target="_blank" rel="noreferrer">
            {t('common.public.open')}
          </a>
          <button type="button" className="act" onClick={() => void copy()}>
            {t('common.public.copy')}
          </button>
        </p>
      </div>
    </section>
  )
}
