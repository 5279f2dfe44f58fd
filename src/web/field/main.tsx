import { QueryClientProvider } from '@tanstack/react-query'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import zh from 'virtual:texts/field/zh'
import { memory } from '../door.ts'
import '../look/tokens.css'
import '../look/base.css'
import '../look/figure.css'
import '../look/answers.css'
import '../look/states.css'
import '../look/field.css'
import '../look/field-pages.css'
import { dress, readTaste } from '../taste.ts'
import { startWords } from '../words.ts'
import { Field } from './field.tsx'

const taste = readTaste()
dress(taste)
const others = { 'zh-Hant': () => import('virtual:texts/field/zh-Hant'), en: () => import('virtual:texts/field/en') }
void startWords(zh, others, taste.language).then(() => {
  const root = document.getElementById('root')
  if (!root) return
  createRoot(root).render(
    <StrictMode>
      <QueryClientProvider client={memory}>
        <Field />
      </QueryClientProvider>
    </StrictMode>,
  )
})
