import i18next from 'i18next'

const grouped = new Intl.NumberFormat('en-US', { maximumFractionDigits: 2 })

/** 1,205 and −3: thousands with a comma, a real minus. Only the figure chip and the chart's axis may use it. */
export const numberText = (value: number): string => grouped.format(value).replace('-', '−')

/** Money is kept in fen and shown in yuan; every other unit as it is. */
export const inUnit = (value: number, unit: string): number => (unit === '元' ? value / 100 : value)

const numerals = ['零', '一', '两', '三', '四', '五', '六', '七', '八', '九', '十']

/** A small count inside a Chinese sentence: 三件事. Above ten, digits. */
export const countWord = (count: number): string =>
  count === 2 && i18next.language === 'zh-Hant' ? '兩' : (numerals[count] ?? String(count))
