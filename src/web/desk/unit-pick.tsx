import type { ReactNode } from 'react'
import { useDoor } from '../door.ts'
import type { Me, UnitBrief } from '../shapes.ts'
import { UnitPicker } from '../unit-picker.tsx'
import { useWords } from '../words.ts'
import { Options, Pick } from './pick.tsx'

type Props = {
  me: Me
  no: number
  change: (no: number) => void
  only?: 'here' | 'below'
  setOnly?: (only: 'here' | 'below') => void
}

/** 范围 in the sentence: a unit found by name or initials, its parents and children at hand, with or without what is below. */
export function UnitPick({ me, no, change, only, setOnly }: Props) {
  const t = useWords()
  const unit = useDoor('unit', { params: { no } }, { fresh: 300_000 }).data
  const near: UnitBrief[] = unit ? [...unit.path, ...unit.children.slice(0, 30)] : []
  const mine = me.posts
    .map(post => post.unit)
    .filter(each => !near.some(other => other.no === each.no) && each.no !== no)
  const label: ReactNode = unit ? `${unit.name}${only ? t(`desk.scope.${only}`) : ''}` : '…'
  return (
    <Pick name={t('desk.scope.unit')} label={label} wide>
      {close => {
        const take = (key: string | number) => {
          change(Number(key))
          close()
        }
        return (
          <>
            <div className="pad">
              <UnitPicker label={t('desk.scope.unit')} value="" pick={found => found && take(found.no)} />
            </div>
            {setOnly && only && (
              <div className="pad seg" role="radiogroup" aria-label={t('desk.scope.depth')}>
                {(['below', 'here'] as const).map(each => (
                  <label key={each}>
                    <input type="radio" name="only" checked={only === each} onChange={() => setOnly(each)} />
                    <span>{t(`desk.scope.${each}Long`)}</span>
                  </label>
                ))}
              </div>
            )}
            <Options
              now={String(no)}
              pick={take}
              rows={[...mine, ...near].map(each => ({
                key: String(each.no),
                name: each.name,
                note: t(`common.levels.${each.level}`),
              }))}
            />
          </>
        )
      }}
    </Pick>
  )
}
