import { cellText } from './cell.ts'
import { alike, brief, plain, tight } from './plain-text.ts'
import type { Cell, Read, TargetChoice, TargetField } from './sheet.ts'

const TICK = /^(?:[√✓✔☑✅●■◆★vy]|是的?|有|对|已.{0,4}|yes|true|t|1|打勾|勾)$/i
const CROSS = /^(?:[×✗✘☒☐□xn]|否|无|没有?|未.{0,4}|不是|no|false|f|0)$/i
const NEITHER = /^(?:群众|(?:共青)?团员|无党派(?:人士)?|民主党派|.{2,3}党员?)$/
const BETWEEN = /[、,，;；/\\|\n+＋&]+|\s{1,}|(?<=.)[和及与](?=.)/

/** Does this cell hold a tick (or 是, 有, 1 …), a cross, or neither? */
export function tickOf(cell: Cell | undefined): boolean | null {
  if (cell === null || cell === undefined) return null
  if (typeof cell === 'boolean') return cell
  const text = tight(cellText(cell))
  return TICK.test(text) ? true : CROSS.test(text) ? false : null
}

/** Yes or no, in the many ways of ticking, or by naming what is asked: 中共党员, 群众 under 政治面貌 for 是党员. */
export function readYesNo(cell: Cell, label = ''): Read<boolean> {
  const asked = label.replace(/^(?:是不是|是否|是|有没有|有)/, '')
  const text = tight(cellText(cell))
  const named = asked.length > 1 && text.includes(asked)
  const tick =
    tickOf(cell) ?? (named ? !/^(?:非|不|没)/.test(text) : /党员/.test(label) && NEITHER.test(text) ? false : null)
  return tick === null
    ? { problem: `“${brief(cellText(cell))}”看不出是“是”还是“否”。请写“是”或“否”。` }
    : { value: tick }
}

/**
 * The choices a cell names, by label or synonym; one that only resembles a choice is taken with a note. A `choice` takes
 * one only.
 */
export function readChoices(cell: Cell, field: TargetField): Read<string[]> {
  const text = cellText(cell)
  const known = remembered(field)
  const before = known.get(text)
  if (before) return before
  const read = readWords(text, field)
  if (known.size >= MOST_REMEMBERED) known.clear()
  known.set(text, read)
  return read
}

// A register of a hundred thousand rows says the same few dozen things; likening them anew each time took most of its time.
const memory = new WeakMap<TargetField, Map<string, Read<string[]>>>()
const MOST_REMEMBERED = 5000

function remembered(field: TargetField): Map<string, Read<string[]>> {
  const known = memory.get(field) ?? new Map<string, Read<string[]>>()
  if (!memory.has(field)) memory.set(field, known)
  return known
}

function readWords(text: string, field: TargetField): Read<string[]> {
  const choices = field.choices ?? []
  const whole = choiceOf(text, choices)
  // The whole cell first: a label may hold a comma or 和 itself.
  if (whole?.sure) return { value: [whole.value] }
  const words = text.split(BETWEEN).filter(word => tight(word) !== '')
  const values: string[] = []
  const notes: string[] = []
  for (const word of words.length > 0 ? words : [text]) {
    const found = choiceOf(word, choices) ?? (words.length < 2 ? whole : null)
    if (!found) return { problem: notAmong(word, choices) }
    if (!found.sure) notes.push(`“${brief(plain(word))}”按“${found.label}”记下。`)
    if (!values.includes(found.value)) values.push(found.value)
  }
  if (field.type === 'choice' && values.length > 1)
    return { problem: `“${brief(plain(text))}”写了几样。这里只能写一样。` }
  return notes.length > 0 ? { value: values, note: notes.join('') } : { value: values }
}

/** The choice a word means: sure when it is its label or a synonym, unsure when it only resembles one. */
export function choiceOf(
  word: string,
  choices: readonly TargetChoice[],
): { readonly value: string; readonly label: string; readonly sure: boolean } | null {
  const wanted = bare(word)
  if (wanted === '') return null
  const names = choices.flatMap(choice =>
    [choice.label, ...choice.synonyms].map(name => ({ choice, name: bare(name) })),
  )
  const same = names.find(({ name }) => name === wanted)
  if (same) return { value: same.choice.value, label: same.choice.label, sure: true }
  let best: { choice: TargetChoice; score: number } | undefined
  let second = 0
  for (const { choice, name } of names) {
    const score = likeness(wanted, name)
    if (score > (best?.score ?? 0)) {
      if (best && best.choice !== choice) second = best.score
      best = { choice, score }
    } else if (choice !== best?.choice) second = Math.max(second, score)
  }
  if (!best || best.score < 0.55 || best.score - second < 0.1) return null
  return { value: best.choice.value, label: best.choice.label, sure: false }
}

function likeness(word: string, name: string): number {
  if (word.length < 2 || name.length < 2) return 0
  if (word.includes(name)) return 0.6 + (0.4 * name.length) / word.length
  if (name.includes(word)) return 0.55 + (0.4 * word.length) / name.length
  return alike(word, name)
}

/** A numbering before it (1. 一、 A.) and quotation marks say nothing. */
const bare = (text: string): string =>
  tight(text).replace(/^(?:[a-z\d]{1,2}|[一二三四五六七八九十])[.、．)]|[《》“”"'（）()]/g, '')

function notAmong(word: string, choices: readonly TargetChoice[]): string {
  const labels = choices.slice(0, 8).map(({ label }) => label)
  return `“${brief(plain(word))}”不在可写的里面。可以写：${labels.join('、')}${choices.length > 8 ? ' 等' : ''}。`
}
