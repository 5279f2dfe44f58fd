import { randomUUID } from 'node:crypto'
import type { Order } from '#engine/order'
import { kindName, kinds } from './programmes.ts'

/** The last kind is written by the freshness check alone. */
export const checkedKind = kinds - 1
const someKind = () => Math.floor(checkedKind * Math.random() ** 2)

/** A new record of three numbers at a unit, now and then with five persons of that unit. */
export function benchOrder(unit: number, namedShare: number, kind = someKind()): Order {
  const day = `2025-12-${String(1 + Math.floor(28 * Math.random())).padStart(2, '0')}`
  const people = Math.random() < namedShare ? { people: Array.from({ length: 5 }, () => ({ id: personOf(unit) })) } : {}
  const input = { title: '巾帼宣讲', day, v1: 57, v2: 1 + Math.floor(Math.random() * 200), ...people }
  return { id: randomUUID(), programme: kindName(kind), command: 'record', record: { id: randomUUID() }, unit, input }
}

/** One of a hundred women of the unit, some of whom come often. */
export function personOf(unit: number): string {
  const number = (unit * 1000 + Math.floor(100 * Math.random() ** 2)).toString(16).padStart(12, '0')
  return `00000000-0000-4000-8000-${number}`
}
