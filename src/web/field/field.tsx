import { lazy, Suspense } from 'react'
import { Route, Router, Switch } from 'wouter'
import { Bars } from '../bars.tsx'
import { Signed } from '../signed.tsx'
import { Toasts } from '../toast.tsx'
import { Choose } from './choose.tsx'
import { Done } from './done.tsx'
import { Home } from './home.tsx'
import { Lost } from './lost.tsx'
import { Record } from './record.tsx'

const Figures = lazy(() => import('./figures.tsx'))
const Opened = lazy(() => import('./opened.tsx'))
const Records = lazy(() => import('./records.tsx'))
const One = lazy(() => import('./one.tsx'))
const Change = lazy(() => import('./change.tsx'))
const SignIn = lazy(() => import('../gate/sign-in.tsx'))
const Password = lazy(() => import('../gate/password.tsx'))
const Mine = lazy(() => import('./mine.tsx'))

/** The Field face: what a village needs, under /field. */
export function Field() {
  return (
    <Router base="/field">
      <Suspense>
        <Switch>
          <Route path="/signin">
            <SignIn />
          </Route>
          <Route path="/password">
            <Password />
          </Route>
          <Route>
            <Rooms />
          </Route>
        </Switch>
      </Suspense>
      <Toasts />
    </Router>
  )
}

/** What opens to those who are signed in. */
function Rooms() {
  return (
    <Signed>
      {me => (
        <Suspense
          fallback={
            <main>
              <Bars rows={6} />
            </main>
          }
        >
          <Switch>
            <Route path="/">
              <Home me={me} />
            </Route>
            <Route path="/record">
              <Choose me={me} />
            </Route>
            <Route path="/record/:programme">
              {({ programme }) => <Record key={programme} me={me} id={programme} />}
            </Route>
            <Route path="/done/:shard/:id">
              {({ shard, id }) => <Done key={id} me={me} shard={Number(shard)} id={id} />}
            </Route>
            <Route path="/records">
              <Records me={me} />
            </Route>
            <Route path="/records/:shard/:id">
              {({ shard, id }) => <One key={id} me={me} shard={Number(shard)} id={id} />}
            </Route>
            <Route path="/records/:shard/:id/:command">
              {({ shard, id, command }) => <Change key={command} {...{ me, id, command }} shard={Number(shard)} />}
            </Route>
            <Route path="/figures">
              <Figures me={me} />
            </Route>
            <Route path="/figures/:handle">
              {({ handle }) => <Opened key={handle} me={me} handle={decodeURIComponent(handle)} />}
            </Route>
            <Route path="/me">
              <Mine me={me} />
            </Route>
            <Route>
              <Lost />
            </Route>
          </Switch>
        </Suspense>
      )}
    </Signed>
  )
}
