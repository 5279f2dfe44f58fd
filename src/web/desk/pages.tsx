import { lazy, Suspense } from 'react'
import { Route, Switch } from 'wouter'
import { Bars } from '../bars.tsx'
import type { Me } from '../shapes.ts'
import { Today } from './today.tsx'

const Register = lazy(() => import('./register.tsx'))
const One = lazy(() => import('./one.tsx'))
const Record = lazy(() => import('./record.tsx'))
const Plans = lazy(() => import('./plans.tsx'))
const Cases = lazy(() => import('./cases.tsx'))
const Figures = lazy(() => import('./figures.tsx'))
const Opened = lazy(() => import('./opened.tsx'))
const Units = lazy(() => import('./units.tsx'))
const Dashboard = lazy(() => import('./dashboard.tsx'))
const Reports = lazy(() => import('./reports.tsx'))
const Report = lazy(() => import('./report.tsx'))
const Certificate = lazy(() => import('./certificate.tsx'))
const Import = lazy(() => import('./import.tsx'))
const Office = lazy(() => import('./office.tsx'))
const Mine = lazy(() => import('./mine.tsx'))
const Lost = lazy(() => import('./lost.tsx'))

/** Every page of the Desk; all but today are fetched when they are opened. */
export function Pages({ me }: { me: Me }) {
  return (
    <Suspense
      fallback={
        <main>
          <Bars rows={8} />
        </main>
      }
    >
      <Switch>
        <Route path="/">
          <Today me={me} />
        </Route>
        <Route path="/records">
          <Register me={me} />
        </Route>
        <Route path="/records/:shard/:id">
          {({ shard, id }) => <One key={id} me={me} shard={Number(shard)} id={id} />}
        </Route>
        <Route path="/records/:shard/:id/certificate">
          {({ shard, id }) => <Certificate key={id} shard={Number(shard)} id={id} />}
        </Route>
        <Route path="/records/:shard/:id/:command">
          {({ shard, id, command }) => <One key={id} {...{ me, id, command }} shard={Number(shard)} />}
        </Route>
        <Route path="/record">
          <Record me={me} />
        </Route>
        <Route path="/record/:programme">{({ programme }) => <Record key={programme} me={me} id={programme} />}</Route>
        <Route path="/plans">
          <Plans me={me} />
        </Route>
        <Route path="/cases">
          <Cases />
        </Route>
        <Route path="/figures">
          <Figures me={me} />
        </Route>
        <Route path="/figures/:handle">
          {({ handle }) => <Opened key={handle} me={me} handle={decodeURIComponent(handle)} />}
        </Route>
        <Route path="/units/:no/year">{({ no }) => <Dashboard key={no} me={me} no={Number(no)} />}</Route>
        <Route path="/units/:no?">{({ no }) => <Units me={me} {...(no ? { no: Number(no) } : {})} />}</Route>
        <Route path="/reports">
          <Reports me={me} />
        </Route>
        <Route path="/reports/:shard/:id">
          {({ shard, id }) => <Report key={id} me={me} kind="old" shard={Number(shard)} id={id} />}
        </Route>
        <Route path="/reviews/:shard/:id">
          {({ shard, id }) => <Report key={id} me={me} kind="review" shard={Number(shard)} id={id} />}
        </Route>
        <Route path="/import">
          <Import me={me} />
        </Route>
        <Route path="/office/:part?">{({ part }) => <Office me={me} part={part ?? 'accounts'} />}</Route>
        <Route path="/me">
          <Mine me={me} />
        </Route>
        <Route>
          <Lost />
        </Route>
      </Switch>
    </Suspense>
  )
}
