import { UnitPicker } from './unit-picker.tsx'

type Chosen = { no: number; name: string }
type Props = { aria: { id: string }; value: Chosen | undefined; change: (value: unknown) => void }

/** A unit of the tree as an answer. */
export function AnswerUnit({ aria, value, change }: Props) {
  return (
    <UnitPicker
      id={aria.id}
      value={value?.name ?? ''}
      pick={unit => change(unit ? { no: unit.no, name: unit.name } : undefined)}
    />
  )
}
