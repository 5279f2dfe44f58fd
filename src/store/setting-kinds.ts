/** How one setting is written, read and explained. `read` answers undefined for a text that will not do. */
export type Setting<Value> = {
  env: string
  /** The same setting's name in niangjia.json; absent where a secret must not lie in a file. */
  file?: string
  /** Shown in the table where the default is not a plain value. */
  fallback: string
  read(text: string): Value | undefined
  allowed: string
  zh: string
  en: string
}

/** Readers of one value: undefined for a text that will not do. */
export const text = (value: string): string | undefined => value || undefined
export const oneOf =
  <Value extends string>(values: readonly Value[]) =>
  (value: string): Value | undefined =>
    values.find(one => one === value)
export const port = (value: string): number | undefined =>
  /^\d{1,5}$/.test(value) && Number(value) <= 65_535 ? Number(value) : undefined
export const hour = (value: string): number | undefined =>
  /^\d{1,2}$/.test(value) && Number(value) <= 23 ? Number(value) : undefined
export const url =
  (protocols: string[]) =>
  (value: string): string | undefined =>
    URL.canParse(value) && protocols.includes(new URL(value).protocol) ? value.replace(/\/$/, '') : undefined
export const digits = (value: string): string | undefined => (/^\d{1,15}$/.test(value) ? value : undefined)
export const databaseUrl = url(['postgres:', 'postgresql:'])

export const setting = <Value>(one: Setting<Value>): Setting<Value> => one
