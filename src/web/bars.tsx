const widths = ['62%', '48%', '70%', '55%', '66%', '40%']

/** Sunk bars in the place of words that are still coming; they appear after 0.2 s and do not move. */
export function Bars({ rows = 4 }: { rows?: number }) {
  return (
    <span className="bars" aria-hidden="true">
      {Array.from({ length: rows }, (_, i) => (
        // the bars are all alike and never change places
        <span key={i} className="sk" style={{ width: widths[i % widths.length] }} />
      ))}
    </span>
  )
}
