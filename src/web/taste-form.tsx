import { call } from '#contract/call'
import { useState } from 'react'
import { memory } from './door.ts'
import { applyTaste, readTaste, type Taste } from './taste.ts'
import { useWords, type Say } from './words.ts'

const rows = (t: Say): { name: keyof Taste; label: string; options: [string, string][] }[] => [
  {
    name: 'language',
    label: t('common.taste.language'),
    options: [
      ['zh-CN', '简体'],
      ['zh-Hant', '繁體'],
      ['en', 'English'],
    ],
  },
  {
    name: 'size',
    label: t('common.taste.size'),
    options: [
      ['usual', t('common.taste.usual')],
      ['elder', t('common.taste.elder')],
    ],
  },
  {
    name: 'theme',
    label: t('common.taste.theme'),
    options: [
      ['system', t('common.taste.system')],
      ['light', t('common.taste.light')],
      ['dark', t('common.taste.dark')],
    ],
  },
]

/** Language, size of type, light or dark: shown at once, kept on the account. */
export function TasteForm() {
  const t = useWords()
  const [taste, setTaste] = useState(readTaste)
  const choose = (change: Partial<Taste>) => {
    setTaste(applyTaste(change))
    void call('setMe', { body: change })
      .then(me => {
        memory.setQueryData(['me', {}], me)
        if (change.language) void memory.invalidateQueries()
      })
      .catch(() => undefined) // the device keeps it; the account takes it the next time
  }
  return (
    <dl className="kvs">
      {rows(t).map(({ name, label, options }) => (
        <div key={name}>
          <dt>{label}</dt>
          <dd>
            <span className="seg" role="radiogroup" aria-label={label}>
              {options.map(([value, words]) => (
                <label key={value}>
                  <input
                    type="radio"
                    name={name}
                    checked={taste[name] === value}
                    onChange={() => choose({ [name]: value } as Partial<Taste>)}
                  />
                  <span>{words}</span>
                </label>
              ))}
            </span>
          </dd>
        </div>
      ))}
    </dl>
  )
}
