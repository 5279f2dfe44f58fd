import Minus from 'lucide-react/icons/minus'
import Plus from 'lucide-react/icons/plus'
import { useState } from 'react'
import { useWords } from './words.ts'

type CountProps = { aria: object; value: unknown; change: (value: unknown) => void; min: number }

/** A whole number: typed on the number pad, or stepped. Full-width digits are taken too. */
export function AnswerCount({ aria, value, change, min }: CountProps) {
  const t = useWords()
  const now = typeof value === 'number' ? value : undefined
  const step = (by: number) => change(Math.max(min, (now ?? 0) + by))
  return (
    <div className="step">
      <button type="button" aria-label={t('answers.oneLess')} onClick={() => step(-1)}>
        <Minus />
      </button>
      <input
        {...aria}
        className="in"
        inputMode="numeric"
        autoComplete="off"
        value={now === undefined ? '' : String(now)}
        onChange={event => change(wholeIn(event.target.value))}
      />
      <button type="button" aria-label={t('answers.oneMore')} onClick={() => step(1)}>
        <Plus />
      </button>
    </div>
  )
}

const wholeIn = (text: string): number | undefined => {
  const digits = text.normalize('NFKC').replace(/\D/g, '').slice(0, 10)
  return digits === '' ? undefined : Number(digits)
}

type NumberProps = { aria: object; value: unknown; change: (value: unknown) => void; money: boolean }

/** A decimal number; money is typed in yuan and kept in fen. */
export function AnswerNumber({ aria, value, change, money }: NumberProps) {
  const t = useWords()
  const given = typeof value === 'number' ? String(money ? value / 100 : value) : ''
  const [text, setText] = useState(given)
  const take = (typed: string) => {
    const plain = typed.normalize('NFKC').replace(/[,\s]/g, '')
    setText(plain)
    const number = Number(plain)
    if (plain === '') change(undefined)
    else if (Number.isFinite(number)) change(money ? Math.round(number * 100) : number)
    else change(Number.NaN)
  }
  return (
    <span className="suffixed">
      <input
        {...aria}
        className="in"
        inputMode="decimal"
        autoComplete="off"
        value={text}
        onChange={event => take(event.target.value)}
      />
      {money && <span className="unit">{t('common.units.元')}</span>}
    </span>
  )
}
