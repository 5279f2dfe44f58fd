/** A place where one reading of the text has been settled, so that no other may take the same characters. */
export type Claims = Uint8Array

/** Takes the characters from `start` to `end` if none of them is taken yet; says whether it did. */
export function claim(claims: Claims, start: number, end: number): boolean {
  for (let at = start; at < end; at++) if (claims[at]) return false
  claims.fill(1, start, end)
  return true
}
