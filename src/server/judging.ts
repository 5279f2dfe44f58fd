import type { z } from 'zod'
import { Problem } from '#base/problem'
import type { Judgement } from '#contract/papers'
import { newId, perform } from '#engine/perform'
import type { House } from '#engine/house'
import type { Actor } from '#federation/actor'
import { readName } from '#views/handle'
import type { StoredReport } from '#views/reports'
import { hedgeOf, isCountUnit, type KeptFigure } from './report-figures.ts'
import type { OldReport } from './papers.ts'

type Said = z.output<typeof Judgement>

const programme = 'opening-figures'

/**
 * A figure after a person judged it. Accepted, it becomes an opening figure of the report's unit: a record like any other, whose
 * source is the clause; corrected when it was one already; taken back when it is judged otherwise.
 */
export async function judged(
  house: House,
  actor: Actor,
  report: StoredReport<OldReport>,
  figure: KeptFigure,
  said: Said,
): Promise<KeptFigure> {
  if (said.verdict === 'accepted') return accepted(house, actor, report, figure, said)
  const { record, revision: _, ...rest } = figure
  if (record) {
    const input = { reason: said.verdict === 'rejected' ? '不采用这个数字' : '重新看这个数字' }
    await perform(house, actor, { id: said.order, programme, command: 'withdraw', record, input })
  }
  return { ...rest, verdict: said.verdict, record: null }
}

async function accepted(
  house: House,
  actor: Actor,
  report: StoredReport<OldReport>,
  figure: KeptFigure,
  said: Said,
): Promise<KeptFigure> {
  const input = inputOf(report, figure, said)
  const { record } = figure
  const order = record
    ? { command: 'correct', record, input: { ...input, reason: '核对后改正' } }
    : { command: 'declare', record: { id: newId(house) }, unit: report.unit, input }
  const receipt = await perform(house, actor, { id: said.order, programme, ...order })
  return {
    ...figure,
    indicator: said.indicator ?? figure.indicator,
    value: input.value,
    unit: input.countUnit,
    verdict: 'accepted',
    record: receipt.record,
    revision: receipt.revision,
  }
}

function inputOf(report: StoredReport<OldReport>, figure: KeptFigure, said: Said) {
  const wanting = (path: string, rule: string) => new Problem('invalid-input', { issues: [{ path, rule }] })
  const name = said.indicator ?? figure.indicator
  if (!name) throw wanting('indicator', 'no-indicator')
  const { indicator, slice } = readName(name)
  const value = said.value ?? figure.value
  if (value === null) throw wanting('value', 'no-value')
  const countUnit = said.unit ?? figure.unit ?? ''
  if (!isCountUnit(countUnit)) throw wanting('unit', 'not-offered')
  const to = said.to ?? report.to
  if (!to) throw wanting('to', 'no-period')
  const from = said.from ?? (figure.kind === 'level' || figure.kind === 'rate' ? null : report.from)
  return {
    indicator,
    value,
    countUnit,
    to,
    hedge: hedgeOf(figure),
    source: figure.sentence.slice(0, 500),
    report: report.title,
    reportRef: report.id,
    ...(slice ? { slice } : {}),
    ...(from ? { from } : {}),
  }
}
