import { signOut } from './auth.ts'
import { memory } from './door.ts'
import { face, keepIn } from './way-in.ts'

/** Signs out and forgets what this page had read. Drafts stay on the device, under the person who wrote them. */
export async function leave(): Promise<void> {
  await signOut()
  keepIn(false)
  memory.clear()
  location.assign(`${face()}/signin`)
}
