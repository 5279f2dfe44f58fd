import { pinyin } from 'pinyin-pro'
import { placeReadings } from './place-readings.ts'

export type Spelling = { readonly pinyin: string; readonly initials: string }

/**
 * How a place's name is typed on a Latin keyboard: 长春市 → changchunshi and ccs. ü is v, as on keyboards (绿园 lvyuan), but
 * 略 is lue. Brackets and characters without a known reading are left out.
 */
export function spell(name: string): Spelling {
  return joined(withPlaceReadings(name, everydayReadings(name)))
}

/**
 * What a unit is found by, for the column `search`: words set off by single blanks, one in front. Short and whole name,
 * both in full pinyin and initials, also in the everyday reading where the place's own differs, and the code.
 */
export function unitSearchText(unit: { name: string; shortName: string; code?: string | null }): string {
  const words = new Set<string>()
  for (const name of [unit.shortName, unit.name].map(bare)) {
    words.add(name)
    const everyday = everydayReadings(name)
    for (const { pinyin, initials } of [withPlaceReadings(name, everyday), everyday].map(joined)) {
      words.add(pinyin).add(initials)
    }
  }
  if (unit.code) words.add(unit.code)
  words.delete('')
  return ` ${[...words].join(' ')}`
}

/** What somebody typed, made comparable with the search text. Empty when nothing is left to look for: show everything then. */
export function searchNeedle(typed: string): string {
  return bare(typed)
    .replaceAll("'", '')
    .replaceAll('ü', 'v')
    .replace(/([ln])ve/g, '$1ue')
    .replace(/(?<=.)fulian$/, '')
}

function bare(name: string): string {
  const letters = name.normalize('NFKC').toLowerCase()
  return letters.replace(/[\s()、·’]/g, '').replace(/妇联$|妇女联合会$/, '')
}

/** One syllable, digit or letter for each character. */
function everydayReadings(name: string): string[] {
  return pinyin(name.normalize('NFKC'), { toneType: 'none', type: 'array', v: true, nonZh: 'spaced' })
}

const phrases = new RegExp([...placeReadings.keys()].sort((a, b) => b.length - a.length).join('|'), 'gu')

function withPlaceReadings(name: string, everyday: readonly string[]): string[] {
  const syllables = [...everyday]
  const plain = name.normalize('NFKC')
  for (const match of plain.matchAll(phrases)) {
    const start = Array.from(plain.slice(0, match.index)).length
    placeReadings.get(match[0])?.forEach((syllable, at) => {
      syllables[start + at] = syllable
    })
  }
  return syllables
}

function joined(syllables: readonly string[]): Spelling {
  const spoken = syllables.map(syllable => syllable.toLowerCase().replace(/^([ln])ve/, '$1ue')).filter(isSpoken)
  return { pinyin: spoken.join(''), initials: spoken.map(syllable => syllable[0]).join('') }
}

function isSpoken(syllable: string): boolean {
  return /^[a-z0-9]+$/.test(syllable)
}
