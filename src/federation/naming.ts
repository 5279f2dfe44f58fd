import { shortCounty, shortPrefecture, shortProvince, shortTownship } from './short-name.ts'
import { villageName } from './village-name.ts'

export type DivisionLevel = 'province' | 'prefecture' | 'county' | 'township' | 'village'

/** A division as the statistics office lists it; `code` has 2, 4, 6, 9 or 12 digits. */
export type Division = { readonly code: string; readonly name: string; readonly level: DivisionLevel }

/** `name` is the whole name, `shortName` the customary one; the same where custom knows no shorter form. */
export type Naming = { readonly name: string; readonly shortName: string }

/** How a division's federation is called: 延边朝鲜族自治州妇联, for short 延边州妇联. */
export function nameFederation(division: Division): Naming {
  const { name, shortName } = nameDivision(division)
  return { name: `${name}妇联`, shortName: `${shortName}妇联` }
}

/** The name for a letterhead or a seal: 妇联 written out as 妇女联合会. Other names stay as they are. */
export function writeOut(federationName: string): string {
  return federationName.replace(/妇联$/, '妇女联合会')
}

/** How the division itself is called, without words for its committee or office: 桃源社区, 延边州. For table heads. */
export function nameDivision(division: Division): Naming {
  const name = wholeName(division)
  return { name, shortName: shorten[division.level](name) }
}

const shorten: Record<DivisionLevel, (name: string) => string> = {
  province: shortProvince,
  prefecture: shortPrefecture,
  county: shortCounty,
  township: shortTownship,
  village: name => name,
}

function wholeName({ code, name, level }: Division): string {
  const plain = halfWidth(name)
  if (level === 'village') return villageName(plain, code)
  const noted = /^(.+?)(?:类似乡级单位|特殊乡镇|乡级单位|（省级）)$/.exec(plain)?.[1] ?? plain
  return noted.replace(/街道办事处$/, '街道').replace(/(?<=[区园城])(?:管理委员会|管委会)$/, '')
}

/** The source mixes full-width and half-width digits, letters and brackets; names use half-width ones, but Chinese brackets. */
function halfWidth(name: string): string {
  return name
    .replace(/[０-９Ａ-Ｚａ-ｚ]/g, wide => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .replaceAll('(', '（')
    .replaceAll(')', '）')
}
