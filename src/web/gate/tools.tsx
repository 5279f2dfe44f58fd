import { useState } from 'react'
import { applyTaste, readTaste } from '../taste.ts'
import { useWords, type Language } from '../words.ts'

const languages: [Language, string][] = [
  ['zh-CN', '简体'],
  ['zh-Hant', '繁體'],
  ['en', 'English'],
]

/** Language and large type, before signing in. */
export function Tools() {
  const t = useWords()
  const [taste, setTaste] = useState(readTaste)
  const elder = taste.size === 'elder'
  return (
    <p className="tools">
      {languages.map(([language, name]) => (
        <button
          key={language}
          type="button"
          lang={language}
          aria-pressed={taste.language === language}
          onClick={() => setTaste(applyTaste({ language }))}
        >
          {name}
        </button>
      ))}
      <button
        type="button"
        aria-pressed={elder}
        onClick={() => setTaste(applyTaste({ size: elder ? 'usual' : 'elder' }))}
      >
        {t('common.gate.large')}
      </button>
    </p>
  )
}
