/**
 * A number as an official document writes it: thousands with a comma; from 100,000 up 万 (亿) where nothing is lost by it.
 * Money comes in fen and is written in 元 or 万元. The result carries its unit: 38,464场, 625万人次, 55.2%, 8.7/10万. A value from
 * an old report keeps its `hedge`: 1万余场, 近3,000人.
 */
export function spell(value: number, unit: string, hedge = 'none'): string {
  const [number, rest] = parts(value, unit)
  const share = unit === '%' || unit === '1/10万'
  const [before, after] = share && hedge === 'over' ? ['超过', ''] : (hedges[hedge] ?? ['', ''])
  return `${before}${number}${after}${rest}`
}

const hedges: Readonly<Record<string, readonly [string, string]>> = {
  over: ['', '余'],
  near: ['近', ''],
  under: ['不足', ''],
  about: ['约', ''],
}

/** The number, and the unit behind it. */
function parts(value: number, unit: string): [string, string] {
  if (unit === '%') return [`${plain(value)}%`, '']
  if (unit === '1/10万') return [plain(value), '/10万']
  if (unit === '元') return [short(value / 100, 1e4), '元']
  return [short(value, 1e5), unit]
}

/** From `least` up in 万, from a hundred million up in 亿, where two decimals say it all. */
function short(value: number, least: number): string {
  const size = Math.abs(value)
  if (size >= 1e8 && isShort(value / 1e8)) return `${plain(value / 1e8)}亿`
  if (size >= least && isShort(value / 1e4)) return `${plain(value / 1e4)}万`
  return plain(value)
}

const isShort = (value: number) => Math.abs(value * 100 - Math.round(value * 100)) < 1e-7

function plain(value: number): string {
  const [whole = '0', rest] = String(Math.abs(Number(value.toFixed(2)))).split('.')
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',')
  return `${value < 0 ? '−' : ''}${grouped}${rest ? `.${rest}` : ''}`
}
