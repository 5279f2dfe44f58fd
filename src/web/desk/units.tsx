import { useLocation } from 'wouter'
import { Bars } from '../bars.tsx'
import { useDoor } from '../door.ts'
import { usePageTitle } from '../page-title.ts'
import { homeUnit } from '../session.ts'
import type { Me } from '../shapes.ts'
import { Trouble } from '../trouble.tsx'
import { UnitPicker } from '../unit-picker.tsx'
import { useWords } from '../words.ts'
import { UnitSheet } from './unit-sheet.tsx'
import { UnitTree } from './unit-tree.tsx'
import './units.css'

/** 组织: the tree to walk or to search, and one unit with its posts, its names and where it belonged. */
export default function Units({ me, no }: { me: Me; no?: number }) {
  const t = useWords()
  const [, go] = useLocation()
  const home = homeUnit(me)
  const now = no ?? home?.no ?? 0
  const unit = useDoor('unit', { params: { no: now } }, { keep: true })
  usePageTitle(unit.data?.name ?? t('desk.nav.units'))
  return (
    <main id="page" tabIndex={-1} className="units">
      <div className="split">
        <nav className="ot" aria-label={t('office.units.tree')}>
          <UnitPicker label={t('office.units.find')} value="" pick={found => found && go(`/units/${found.no}`)} />
          {unit.data && (
            <UnitTree top={topOf(me, unit.data.path)} open={[...unit.data.path.map(each => each.no), now]} now={now} />
          )}
        </nav>
        {unit.data ? (
          <UnitSheet key={unit.data.no} me={me} unit={unit.data} />
        ) : unit.error ? (
          <Trouble error={unit.error} again={() => void unit.refetch()} />
        ) : (
          <Bars rows={10} />
        )}
      </div>
    </main>
  )
}

/** The tree begins at my own highest unit; for a unit outside it, at the root. */
function topOf(me: Me, path: readonly { no: number }[]): number {
  const highest = [...me.posts].sort((a, b) => a.unit.level - b.unit.level)[0]?.unit.no ?? 0
  return path.length === 0 || path.some(each => each.no === highest) ? highest : (path[0]?.no ?? highest)
}
