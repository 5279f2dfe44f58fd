import { call } from '#contract/call'
import { memory } from '../door.ts'
import { face, keepIn } from '../way-in.ts'
import { applyTaste } from '../taste.ts'

/** After signing in: her taste from the account, then the page she came for, or the face her post begins with. */
export async function enter(back: string | null): Promise<void> {
  const me = await call('me', {})
  keepIn(true)
  memory.clear()
  applyTaste({ language: me.language, size: me.size, theme: me.theme })
  if (me.mustChange) {
    location.assign(`${face()}/password?first${back ? `&back=${encodeURIComponent(back)}` : ''}`)
    return
  }
  const wanted = back?.startsWith('/') && !back.startsWith('//') ? back : undefined
  location.assign(wanted ?? (me.face === 'field' ? '/field/' : '/'))
}
