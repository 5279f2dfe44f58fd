import { useEffect, type ReactNode } from 'react'
import { Seal } from '../seal.tsx'
import './gate.css'
import { useWords } from '../words.ts'

/** A page before the house: the ledger leaf with its one red line, and beside it what is to be done. */
export function Leaf({ children }: { children: ReactNode }) {
  const t = useWords()
  useEffect(() => {
    const root = document.getElementById('root')
    root?.classList.add('wide')
    return () => root?.classList.remove('wide')
  }, [])
  return (
    <div className="gate">
      <div className="leaf" aria-hidden="true">
        <div className="frame" />
        <span className="now" />
        <div className="verse" lang="zh">
          <p>{t('common.gate.verse1')}</p>
          <p>{t('common.gate.verse2')}</p>
        </div>
        <Seal />
      </div>
      <main>{children}</main>
    </div>
  )
}
