import ChevronDown from 'lucide-react/icons/chevron-down'
import ChevronRight from 'lucide-react/icons/chevron-right'
import { useState } from 'react'
import { Link } from 'wouter'
import { useDoor } from '../door.ts'
import { useWords } from '../words.ts'

type Node = { no: number; name: string; level: number; below: number }
type TreeProps = { top: number; open: readonly number[]; now: number }
const shownAtFirst = 14

/** The tree from one unit down; what leads to the present unit stands open, side trees follow after a hairline. */
export function UnitTree({ top, open, now }: TreeProps) {
  const root = useDoor('unit', { params: { no: top } }, { fresh: 60_000 })
  if (!root.data) return null
  const below = root.data.children.reduce((sum, child) => sum + 1 + child.below, 0)
  return (
    <ul>
      <Branch node={{ ...root.data, below }} open={open} now={now} begins />
    </ul>
  )
}

function Branch({ node, open, now, begins }: { node: Node; open: readonly number[]; now: number; begins?: boolean }) {
  const t = useWords()
  const [toggled, toggle] = useState<boolean | undefined>()
  const isOpen = toggled ?? (begins || open.includes(node.no))
  return (
    <li>
      <div className="line">
        {node.below > 0 ? (
          <button
            type="button"
            aria-expanded={isOpen}
            aria-label={t(isOpen ? 'office.units.fold' : 'office.units.unfold', { name: node.name })}
            onClick={() => toggle(!isOpen)}
          >
            {isOpen ? <ChevronDown /> : <ChevronRight />}
          </button>
        ) : (
          <span className="leaf-gap" />
        )}
        <Link href={`/units/${node.no}`} {...(node.no === now ? { 'aria-current': 'true' as const } : {})}>
          {node.name}
        </Link>
        {node.below > 0 && <span className="n">{node.below}</span>}
      </div>
      {isOpen && node.below > 0 && <Branches no={node.no} open={open} now={now} />}
    </li>
  )
}

function Branches({ no, open, now }: { no: number; open: readonly number[]; now: number }) {
  const t = useWords()
  const [all, setAll] = useState(false)
  const unit = useDoor('unit', { params: { no } }, { fresh: 60_000 })
  const children = unit.data?.children ?? []
  const tree = children.filter(child => child.level < 6)
  const side = children.filter(child => child.level >= 6)
  const shown = all ? tree : tree.filter((child, index) => index < shownAtFirst || open.includes(child.no))
  return (
    <ul>
      {shown.map(child => (
        <Branch key={child.no} node={child} open={open} now={now} />
      ))}
      {tree.length > shown.length && (
        <li>
          <button type="button" className="rest" onClick={() => setAll(true)}>
            {t('office.units.rest', { count: tree.length - shown.length })}
          </button>
        </li>
      )}
      {side.length > 0 && tree.length > 0 && <li className="apart" aria-hidden="true" />}
      {side.map(child => (
        <Branch key={child.no} node={child} open={open} now={now} />
      ))}
    </ul>
  )
}
