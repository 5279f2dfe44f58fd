/** A piece of a sentence: words, or the place of a figure (`programme.indicator`, with `|field=value` for a slice). */
export type Piece = { readonly text: string } | { readonly figure: string }
export type Clause = { readonly text: string; readonly optional: boolean; readonly pieces: readonly Piece[] }

/** Reads a sentence rule: `{figure}` is a figure, `[…]` a part that may fall away. A stray bracket is a mistake and throws. */
export function clauses(text: string): Clause[] {
  const found: Clause[] = []
  for (const part of text.match(/\[[^[\]]*\]|[^[\]]+|[[\]]/g) ?? []) {
    if (part === '[' || part === ']') throw new Error(`unbalanced bracket in “${text}”`)
    const optional = part.startsWith('[')
    const inner = optional ? part.slice(1, -1) : part
    found.push({ text: inner, optional, pieces: pieces(inner) })
  }
  return found
}

function pieces(text: string): Piece[] {
  return (text.match(/\{[^{}]*\}|[^{}]+/g) ?? []).map(part =>
    part.startsWith('{') ? { figure: part.slice(1, -1).trim() } : { text: part },
  )
}

/** The figures a sentence speaks of, for the house test that none is unknown. */
export const figuresIn = (text: string): string[] =>
  clauses(text).flatMap(clause => clause.pieces.flatMap(piece => ('figure' in piece ? [piece.figure] : [])))
