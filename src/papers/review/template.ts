/**
 * A piece of a sentence: words, the place of a figure (`programme.indicator`, with `|field=value` for a part of it), or the list
 * of all parts of a figure by one field (`programme.indicator|field=*`).
 */
export type Piece = { readonly text: string } | { readonly figure: string } | { readonly partsOf: string }
export type Clause = { readonly optional: boolean; readonly pieces: readonly Piece[] }

/** Reads a sentence rule: `{figure}` is a figure, `[…]` a part that may fall away. A stray bracket is a mistake and throws. */
export function clauses(text: string): Clause[] {
  const found: Clause[] = []
  for (const part of text.match(/\[[^[\]]*\]|[^[\]]+|[[\]]/g) ?? []) {
    if (part === '[' || part === ']') throw new Error(`unbalanced bracket in “${text}”`)
    const optional = part.startsWith('[')
    found.push({ optional, pieces: pieces(optional ? part.slice(1, -1) : part) })
  }
  return found
}

function pieces(text: string): Piece[] {
  return (text.match(/\{[^{}]*\}|[^{}]+|[{}]/g) ?? []).map(part => {
    if (part === '{' || part === '}') throw new Error(`unbalanced brace in “${text}”`)
    if (!part.startsWith('{')) return { text: part }
    const name = part.slice(1, -1).trim()
    return name.endsWith('=*') ? { partsOf: name.slice(0, -1) } : { figure: name }
  })
}

/** The figures a sentence speaks of, for the house test that none is unknown; a list of parts ends in `=`. */
export const figuresIn = (text: string): string[] =>
  clauses(text).flatMap(clause =>
    clause.pieces.flatMap(piece => ('figure' in piece ? [piece.figure] : 'partsOf' in piece ? [piece.partsOf] : [])),
  )
