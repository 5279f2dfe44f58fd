import type { ReadFigure } from './figure.ts'

/** One line of an answer key: the fields that matching asks for, others may stand beside them. */
export type KeyFigure = {
  file: string
  sentence: string
  raw: string
  value: number | null
  unit: string | null
  system: string
  offset?: number
}

/** How well the figures found in one report agree with its key; rates are 0 to 1. */
export type Score = {
  wanted: number
  found: number
  matched: number
  precision: number
  recall: number
  /** Of the matched figures, how many carry the system of the key. */
  proposalsRight: number
  proposals: number
  missed: KeyFigure[]
  extra: ReadFigure[]
}

/**
 * Scores the figures found in one report against its key.
 *
 * Only figures with a number are counted, on both sides: a key line or a finding whose value is null is left out.
 * A finding matches a key line when all three agree:
 * clause: written in Han, letters and digits only (no marks, no pinyin in brackets), one of the two clauses contains
 * the other, so that a clause cut a little shorter or longer still counts, but not a different clause;
 * value: equal to within a millionth of it (so that 205.78亿 may be computed either way);
 * unit: equal as normalised.
 * Each key line is matched once at most; where several fit, the one whose number stands nearest is taken.
 * precision = matched ÷ found, recall = matched ÷ wanted, proposals = proposalsRight ÷ matched; an empty side gives 1.
 */
export function scoreFigures(found: ReadFigure[], key: KeyFigure[]): Score {
  const open = key.filter(line => line.value !== null)
  const wanted = open.length
  const numbered = found.filter(figure => figure.value !== null)
  const extra: ReadFigure[] = []
  let proposalsRight = 0
  for (const figure of numbered) {
    const fitting = open.filter(line => agrees(figure, line))
    const [nearest] = fitting.sort((one, two) => distance(figure, one) - distance(figure, two))
    if (!nearest) {
      extra.push(figure)
      continue
    }
    open.splice(open.indexOf(nearest), 1)
    if (nearest.system === figure.system) proposalsRight++
  }
  const matched = numbered.length - extra.length
  return {
    wanted,
    found: numbered.length,
    matched,
    precision: ratio(matched, numbered.length),
    recall: ratio(matched, wanted),
    proposalsRight,
    proposals: ratio(proposalsRight, matched),
    missed: open,
    extra,
  }
}

/** Reads a key of one JSON object a line, by file name. A line that is no JSON object throws a SyntaxError. */
export function readKey(lines: string): Map<string, KeyFigure[]> {
  const byFile = new Map<string, KeyFigure[]>()
  for (const line of lines.split('\n')) {
    if (line.trim() === '') continue
    // The key is a file the user names; what it lacks shows as a miss, never as a wrong match.
    const figure = JSON.parse(line) as KeyFigure
    byFile.set(figure.file, [...(byFile.get(figure.file) ?? []), figure])
  }
  return byFile
}

function agrees(figure: ReadFigure, line: KeyFigure): boolean {
  if (figure.value === null || line.value === null || figure.unit !== line.unit) return false
  if (Math.abs(figure.value - line.value) > Math.abs(line.value) * 1e-6) return false
  const one = bare(figure.sentence)
  const two = bare(line.sentence)
  return one !== '' && two !== '' && (one.includes(two) || two.includes(one))
}

function bare(clause: string): string {
  return clause.replace(/[(（][\p{Script=Latin}\s]+[)）]/gu, '').replace(/[^\p{Script=Han}\p{L}\p{N}.%‰]/gu, '')
}

function distance(figure: ReadFigure, line: KeyFigure): number {
  return line.offset === undefined ? 0 : Math.abs(figure.offset - line.offset)
}

function ratio(part: number, whole: number): number {
  return whole === 0 ? 1 : part / whole
}
