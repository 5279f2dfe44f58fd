// H17 What an old report already said: a number with its clause, shown beside what records count and never added to it.
import { field, later, programme } from '#language'
import { statement } from '#patterns/statement'
import { statementAccess } from './usual-access.ts'

export const openingFigures = programme({
  id: 'opening-figures',
  version: 1,
  systems: ['H17'],
  chapter: 'reform',
  pattern: statement(),
  fields: { report: field.text(120), reportRef: later(field.text(60)) },
  access: statementAccess,
  indicators: {},
})
