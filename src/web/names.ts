/**
 * Names out of a pasted list: one a line, or with commas, 、 and spaces between. Numbers in front and brackets behind go,
 * a two-character name set wide (刘 英) is one name, and nobody stands twice.
 */
export function namesIn(text: string): string[] {
  const parts = text
    .normalize('NFKC')
    .replace(/[((【[][^))】\]]*[))】\]]/g, '')
    .split(/\n/)
    .flatMap(line => wide(line.trim()).split(/[、,;。\s\t]+/))
    .map(part =>
      part
        .replace(/^[\d.．:：-]+/, '')
        .replace(/等$/, '')
        .trim(),
    )
    .filter(part => part.length > 0 && part.length <= 40 && /[\p{L}]/u.test(part))
  return [...new Set(parts)]
}

/** 刘 英 and 王 and 芳 with a wide space: single characters with white space between belong together. */
const wide = (line: string): string =>
  line.replace(/(?<=^|[、,;\s])(\p{Script=Han})\s+(\p{Script=Han})(?=$|[、,;\s])/gu, '$1$2')
