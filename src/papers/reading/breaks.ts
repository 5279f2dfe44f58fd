import type { Clean } from './clean.ts'

/** A line of text made whole again; a heading has no stop at its end and is short. */
export type Line = { start: number; end: number; heading: boolean }

const STOP = /[。!?;…:”》)]$/
const RUNS_ON = /[,、(“《·—+\-~]$|(?:的|和|与|及|在|为|了|将|把|对|向|由|以)$/

/**
 * Takes out line breaks that cut a sentence, or a word, in two, and keeps those between paragraphs and headings.
 * A line runs on when it ends in a mark that cannot end a sentence, when it is as long as the column, or when it is
 * long body text without a stop and the next line is not a heading number.
 */
export function joinLines(clean: Clean): Clean {
  const column = columnWidth(clean.text)
  const kept: string[] = []
  const at: number[] = []
  let lineStart = 0
  for (let index = 0; index < clean.text.length; index++) {
    const letter = clean.text.charAt(index)
    if (letter === '\n') {
      const line = clean.text.slice(lineStart, index)
      let next = index
      while (/\s/.test(clean.text.charAt(next)) && next < clean.text.length) next++
      const joins = runsOn(line, clean.text.slice(next, next + 12), column)
      lineStart = next
      index = next - 1
      if (joins) continue
    }
    kept.push(letter)
    at.push(clean.at[index] ?? 0)
  }
  at.push(clean.at.at(-1) ?? 0)
  return { text: kept.join(''), at }
}

function runsOn(line: string, next: string, column: number): boolean {
  const words = line.trim()
  if (words === '' || next === '' || STOP.test(words)) return false
  if (/^(?:[一二三四五六七八九十]+[、.]|[(][一二三四五六七八九十\d]+[)]|\d+[.、]\D|——)/.test(next)) return false
  if (RUNS_ON.test(words)) return true
  if (column > 0 && words.length >= column - 2) return true
  if (/^[,。、;:)”》%]/.test(next) || (/\d$/.test(words) && /^[\d万亿余多个名场户件%]/.test(next))) return true
  return words.length >= 40 && /[,。;]/.test(words)
}

/** The width a text was wrapped at, 0 when its lines end where sentences do. */
function columnWidth(text: string): number {
  const counts = new Map<number, number>()
  let lines = 0
  for (const line of text.split('\n')) {
    const { length } = line.trim()
    if (length < 8) continue
    lines++
    for (const width of [length, length + 1]) counts.set(width, (counts.get(width) ?? 0) + 1)
  }
  const [width, count] = [...counts].sort((one, two) => two[1] - one[1])[0] ?? [0, 0]
  return lines >= 6 && count >= lines * 0.4 && width < 120 ? width : 0
}

/** The lines of joined text. */
export function linesOf(text: string): Line[] {
  const lines: Line[] = []
  let start = 0
  for (const part of text.split('\n')) {
    const end = start + part.length
    if (part.trim() !== '') lines.push({ start, end, heading: isHeading(part.trim()) })
    start = end + 1
  }
  return lines
}

function isHeading(words: string): boolean {
  return words.length <= 45 && !/[。!?;…]/.test(words) && !/[,、:]$/.test(words)
}
