import { call, Refused, type Answer } from '#contract/call'
import type { Door } from '#contract/paths'
import { QueryCache, QueryClient, useInfiniteQuery, useQuery, type UseQueryResult } from '@tanstack/react-query'
import { goIn, wayIn } from './way-in.ts'

export type Given<D extends Door> = Parameters<typeof call<D>>[1]

/** One memory for the page: answers are fresh for half a minute, refusals are final, only a missing network is tried again. */
export const memory = new QueryClient({
  queryCache: new QueryCache({
    onError: error => {
      const way = error instanceof Refused ? wayIn(error) : undefined
      if (way) goIn(way)
    },
  }),
  defaultOptions: {
    queries: {
      staleTime: 30_000,
      retry: (tries, error) => error instanceof Refused && (error.status === 0 || error.status >= 502) && tries < 2,
      refetchOnWindowFocus: false,
    },
  },
})

/** Reads one door of the API. */
export function useDoor<D extends Door>(
  door: D,
  given: Given<D>,
  options: { enabled?: boolean; keep?: boolean; every?: number; fresh?: number } = {},
): UseQueryResult<Answer<D>, Refused> {
  return useQuery<Answer<D>, Refused>({
    queryKey: [door, given],
    queryFn: ({ signal }: { signal: AbortSignal }) => call(door, given, { signal }),
    enabled: options.enabled ?? true,
    ...(options.keep ? { placeholderData: (before: Answer<D> | undefined) => before } : {}),
    ...(options.every ? { refetchInterval: options.every } : {}),
    ...(options.fresh === undefined ? {} : { staleTime: options.fresh }),
  } as never)
}

type Listed = 'records' | 'handleRecords' | 'audit'

/** Reads a list that goes on: 往后看 asks for the next page. */
export function useList<D extends Listed>(door: D, given: Given<D>, enabled = true) {
  return useInfiniteQuery<Answer<D>, Refused, { pages: Answer<D>[] }, unknown[], string | undefined>({
    queryKey: [door, 'list', given],
    queryFn: ({ signal, pageParam }) =>
      call(door, { ...given, query: { ...given.query, after: pageParam } } as Given<D>, { signal }),
    initialPageParam: undefined,
    getNextPageParam: page => page.next ?? undefined,
    enabled,
  })
}

/** After something was written, everything that was read is old. */
export const forgetAnswers = (): Promise<void> => memory.invalidateQueries()
