import { plain } from './plain-text.ts'
import type { Row } from './sheet.ts'
import { sectionText } from './skip-row.ts'

/** The longest line above the head that stands alone in its row and is no “name: value”. */
export function titleAbove(above: readonly Row[]): string | null {
  const lines = above
    .map(sectionText)
    .filter(text => text !== null)
    .filter(text => !/[:：]/.test(text))
  return lines.sort((one, other) => other.length - one.length)[0] ?? null
}

/**
 * The year and month meant and the unit that reports, from the title, the sheet's name and the lines over the head
 * (填报单位：…). A day of filling in (填报时间：2025年1月5日) gives no month, and a year only when nothing else does.
 */
export function saidAbove(
  above: readonly Row[],
  sheetName: string,
): { year: number | null; month: number | null; unit: string | null } {
  const lines = above.flatMap(({ cells }) => cells.flatMap(cell => (typeof cell === 'string' ? [plain(cell)] : [])))
  const titles = [...lines.filter(line => !/[:：]/.test(line)), plain(sheetName)].map(arabicYears)
  const dated = titles.map(line => YEAR.exec(line)).find(found => found !== null)
  const month = Number(dated?.[2] ?? MONTH.exec(titles.join(' '))?.[1] ?? 0)
  const year = Number(dated?.[1] ?? YEAR.exec(arabicYears(lines.join(' ')))?.[1] ?? 0)
  return {
    year: year || null,
    month: month >= 1 && month <= 12 ? month : null,
    unit: lines.map(reporter).find(unit => unit !== null) ?? null,
  }
}

const YEAR = /((?:19|20)\d\d)(?:年度?|[./-](?=\d)|$)(?:(\d{1,2})(?:月|$))?/
const MONTH = /(?:^|[^\d-])(\d{1,2})月(?:份|$|[^\d日])/
const REPORTER =
  /(?:填报|填表|报送|上报|所属|所在)?(?:单位|组织|乡镇|街道|村|社区)(?:名称)?(?:\([^)]*\))? ?: ?([\p{Script=Han}\d]{2,30})/u

function reporter(line: string): string | null {
  const unit = REPORTER.exec(line.replace(/：/g, ':'))?.[1]?.replace(
    /(?:填报|填表|制表|报送|日期|时间|公章|盖章).*$/,
    '',
  )
  return unit && /\p{Script=Han}{2}/u.test(unit) && !/^(?:元|万元|人次?|场次?)$/.test(unit) ? unit : null
}

/** 二〇二四年 as 2024年. */
const arabicYears = (text: string): string =>
  text.replace(/[二一][〇○零九][〇○零一二三四五六七八九]{2}(?=年)/g, run =>
    Array.from(run, letter => '〇一二三四五六七八九'.indexOf(letter.replace(/[○零]/, '〇'))).join(''),
  )
