import type { Problem } from '#base/problem'
import type { Fields } from './fields.ts'
import type { Indicator } from './indicators.ts'
import type { Level } from './programme.ts'
import type { Limits, Rules } from './rules.ts'

/** Parsed input: plain JSON values, checked against the fields before a pattern sees it. */
// oxlint-disable-next-line typescript/no-explicit-any -- the fields that shape it are only known to the programme
export type Input = Record<string, any>

/** What happened: appended to the record, never changed. */
export type Event<Kind extends string = string> = { readonly kind: Kind; readonly day: string; readonly data: Input }

/** What stands in a state and may be counted: a withdrawn session is no longer a fact. `data` are the flat values it is counted by. */
export type Fact<Kind extends string = string> = { readonly kind: Kind; readonly day: string; readonly data: Input }

/** What the engine counted around the record, in the same transaction, because the pattern asked for it. */
export type Surroundings = Record<string, number>

/**
 * A command of a way of working. `begins` may make a new record. `own: 'ask'` also asks the programme's own fields;
 * `own: 'change'` takes any of the pattern's and the programme's fields, null to empty one. `below`: only where units lie below.
 */
export type Command = {
  readonly fields: Fields
  readonly begins?: true
  readonly own?: 'ask' | 'change'
  readonly below?: true
}

/**
 * Records begun at other units by the same order: one at every unit of a level below, each with the same answers but for what
 * differs by unit. `only`: at no other unit than those named there.
 */
export type Sends<CommandName extends string = string> = {
  readonly command: CommandName
  readonly level: Level
  readonly input: Input
  readonly differing?: ReadonlyMap<number, Input>
  readonly only?: true
}

/** What every state has: where in its life the record is, the programme's own answers, the reason when it was withdrawn. */
export type Common = { readonly phase: string; readonly fields: Input; readonly reason?: string }

// biome-ignore format: one glance
export type PatternName =
  | 'activity' | 'register' | 'venue' | 'statement'
  | 'pairing' | 'enrolment' | 'selection' | 'meeting' | 'document' | 'letter' | 'publication' | 'task'

/**
 * A way of working, told without database, clock or network.
 * decide: may this happen now, and which events follow?  evolve: what does the record look like after an event?
 * facts: what of it counts today (so a correction takes the old numbers out and puts the new ones in by itself).
 */
export type Pattern<
  CommandName extends string = string,
  FactKind extends string = string,
  State extends Common = Common,
> = {
  readonly name: PatternName
  readonly commands: Record<CommandName, Command>
  /** The fields whose values facts carry besides the programme's own; `count`, `people` … as in fields.ts. */
  readonly fields: Fields
  readonly factKinds: readonly FactKind[]
  /** Every phase a record may be in and every kind of event it may have: each has its words. */
  readonly phases: readonly string[]
  readonly eventKinds: readonly string[]
  /** Indicators of the way of working itself (`activity.sessions`): a record counts there once, whatever it is tagged with. */
  readonly common: Record<string, Indicator<FactKind>>
  readonly start: State
  /** The day and the line a list shows. */
  head(state: State): { day: string; title: string }
  /** The people a record names: they may reach it as their own, and are locked while it changes. */
  names(state: State): string[]
  /** Standing records of the programme at the same unit to count before deciding, each described by the state it must contain. */
  around(command: CommandName, input: Input, state: State): Record<string, Input>
  /**
   * Numbers to be given, by name, each from the series of its key (`certificate` from `2026`) at the unit that gives them, which is
   * where the post of her who orders is. The next one comes with the surroundings under that name. No order that is refused takes
   * one, so a series has no gap.
   */
  series?(command: CommandName, input: Input, state: State): Record<string, string>
  /** What the order begins at units below, in the same transaction. */
  sends?(
    command: CommandName,
    input: Input,
    state: State,
    record: { readonly shard: number; readonly id: string; readonly unit: number },
  ): Sends<CommandName> | undefined
  /** Numbers a unit may decide for itself; they come with the rules. */
  readonly limits?: Limits
  decide(
    state: State,
    command: CommandName,
    input: Input,
    around: Surroundings,
    today: string,
    rules: Rules,
  ): Event[] | Problem
  evolve(state: State, event: Event): State
  facts(state: State): Fact<FactKind>[]
}
