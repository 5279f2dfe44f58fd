import { useDoor } from './door.ts'
import i18next from 'i18next'
import type { Declaration } from './shapes.ts'
import { listMark, type Language } from './words.ts'

/** The programmes as declared, in the reader's language. They change with a release, not with the work: asked once. */
export function useProgrammes() {
  return useDoor('declarations', { query: { lang: i18next.language as Language } }, { fresh: Number.POSITIVE_INFINITY })
}

/** One programme; undefined while it is fetched, null when there is none of that name. */
export function useProgramme(id: string): Declaration | undefined | null {
  const { data } = useProgrammes()
  return data ? (data.programmes.find(each => each.id === id) ?? null) : undefined
}

/** Those the reader may begin a record of, the ones she uses most first, otherwise in their own order. `sent`: letters to those below too. */
export const recordable = (
  programmes: readonly Declaration[],
  times: Record<string, number>,
  sent = false,
): Declaration[] =>
  programmes
    .filter(programme => programme.mayRecord || (sent && programme.maySend))
    .map((programme, index) => ({ programme, index, times: times[programme.id] ?? 0 }))
    .sort((a, b) => b.times - a.times || a.index - b.index)
    .map(({ programme }) => programme)

/** What a record will be counted into, in the words of its indicators. */
export const countedInto = (of: Declaration): string =>
  [...new Set(of.indicators.filter(each => each.kind !== 'rate' && each.kind !== 'reported').map(each => each.name))]
    .slice(0, 4)
    .join(listMark())
