import ArrowLeft from 'lucide-react/icons/arrow-left'
import type { ReactNode } from 'react'
import { Link } from 'wouter'
import { Seal } from '../seal.tsx'
import { useWords } from '../words.ts'

/** The head of a page that was opened from another: the way back, its name, one short thing at the right. */
export function Bar({ title, right, back = '/' }: { title: ReactNode; right?: ReactNode; back?: string }) {
  const t = useWords()
  return (
    <header className="bar">
      <Link className="back" href={back} aria-label={t('field.back')}>
        <ArrowLeft />
      </Link>
      {title}
      {right && <span className="r">{right}</span>}
    </header>
  )
}

/** The head of the four words: the seal and the unit. */
export function HomeBar({ unit, right }: { unit: string; right: ReactNode }) {
  return (
    <header className="bar">
      <Seal />
      <b>{unit}</b>
      {right}
    </header>
  )
}
