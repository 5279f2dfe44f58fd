import { QueryClientProvider } from '@tanstack/react-query'
import { lazy, StrictMode, Suspense } from 'react'
import { createRoot } from 'react-dom/client'
import { Route, Switch } from 'wouter'
import zh from 'virtual:texts/desk/zh'
import { memory } from '../door.ts'
import '../look/tokens.css'
import '../look/base.css'
import '../look/figure.css'
import '../look/answers.css'
import '../look/states.css'
import '../look/desk.css'
import '../look/table.css'
import { dress, readTaste } from '../taste.ts'
import { startWords } from '../words.ts'

const SignIn = lazy(() => import('../gate/sign-in.tsx'))
const Password = lazy(() => import('../gate/password.tsx'))
const Setup = lazy(() => import('../gate/setup.tsx'))
const Desk = lazy(() => import('./desk.tsx'))

const taste = readTaste()
dress(taste)
const others = { 'zh-Hant': () => import('virtual:texts/desk/zh-Hant'), en: () => import('virtual:texts/desk/en') }
void startWords(zh, others, taste.language).then(() => {
  const root = document.getElementById('root')
  if (!root) return
  createRoot(root).render(
    <StrictMode>
      <QueryClientProvider client={memory}>
        <Suspense>
          <Switch>
            <Route path="/signin">
              <SignIn />
            </Route>
            <Route path="/password">
              <Password />
            </Route>
            <Route path="/setup">
              <Setup />
            </Route>
            <Route>
              <Desk />
            </Route>
          </Switch>
        </Suspense>
      </QueryClientProvider>
    </StrictMode>,
  )
})
