/**
 * A number as an official document writes it: thousands with a comma; from 100,000 up 万 (亿) where nothing is lost by it.
 * Money comes in fen and is written in 元 or 万元. The result carries its unit: 38,464场, 625万人次, 55.2%.
 */
export function spell(value: number, unit: string): string {
  if (unit === '%') return `${plain(Math.round(value * 100) / 100)}%`
  if (unit === '元') return money(value / 100)
  const inHundredMillions = value / 1e8
  if (Math.abs(value) >= 1e8 && isShort(inHundredMillions)) return `${plain(inHundredMillions)}亿${unit}`
  const inTenThousands = value / 1e4
  if (Math.abs(value) >= 1e5 && isShort(inTenThousands)) return `${plain(inTenThousands)}万${unit}`
  return `${plain(value)}${unit}`
}

const money = (yuan: number): string =>
  Math.abs(yuan) >= 1e8 && isShort(yuan / 1e8)
    ? `${plain(yuan / 1e8)}亿元`
    : Math.abs(yuan) >= 1e4 && isShort(yuan / 1e4)
      ? `${plain(yuan / 1e4)}万元`
      : `${plain(yuan)}元`

/** At most two decimals say it all. */
const isShort = (value: number) => Math.abs(value * 100 - Math.round(value * 100)) < 1e-7

function plain(value: number): string {
  const [whole = '0', rest] = String(Math.abs(Number(value.toFixed(2)))).split('.')
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',')
  return `${value < 0 ? '−' : ''}${grouped}${rest ? `.${rest}` : ''}`
}
