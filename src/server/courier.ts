/** By which ways notices go out; which of them an installation has follows from its settings. */
export const ways = ['mail', 'wecom', 'dingtalk', 'sms'] as const
export type Way = (typeof ways)[number]

/** A notice to one address: how many things wait, and the same in words. No name and no title is in it. */
export type Letter = {
  readonly to: string
  readonly subject: string
  readonly text: string
  readonly count: number
}

/** Carries notices one way. `send` rejects with `NotSent` when one is not taken. */
export type Courier = { send(letter: Letter): Promise<void>; close(): void }

/**
 * What is to become of a notice that was not taken: never (the address is none), later (this one, another time), or gone (nobody
 * answers, so that others need not be tried now).
 */
export type Fate = 'never' | 'later' | 'gone'

/** A notice that was not taken, without what was answered: that repeats the address. */
export class NotSent extends Error {
  readonly fate: Fate

  constructor(way: Way, code: string | number, fate: Fate) {
    super(`${way} not sent: ${code}`)
    this.name = 'NotSent'
    this.fate = fate
  }
}
