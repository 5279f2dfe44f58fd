import { ask, type Queryable } from '#store/database'
import type { Asked, Cells } from './asked.ts'

/** A row of sums; unit and column are left out where there is only one. */
type Row = { unit?: number; ind: number; col?: number; v: number }

/**
 * Sums of units of county and above over whole months (numbers `first` to `last`): roll-ups and the changes that wait to be
 * carried into them, in one statement. One unit is asked for in fewer words, and whole years in still fewer: it is what a
 * dashboard asks, and half of its time went into words.
 */
export async function addKept(tx: Queryable, cells: Cells, asked: Asked, first: number, last: number): Promise<void> {
  const [place] = asked.places
  const one = asked.places.length === 1
  const some = asked.inds !== undefined
  const values = [one ? place?.unit : asked.places.map(each => each.unit), first, last, one && place?.root === true]
  if (asked.inds) values.push(asked.inds as number[])
  const unitOf = (row: { unit?: number }) => row.unit ?? place?.unit ?? 0
  const name = `${asked.grain}-${one ? 'one' : 'many'}-${some ? 'some' : 'all'}`
  if (asked.grain === 'months') {
    const [row] = await ask<{ rows: string | null }>(tx, `sums-${name}`, wideText(one, some), values)
    addMonths(cells, row?.rows ?? '', first, last)
    return
  }
  const years = first % 12 === 0 && last % 12 === 11
  const text = narrowText(asked.grain === 'years', one, some, years)
  for (const row of await ask<Row>(tx, `sums-${name}${years ? '-years' : ''}`, text, values))
    cells.add(unitOf(row), row.ind, row.col ?? 0, row.v)
}

const [comma, close, minus, zero] = [44, 41, 45, 48] // , ) - 0

/**
 * `(unit,indicator,year,January,…,December);…`, an empty place where a month has nothing. Read letter by letter: cutting it into
 * its thousands of pieces takes as long as finding them.
 */
function addMonths(cells: Cells, rows: string, first: number, last: number): void {
  const row: [unit: number, ind: number, year: number] = [0, 0, 0]
  let [place, size, sign, some] = [0, 0, 1, false]
  for (let at = 0; at < rows.length; at++) {
    const letter = rows.charCodeAt(at)
    if (letter >= zero && letter < zero + 10) {
      size = size * 10 + letter - zero
      some = true
    } else if (letter === minus) sign = -1
    else if (letter === comma || letter === close) {
      const month = row[2] * 12 + place - 3
      if (place < 3) row[place as 0 | 1 | 2] = size
      else if (some && month >= first && month <= last) cells.add(row[0], row[1], month, sign * size)
      place = letter === close ? 0 : place + 1
      ;[size, sign, some] = [0, 1, false]
    }
  }
}

const numbers = Array.from({ length: 12 }, (_, i) => i)
const allMonths = numbers.map(k => `coalesce(r.m${k + 1}, 0)`).join(' + ')
const monthIn = (k: number) => `r.yr * 12 + ${k} between $2 and $3`
const monthsIn = numbers.map(k => `case when ${monthIn(k)} then coalesce(r.m${k + 1}, 0) else 0 end`).join(' + ')
const ofUnit = (one: boolean) => (one ? '= $1' : '= any($1::int[])')
const ofInd = (alias: string, some: boolean) => (some ? `and ${alias}.ind = any($5::smallint[])` : '')

/** Changes that wait to be carried into the roll-ups, under the unit or units asked for. */
const waiting = (one: boolean, some: boolean) =>
  one
    ? `from delta d where d.yr * 12 + d.mo - 1 between $2 and $3 ${ofInd('d', some)}
         and ($4::boolean or d.unit in (select unit from unit_ancestor where ancestor = $1 and until = 'infinity'))`
    : `from delta d join unit_ancestor a on a.unit = d.unit and a.until = 'infinity' and a.ancestor = any($1::int[])
       where d.yr * 12 + d.mo - 1 between $2 and $3 and $4::boolean is not null ${ofInd('d', some)}`

function narrowText(byYear: boolean, one: boolean, some: boolean, years: boolean): string {
  const columns = (unit: string, alias: string) =>
    [...(one ? [] : [`${unit} unit`]), `${alias}.ind`, ...(byYear ? [`${alias}.yr::int col`] : [])].join(', ')
  const names = [...(one ? [] : ['unit']), 'ind', ...(byYear ? ['col'] : [])].join(', ')
  return `select ${names}, sum(v)::bigint v from (
    select ${columns('r.unit', 'r')}, ${years ? allMonths : monthsIn} v from rollup r
    where r.unit ${ofUnit(one)} and r.yr between $2::int / 12 and $3::int / 12 ${ofInd('r', some)}
    union all
    select ${columns('a.ancestor', 'd')}, d.dv ${waiting(one, some)}) x group by ${names}`
}

/** Rows of months as one text: read as rows of fifteen columns, their reading takes longer than their finding. */
function wideText(one: boolean, some: boolean): string {
  const columns = (unit: string, alias: string) => `${unit}, ${alias}.ind, ${alias}.yr`
  const kept = numbers.map(k => `r.m${k + 1}`).join(', ')
  const moving = numbers.map(k => `sum(d.dv) filter (where d.mo = ${k + 1})::bigint`).join(', ')
  const at = one ? '$1::int' : 'a.ancestor'
  return `select string_agg(x::text, ';') as rows from (
    select ${columns('r.unit', 'r')}, ${kept} from rollup r
    where r.unit ${ofUnit(one)} and r.yr between $2::int / 12 and $3::int / 12 ${ofInd('r', some)}
    union all
    select ${columns(at, 'd')}, ${moving} ${waiting(one, some)} group by ${columns(at, 'd')}) x`
}
