// What the first page of each face weighs: node src/web/size.ts after a build. Exits 1 when a face is over its budget.
import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'

const folder = join(import.meta.dirname, '../../dist/web')
const faces = [
  { face: 'Field', page: 'field.html', most: 150 },
  { face: 'Desk', page: 'index.html', most: 450, next: [/^desk-.*\.js$/, /^config-provider/] },
]

/** Bytes over the wire, gzip, of a page and everything it loads before it is first seen. */
export function firstLoad(page: string, next: readonly RegExp[] = []): { file: string; bytes: number }[] {
  const seen = new Set<string>()
  const queue = linksOf(readFileSync(join(folder, page), 'utf8'))
  for (let file = queue.shift(); file !== undefined; file = queue.shift()) {
    if (seen.has(file)) continue
    seen.add(file)
    if (!file.endsWith('.js')) continue
    const source = readFileSync(join(folder, file), 'utf8')
    queue.push(...importsOf(source).map(name => `assets/${name}`))
    if (next.length)
      queue.push(
        ...lazyOf(source)
          .filter(name => next.some(each => each.test(name)))
          .map(name => `assets/${name}`),
      )
  }
  return [page, ...seen].map(file => ({ file, bytes: statSync(join(folder, `${file}.gz`)).size }))
}

const linksOf = (html: string) => [...html.matchAll(/(?:src|href)="\/(assets\/[^"]+)"/g)].map(match => match[1] ?? '')
const importsOf = (source: string) =>
  [...source.matchAll(/(?:from|import)\s*"\.\/([^"]+\.js)"/g)].map(match => match[1] ?? '')
const lazyOf = (source: string) => [...source.matchAll(/import\(`?"?\.\/([^"`)]+\.js)/g)].map(match => match[1] ?? '')

if (import.meta.main) {
  for (const { face, page, most, next } of faces) {
    const files = firstLoad(page, next)
    const bytes = files.reduce((sum, each) => sum + each.bytes, 0)
    console.log(`${face}: ${(bytes / 1024).toFixed(1)} KB gzip of ${most} KB in ${files.length} files`)
    if (bytes > most * 1024) process.exitCode = 1
  }
}
