import { readFileSync } from 'node:fs'
import { brotliDecompressSync } from 'node:zlib'
import { type Division, type DivisionLevel, nameDivision } from './naming.ts'

/** `parent` is the code of the real unit above, null at the root that was asked for. */
export type TreeDivision = Division & { readonly parent: string | null }

/** `path` holds the whole names from the province down to the division itself, to tell namesakes apart. */
export type FoundDivision = Division & { readonly path: readonly string[] }

type Manifest = {
  readonly version: string
  readonly asOf: string
  readonly provinces: readonly {
    readonly code: string
    readonly name: string
    readonly prefectures: number
    readonly counties: number
    readonly townships: number
    readonly villages: number
    readonly sha256: string
  }[]
}

/** The 31 mainland provinces in official order. */
export function provinces(): { code: string; name: string }[] {
  return divisionManifest().provinces.map(({ code, name }) => ({ code, name }))
}

/** A province by its code, whole name or short name: 22, 吉林省, 吉林. */
export function findProvince(said: string): { code: string; name: string } | undefined {
  return provinces().find(({ code, name }) => isCalled({ code, name, level: 'province' }, said.trim()))
}

/**
 * Provinces, prefectures and counties by code or name (前郭尔罗斯蒙古族自治县, 前郭县, 前郭), in the whole country or `within` a
 * province's code. Several come back where a name is not the only one of its kind, as 朝阳.
 */
export function findDivisions(said: string, within?: string): FoundDivision[] {
  const wanted = said.trim()
  const codes = /^\d{2,6}$/.test(wanted) ? [wanted.slice(0, 2)] : provinces().map(province => province.code)
  return codes.filter(code => known(code) && (!within || code === within)).flatMap(code => findIn(code, wanted))
}

/**
 * A division and everything below it in official order, the root first. `root` is the code of a province, prefecture,
 * county or township. Levels that exist for statistics only are left out, what they hold hangs on the level above (see
 * data/divisions/README.md), so the codes of parent and child may differ by more than one step.
 * Throws a RangeError when there is no such division; ask findDivisions before.
 */
export function readDivisions(root: string): TreeDivision[] {
  const code = root.slice(0, 2)
  const all = known(code) ? real(divisionText(code).split('\n')) : []
  const [top, ...below] = all.filter(division => division.code.startsWith(root))
  if (top?.code !== root) throw new RangeError(`no division ${root}`)
  return [{ ...top, parent: null }, ...below]
}

/** What is stored, with the counts of the source and the checksums of the texts. */
export function divisionManifest(): Manifest {
  return JSON.parse(readFileSync(new URL('manifest.json', folder), 'utf8'))
}

/** A province's list as stored: a line each, as many tabs as levels above, the last step of the code, the name. */
export function divisionText(province: string): string {
  return brotliDecompressSync(readFileSync(new URL(`${province}.txt.br`, folder))).toString()
}

const folder = new URL('../../data/divisions/', import.meta.url)
const levels: readonly DivisionLevel[] = ['province', 'prefecture', 'county', 'township', 'village']
const steps = [2, 2, 2, 3, 3]

function known(province: string): boolean {
  return provinces().some(({ code }) => code === province)
}

function findIn(province: string, wanted: string): FoundDivision[] {
  const upToCounty = divisionText(province).match(/^\t{0,2}\d.*$/gm) ?? []
  const paths = new Map<string | null, string[]>([[null, []]])
  return real(upToCounty).flatMap(({ parent, ...division }) => {
    const path = [...(paths.get(parent) ?? []), division.name]
    paths.set(division.code, path)
    return isCalled(division, wanted) ? [{ ...division, path }] : []
  })
}

function isCalled(division: Division, said: string): boolean {
  const { name, shortName } = nameDivision(division)
  const stem = shortName.replace(/(?<=..)(?:省|市|州|盟|地区|县|区|旗)$/, '')
  return [division.code, division.name, name, shortName, stem].includes(said)
}

/** The lines as divisions, without those no federation can stand for. */
function real(lines: readonly string[]): TreeDivision[] {
  const above: Listed[] = []
  const found: TreeDivision[] = []
  for (const line of lines) {
    const depth = line.lastIndexOf('\t') + 1
    const upper = above[depth - 1]
    const nameAt = depth + (steps[depth] ?? 0)
    const code = (upper?.code ?? '') + line.slice(depth, nameAt)
    const name = line.slice(nameAt)
    const skipped = upper && isForStatistics(code, name, upper.name)
    above[depth] = { code, name, standsFor: skipped ? upper.standsFor : code }
    const level = levels[depth]
    if (level && !skipped) found.push({ code, name, level, parent: upper?.standsFor ?? null })
  }
  return found
}

/** `standsFor` is the code of the real unit what is listed below hangs on. */
type Listed = { code: string; name: string; standsFor: string }

/** 市辖区 and 省直辖县级行政区划 between province and county; 东莞市 in 东莞市; …直辖村级区划 between county and village. */
function isForStatistics(code: string, name: string, upperName: string): boolean {
  if (code.length === 4) return /^(?:市辖区|县|(?:省|自治区)直辖县级行政区划)$/.test(name)
  if (code.length === 12) return code.endsWith('000')
  return name === upperName || name.endsWith('直辖村级区划')
}
