import { useSearchParams } from 'wouter'

/** The part of the address that says what is shown: a link shows the same again, and back goes back. */
export function useQueryState(): [URLSearchParams, (change: Record<string, string | undefined>) => void] {
  const [search, setSearch] = useSearchParams()
  const change = (parts: Record<string, string | undefined>) =>
    setSearch(
      before => {
        const next = new URLSearchParams(before)
        for (const [name, value] of Object.entries(parts)) {
          if (value === undefined || value === '') next.delete(name)
          else next.set(name, value)
        }
        return next
      },
      { replace: true },
    )
  return [search, change]
}

/** A query as part of an address: empty ones left out. */
export const queryText = (parts: Record<string, unknown>): string => {
  const query = new URLSearchParams(
    Object.entries(parts).flatMap(([name, value]) =>
      value === undefined || value === '' || value === null ? [] : [[name, String(value)] as [string, string]],
    ),
  ).toString()
  return query ? `?${query}` : ''
}
