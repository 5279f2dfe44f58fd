/** A number as somebody wrote it: 3.1万余 is 31,000, to the nearest 1,000, more than that. `after` and `before` are its hedges. */
export type Said = { readonly value: number; readonly step: number; readonly over: boolean; readonly about: boolean }

const scales: Readonly<Record<string, number>> = { 万: 1e4, 亿: 1e8 }

/** Reads the number at the beginning of `text`; `before` are the words in front of it. */
export function readSaid(text: string, before: string): Said {
  const plain = text.normalize('NFKC').replace(/[,\s]/g, '')
  const [, digits = '0', first = '', scale = '', second = ''] =
    /^(\d+(?:\.\d+)?)([余多])?([万亿])?([余多])?/.exec(plain) ?? []
  const times = scales[scale] ?? 1
  const decimals = digits.split('.')[1]?.length ?? 0
  const zeros = decimals || times > 1 ? 0 : (/[1-9](0+)$/.exec(digits)?.[1]?.length ?? 0)
  return {
    value: Number(digits) * times,
    step: times * 10 ** (zeros - decimals),
    over: Boolean(first || second) || /(?:超过|超|逾)$/.test(before),
    about: /(?:近|约|不足|将近)$/.test(before),
  }
}

/** Does this say `value`? Exactly, or as loosely as its hedge admits: 3.8万余 for 38,464, 近4万 for 38,464. */
export function says({ value: said, step, over, about }: Said, value: number): boolean {
  if (Math.abs(said - value) < 1e-6 * Math.max(1, Math.abs(value))) return true
  if (over) return value > said && value < said + step
  return about && Math.abs(value - said) < step
}
