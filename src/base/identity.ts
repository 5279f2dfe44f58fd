import { type Day, isDay } from './day.ts'

/** Why a text is not a Chinese identity number. */
export type IdentityFault = 'length' | 'characters' | 'region' | 'birthday' | 'check-digit'

/** What a valid identity number says by itself. `region` is the six-digit code of the place of first registration. */
export type Identity = { number: string; region: string; birthday: Day; sex: 'female' | 'male' }

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2] as const
const checkDigits = '10X98765432'

/** First two digits: provinces by GB/T 2260, and 81–83 of the residence permits of Hong Kong, Macao and Taiwan. */
const provinces = new Set(
  '11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71 81 82 83'.split(' '),
)

/** Full-width letters and digits as half-width ones, ideographic space as a space. */
export const halfWidth = (text: string): string =>
  text
    .replace(/[\uff01-\uff5e]/g, letter => String.fromCharCode(letter.charCodeAt(0) - 0xfee0))
    .replaceAll('\u3000', ' ')

/** The check digit of the first 17 digits, by GB 11643-1999 (ISO 7064, MOD 11-2). */
export function checkDigit(first17: string): string {
  const sum = weights.reduce((total, weight, index) => total + weight * Number(first17[index]), 0)
  return checkDigits.charAt(sum % 11)
}

/**
 * One spelling for every way of writing the same identity number: half-width, no spaces or hyphens, X in capitals,
 * the old 15 digits as 18 (born in 19xx). A text that is no such number (a passport, say) is only cleaned.
 */
export function normalIdentity(text: string): string {
  const clean = halfWidth(text)
    .replace(/[\s\-‐-―·.]/g, '')
    .toUpperCase()
  if (!/^\d{15}$/.test(clean)) return clean
  const first17 = `${clean.slice(0, 6)}19${clean.slice(6)}`
  return first17 + checkDigit(first17)
}

/**
 * Reads an identity number of 15 or 18 digits in any spelling. With `today`, a birthday after it is a fault.
 * A foreigner's permanent residence card (2023 form) begins with 9 and the province, then the country's code.
 */
export function readIdentity(text: string, today: Day = '2099-12-31'): Identity | IdentityFault {
  const number = normalIdentity(text)
  if (number.length !== 18) return 'length'
  if (!/^\d{17}[\dX]$/.test(number)) return 'characters'
  const province = number.startsWith('9') ? number.slice(1, 3) : number.slice(0, 2)
  if (!provinces.has(province)) return 'region'
  const birthday = `${number.slice(6, 10)}-${number.slice(10, 12)}-${number.slice(12, 14)}`
  if (!isDay(birthday) || birthday > today) return 'birthday'
  if (checkDigit(number.slice(0, 17)) !== number.charAt(17)) return 'check-digit'
  return { number, region: number.slice(0, 6), birthday, sex: Number(number.charAt(16)) % 2 ? 'male' : 'female' }
}

/**
 * One spelling for every way of writing the same telephone number: digits only, without China's country code
 * (+86, 0086, 86 before a mobile number), other countries as +digits, an extension after 'x'.
 */
export function normalPhone(text: string): string {
  const [main = '', extension = ''] = halfWidth(text).split(/转|轉|ext\.?|[x#]/i)
  const abroad = /^\s*(\+|00)/.test(main)
  let digits = main.replace(/\D/g, '')
  if (abroad) digits = digits.replace(/^00/, '')
  if (abroad && digits.startsWith('86')) digits = landline(digits.slice(2))
  else if (abroad) digits = `+${digits}`
  else if (/^861[3-9]\d{9}$/.test(digits)) digits = digits.slice(2)
  const inner = extension.replace(/\D/g, '')
  return inner ? `${digits}x${inner}` : digits
}

/** +86 431 … is dialled 0431 … at home; a mobile number has no zero. */
const landline = (digits: string): string => (/^(1[3-9]\d{9}|0.*|[48]00\d{7})$/.test(digits) ? digits : `0${digits}`)
