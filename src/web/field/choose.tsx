import Search from 'lucide-react/icons/search'
import { useState } from 'react'
import { Link } from 'wouter'
import { Bars } from '../bars.tsx'
import { ChapterIcon } from '../chapter-icon.tsx'
import { timesRecorded } from '../draft.ts'
import { usePageTitle } from '../page-title.ts'
import { recordable, useProgrammes } from '../programmes.ts'
import { Quiet } from '../quiet.tsx'
import type { Declaration, Me } from '../shapes.ts'
import { Trouble } from '../trouble.tsx'
import { useWords } from '../words.ts'
import { Bar } from './bar.tsx'
import { Nav } from './nav.tsx'

/** Which programme the record belongs to: her usual ones first, the others by chapter, all of them searchable. */
export function Choose({ me }: { me: Me }) {
  const t = useWords()
  usePageTitle(t('field.nav.record'))
  const [text, setText] = useState('')
  const programmes = useProgrammes()
  const times = timesRecorded(me.person)
  const all = recordable(programmes.data?.programmes ?? [], times)
  const usual = all.filter(each => times[each.id]).slice(0, 4)
  const wanted = text.trim().toLowerCase()
  const found = all.filter(each => [each.name, each.short, each.what].join(' ').toLowerCase().includes(wanted))
  const chapters = [...new Set(found.map(each => each.chapter))]
  return (
    <>
      <Bar title={<h1 className="t">{t('field.choose.title')}</h1>} />
      <main style={{ paddingTop: 8 }}>
        <label className="search">
          <Search />
          <span className="vh">{t('field.choose.search')}</span>
          <input
            className="bare"
            type="search"
            placeholder={t('field.choose.search')}
            value={text}
            onChange={event => setText(event.target.value)}
          />
        </label>
        {programmes.isPending && <Bars rows={6} />}
        {programmes.error && <Trouble error={programmes.error} again={() => void programmes.refetch()} />}
        {!wanted && usual.length > 0 && <Group title={t('field.choose.usual')} rows={usual} />}
        {chapters.map(chapter => (
          <Group
            key={chapter}
            title={t(`common.chapters.${chapter}`)}
            rows={found.filter(each => each.chapter === chapter)}
          />
        ))}
        {programmes.data && found.length === 0 && (
          <Quiet why={wanted ? t('field.choose.none', { text }) : t('field.choose.noneAtAll')} />
        )}
      </main>
      <Nav />
    </>
  )
}

function Group({ title, rows }: { title: string; rows: Declaration[] }) {
  const t = useWords()
  return (
    <section>
      <div className="sec">
        <h2>{title}</h2>
      </div>
      <ul className="rows">
        {rows.map(each => (
          <li key={each.id}>
            <Link href={`/record/${each.id}`} style={{ gridTemplateColumns: '28px minmax(0, 1fr) auto' }}>
              <span className="dim">
                <ChapterIcon chapter={each.chapter} />
              </span>
              <div>
                <p>{each.name}</p>
                <p className="note">{each.what}</p>
              </div>
              <span className="go">{t('field.choose.go')}</span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  )
}
