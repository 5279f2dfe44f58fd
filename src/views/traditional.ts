import { Converter } from 'opencc-js/cn2t'

/** Characters the conversion by dictionary writes in a form readers of Traditional do not expect. */
const wordList: readonly [string, string][] = [
  ['纔', '才'],
  ['臺', '台'],
  ['囬', '回'],
  ['覈', '核'],
  ['羣', '群'],
  ['裏', '裡'],
  ['爲', '為'],
  ['衆', '眾'],
  ['啓', '啟'],
  ['喫', '吃'],
]

let convert: ((text: string) => string) | undefined

/** Simplified to Traditional Chinese. The dictionary is loaded at the first call. */
export function traditional(text: string): string {
  const toTraditional = (convert ??= Converter({ from: 'cn', to: 't' }))
  return wordList.reduce((done, [from, to]) => done.replaceAll(from, to), toTraditional(text))
}

/** Every text of a plain value; keys, numbers and the rest stay as they are. */
export function allTraditional<Value>(value: Value): Value {
  if (typeof value === 'string') return traditional(value) as Value & string
  if (Array.isArray(value)) return value.map(each => allTraditional(each)) as Value & unknown[]
  if (value === null || typeof value !== 'object') return value
  // same keys, same kinds of values
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, allTraditional(each)])) as Value
}
