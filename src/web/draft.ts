import type { Answers } from './answers.ts'
import { freshId } from './fresh-id.ts'

/** What is being written, kept on this device under the person who writes it until it has its receipt. */
export type Draft = {
  readonly order: string
  readonly record: string
  readonly answers: Answers
  readonly unit?: number
  /** It was sent once and did not arrive. */
  readonly waiting?: boolean
  readonly at: number
}

const keyOf = (person: string, programme: string, command: string) => `nj.draft.${person}.${programme}.${command}`

export const newDraft = (answers: Answers): Draft => ({ order: freshId(), record: freshId(), answers, at: Date.now() })

export function readDraft(person: string, programme: string, command: string): Draft | undefined {
  return parse<Draft>(localStorage.getItem(keyOf(person, programme, command)))
}

/** Keeps a draft; a full device loses nothing that was kept before. */
export function keepDraft(person: string, programme: string, command: string, draft: Draft): void {
  try {
    localStorage.setItem(keyOf(person, programme, command), JSON.stringify(draft))
  } catch {
    // no room: what is on the page is still on the page
  }
}

export const dropDraft = (person: string, programme: string, command: string): void =>
  localStorage.removeItem(keyOf(person, programme, command))

/** Drafts of a person that were sent and did not arrive: programme and draft. */
export function waitingDrafts(person: string): { programme: string; command: string; draft: Draft }[] {
  const prefix = `nj.draft.${person}.`
  return Object.keys(localStorage)
    .filter(key => key.startsWith(prefix))
    .flatMap(key => {
      const draft = parse<Draft>(localStorage.getItem(key))
      const [programme, command] = key.slice(prefix.length).split('.')
      return draft?.waiting && programme && command ? [{ programme, command, draft }] : []
    })
}

type Habit = { times: Record<string, number>; answers: Record<string, Answers> }
const habitKey = (person: string) => `nj.habit.${person}`
const readHabit = (person: string): Habit =>
  parse<Habit>(localStorage.getItem(habitKey(person))) ?? { times: {}, answers: {} }

/** Remembers what she recorded and the choices she made, so that the next time they are filled in. */
export function rememberHabit(person: string, programme: string, answers: Answers): void {
  const habit = readHabit(person)
  habit.times[programme] = (habit.times[programme] ?? 0) + 1
  habit.answers[programme] = answers
  localStorage.setItem(habitKey(person), JSON.stringify(habit))
}

/** Her answers of the last time, of the kinds that stay the same. */
export const lastAnswers = (person: string, programme: string): Answers => readHabit(person).answers[programme] ?? {}

/** How often she recorded each programme on this device: for her own order of the buttons, told to nobody. */
export const timesRecorded = (person: string): Record<string, number> => readHabit(person).times

function parse<T>(text: string | null): T | undefined {
  if (!text) return undefined
  try {
    return JSON.parse(text) as T
  } catch {
    return undefined
  }
}
