import type { Declaration } from './shapes.ts'
import { useWords } from './words.ts'

/** In which way a record is begun, where there is more than one: written down as won, or put forward. */
export function Ways({ of, way, choose }: { of: Declaration; way: string; choose: (command: string) => void }) {
  const t = useWords()
  const ways = Object.entries(of.commands).filter(([, each]) => each.begins)
  if (ways.length < 2) return null
  return (
    <div className="f seg" role="radiogroup" aria-label={t('answers.way')}>
      {ways.map(([name, each]) => (
        <label key={name}>
          <input type="radio" name="way" checked={way === name} onChange={() => choose(name)} />
          <span>{each.name}</span>
        </label>
      ))}
    </div>
  )
}
