import type { ReactNode } from 'react'
import { usePageTitle } from '../page-title.ts'

type Props = {
  /** The page's name, for the tab and, unless `head` says more, for the h1. */
  title: string
  head?: ReactNode
  /** One sentence that says exactly what is shown. */
  scope?: ReactNode
  acts?: ReactNode
  className?: string
  children: ReactNode
}

/** A page of the Desk: its name, the sentence, what may be done, and then what it shows. */
export function Page({ title, head, scope, acts, className, children }: Props) {
  usePageTitle(title)
  return (
    <main id="page" tabIndex={-1} className={className}>
      <div className="head">
        <div>
          <h1>{head ?? title}</h1>
          {scope && <div className="scope">{scope}</div>}
        </div>
        {acts && <div className="acts">{acts}</div>}
      </div>
      {children}
    </main>
  )
}
