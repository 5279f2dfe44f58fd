import { useEffect, type ReactNode } from 'react'
import { Bars } from './bars.tsx'
import { useDoor } from './door.ts'
import type { Me } from './shapes.ts'
import { applyTaste } from './taste.ts'
import { Trouble } from './trouble.tsx'
import { face, goIn, wasIn, wayIn } from './way-in.ts'

/** Opens to those who are signed in, and tells the pages inside who it is. Others are shown the way in, and back. */
export function Signed({ children }: { children: (me: Me) => ReactNode }) {
  const asked = useDoor('me', {}, { fresh: Number.POSITIVE_INFINITY, enabled: wasIn() })
  const leaving = asked.error ? wayIn(asked.error) : undefined
  const me = asked.data
  useEffect(() => {
    if (!wasIn()) goIn(`${face()}/signin`)
  }, [])
  useEffect(() => {
    if (me?.mustChange) goIn(`${face()}/password?first`)
    else if (me) applyTaste({ language: me.language, size: me.size, theme: me.theme })
  }, [me])
  if (me && !me.mustChange) return children(me)
  if (asked.error && !leaving)
    return (
      <main>
        <Trouble error={asked.error} again={() => void asked.refetch()} />
      </main>
    )
  return (
    <main>
      <Bars rows={6} />
    </main>
  )
}
