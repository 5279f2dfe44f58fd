import { uuid7 } from '#base/id'

/** An id for an order, a record or a person written down here: the same order sent twice is done once. */
export const freshId = (): string => uuid7(Date.now(), crypto.getRandomValues(new Uint8Array(10)))
