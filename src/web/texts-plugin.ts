import { readFileSync } from 'node:fs'
import { Converter } from 'opencc-js/cn2t'
import type { Plugin } from 'vite'

type Tree = { [key: string]: string | Tree }
export type Face = 'field' | 'desk'

/** Which files of `texts/` a face carries; the first level of each file is part of every key. */
export const books: Record<Face, readonly string[]> = {
  field: ['common', 'answers', 'field'],
  desk: ['common', 'answers', 'desk', 'figures', 'papers', 'office'],
}

/** Words that the conversion by dictionary gets wrong for a Traditional reader of the mainland. */
const wordList: [string, string][] = [
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

/** `virtual:texts/<face>/<zh|zh-Hant|en>`: the texts of a face in one language; Traditional is made from Simplified here, at build time. */
export function texts(): Plugin {
  const prefix = '\0virtual:texts/'
  return {
    name: 'texts',
    resolveId: id => (id.startsWith('virtual:texts/') ? `\0${id}` : undefined),
    load(id) {
      if (!id.startsWith(prefix)) return undefined
      const [face, language] = id.slice(prefix.length).split('/') as [Face, string]
      for (const book of books[face]) this.addWatchFile(fileOf(book, language === 'en' ? 'en' : 'zh'))
      return `export default ${JSON.stringify(textsOf(face, language))}`
    },
  }
}

/** All texts of a face in a language, as one tree. */
export function textsOf(face: Face, language: string): Tree {
  const tree: Tree = Object.assign({}, ...books[face].map(book => readBook(book, language === 'en' ? 'en' : 'zh')))
  return language === 'zh-Hant' ? mapTexts(tree, traditional) : tree
}

/** One file of texts: `texts/<book>.<language>.json`. */
export const readBook = (book: string, language: 'zh' | 'en'): Tree =>
  JSON.parse(readFileSync(fileOf(book, language), 'utf8')) as Tree

const fileOf = (book: string, language: string) => `${import.meta.dirname}/texts/${book}.${language}.json`

let convert: ((text: string) => string) | undefined

/** Simplified to Traditional, with the word list's corrections. Placeholders stay as they are. */
export function traditional(text: string): string {
  convert ??= Converter({ from: 'cn', to: 't' })
  return wordList.reduce((done, [from, to]) => done.replaceAll(from, to), convert(text))
}

const mapTexts = (tree: Tree, change: (text: string) => string): Tree =>
  Object.fromEntries(
    Object.entries(tree).map(([key, value]) => [
      key,
      typeof value === 'string' ? change(value) : mapTexts(value, change),
    ]),
  )
