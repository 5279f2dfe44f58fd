/** The sentence in which something stands, from one 。 or ； to the next. */
export function sentenceAround(text: string, at: number): string {
  const from = Math.max(text.lastIndexOf('。', at - 1), text.lastIndexOf('；', at - 1)) + 1
  const ends = ['。', '；'].map(mark => text.indexOf(mark, at)).filter(index => index >= 0)
  return text.slice(from, ends.length ? Math.min(...ends) + 1 : undefined).trim()
}
