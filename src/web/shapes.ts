import type { Answer } from '#contract/call'

/** What the API answers, under the names the screens use. */
export type Me = Answer<'me'>
export type UnitBrief = Me['posts'][number]['unit']
export type FoundUnit = Answer<'findUnits'>['rows'][number]
export type UnitPage = Answer<'unit'>
export type Declaration = Answer<'declarations'>['programmes'][number]
export type Asked = Declaration['fields'][number]
export type IndicatorWords = Declaration['indicators'][number]
export type Receipt = Answer<'perform'>
export type RecordLine = Answer<'records'>['rows'][number]
export type RecordPage = Answer<'record'>
export type Happening = RecordPage['history'][number]
export type Waiting = Answer<'today'>['waiting'][number]
export type Cell = Answer<'today'>['figures'][number]
export type FigureTable = Answer<'figures'>
export type Opened = Answer<'handle'>
export type Candidates = Answer<'candidates'>
export type HandedDown = Answer<'handed'>
export type Rung = Answer<'ladder'>['rungs'][number]
export type PersonBrief = Answer<'findPeople'>['rows'][number]
export type ReportLine = Answer<'reports'>['rows'][number]
export type ReportPage = Answer<'report'>
export type FoundFigure = ReportPage['figures'][number]
export type ReviewPage = Answer<'review'>
export type Finding = ReviewPage['findings'][number]
export type ImportPage = Answer<'startImport'>
export type Account = Answer<'accounts'>['rows'][number]
export type HookLine = Answer<'hooks'>['rows'][number]
export type Held = Answer<'posts'>['held'][number]
