import { call } from '#contract/call'

/**
 * Looks up names one after the other; where exactly one person of the unit bears a name, tells her id. A name that cannot
 * be looked up (no network) stays as it was written.
 */
export async function knownAs(
  door: 'findPeople' | 'findHouseholds',
  names: string[],
  unit: number | undefined,
  tell: (name: string, id: string) => void,
): Promise<void> {
  for (const name of names) {
    const found = await call(door, { query: { q: name, ...(unit === undefined ? {} : { unit }), limit: 5 } }).catch(
      () => undefined,
    )
    const same = found?.rows.filter(row => row.name === name) ?? []
    const here = unit === undefined ? same : same.filter(row => row.unit.no === unit)
    const only = here.length === 1 ? here[0] : same.length === 1 ? same[0] : undefined
    if (only) tell(name, only.id)
  }
}
