import Search from 'lucide-react/icons/search'
import { useState } from 'react'
import { Link } from 'wouter'
import { Bars } from '../bars.tsx'
import { ChapterIcon } from '../chapter-icon.tsx'
import { timesRecorded } from '../draft.ts'
import { recordable, useProgramme, useProgrammes } from '../programmes.ts'
import { Quiet } from '../quiet.tsx'
import type { Me } from '../shapes.ts'
import { Trouble } from '../trouble.tsx'
import { useWords } from '../words.ts'
import Lost from './lost.tsx'
import { Page } from './page.tsx'
import { RecordSheet } from './record-sheet.tsx'
import './one.css'

/** 记一笔: which programme, and then its sheet. */
export default function Record({ me, id }: { me: Me; id?: string }) {
  const programme = useProgramme(id ?? '')
  if (!id) return <Choose me={me} />
  if (programme === null) return <Lost />
  if (programme === undefined)
    return (
      <main>
        <Bars rows={8} />
      </main>
    )
  return <RecordSheet me={me} of={programme} />
}

function Choose({ me }: { me: Me }) {
  const t = useWords()
  const [text, setText] = useState('')
  const programmes = useProgrammes()
  const wanted = text.trim().toLowerCase()
  const found = recordable(programmes.data?.programmes ?? [], timesRecorded(me.person), true).filter(each =>
    [each.name, each.short, each.what].join(' ').toLowerCase().includes(wanted),
  )
  const chapters = [...new Set(found.map(each => each.chapter))]
  return (
    <Page title={t('desk.nav.record')} scope={t('desk.choose.what')}>
      <div className="filters" style={{ marginBottom: 16 }}>
        <label className="find inline">
          <Search />
          <span className="vh">{t('common.search')}</span>
          <input
            type="search"
            placeholder={t('desk.choose.search')}
            value={text}
            onChange={event => setText(event.target.value)}
          />
        </label>
      </div>
      {programmes.isPending && <Bars rows={8} />}
      {programmes.error && <Trouble error={programmes.error} again={() => void programmes.refetch()} />}
      {programmes.data && found.length === 0 && (
        <Quiet why={wanted ? t('desk.choose.none', { text }) : t('desk.choose.noneAtAll')} />
      )}
      <div className="choose">
        {chapters.map(chapter => (
          <section key={chapter}>
            <div className="sec">
              <h2>{t(`common.chapters.${chapter}`)}</h2>
            </div>
            <ul>
              {found
                .filter(each => each.chapter === chapter)
                .map(each => (
                  <li key={each.id}>
                    <Link href={`/record/${each.id}`}>
                      <ChapterIcon chapter={each.chapter} />
                      <span>
                        {each.name}
                        <span className="note">　{each.what}</span>
                      </span>
                      <span className="madder">{t('desk.choose.go')}</span>
                    </Link>
                  </li>
                ))}
            </ul>
          </section>
        ))}
      </div>
    </Page>
  )
}
