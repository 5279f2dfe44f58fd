import { cellText, plainNumber } from './cell.ts'
import { brief, plain } from './plain-text.ts'
import type { Cell, Read } from './sheet.ts'

/** Words, trimmed; `most` letters at most. */
export function readText(cell: Cell, most: number | undefined): Read<string> {
  const text = typeof cell === 'string' ? tidy(cell) : cellText(cell)
  if (most && Array.from(text).length > most)
    return { problem: `这格有 ${Array.from(text).length} 个字，最多 ${most} 个。请写短些。` }
  return { value: text }
}

/** The name of a unit as written, without inner spaces (柳 河 镇) and without a numbering. Who it is, the importer finds. */
export function readUnits(cell: Cell): Read<string[]> {
  if (typeof cell !== 'string') return { problem: `“${brief(cellText(cell))}”不是组织的名字。请写如“柳河镇妇联”。` }
  return listed(plain(cell).replace(/(?<=\p{Script=Han}) (?=\p{Script=Han})/gu, ''), false, /[、,;；\n]+/, '组织')
}

/**
 * Names of persons: 张 三 is 张三, what stands in brackets (主任) is left out. A number of people is no name, and an identity
 * number that Excel turned into 2.2E+17 has lost its last digits.
 */
export function readPersons(cell: Cell, many: boolean): Read<string[]> {
  if (typeof cell === 'number' && cell >= 1e14)
    return {
      problem: `${plainNumber(cell)} 像是身份证号，但 Excel 把它当成数，后几位已经丢了。请先把这一列设成文本，再写一遍。`,
    }
  const text = plain(cellText(cell))
  const bare = text
    .replace(/\([^()]*\)/g, '')
    .replace(/(?<=^|[^\p{Script=Han}])(\p{Script=Han}) (\p{Script=Han})(?!\p{Script=Han})/gu, '$1$2')
  if (/^(?:约|共)?\d+(?:余|多)?[人名位]?$/.test(bare))
    return { problem: `“${brief(text)}”是人数，不是名字。请写姓名，或者把这一列对到人数。` }
  if (/等(?:\d+|[一二三四五六七八九十]+)?(?:余|多)?[人名位]?$/.test(bare)) {
    const names = bare.replace(/等(?:\d+|[一二三四五六七八九十]+)?(?:余|多)?[人名位]?$/, '')
    const read = listed(names, many, /[、,;；/\s]+/, '人')
    return 'value' in read ? { value: read.value, note: `“${brief(text)}”里没写出来的人没有算。` } : read
  }
  return listed(bare, many, /[、,;；/\s]+/, '人')
}

function listed(text: string, many: boolean, between: RegExp, what: string): Read<string[]> {
  const names = text
    .split(between)
    .map(name => name.trim())
    .filter(Boolean)
  if (names.length === 0) return { problem: `这格里没有看出${what}的名字。请写清楚。` }
  if (!many && names.length > 1) return { problem: `“${brief(text)}”写了不止一个。这里只能写一个。` }
  return { value: [...new Set(names)] }
}

/** Spaces at the ends of lines and more than two empty lines are no content. */
const tidy = (text: string): string =>
  text
    .replace(/\r\n?/g, '\n')
    .replace(/[ \t\u3000\u00a0]+$/gm, '')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
