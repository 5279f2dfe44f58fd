import type { ReactNode } from 'react'

/** An empty place: one sentence why, one act. */
export function Quiet({ why, children }: { why: ReactNode; children?: ReactNode }) {
  return (
    <div className="say">
      <p>{why}</p>
      {children}
    </div>
  )
}
