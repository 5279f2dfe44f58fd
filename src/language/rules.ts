import { calendarWith, type Calendar } from '#base/workdays'

/** A number a way of working needs and a unit may decide for itself: a notice of so many working days. */
export type Limit = { readonly usual: number; readonly least: number; readonly most: number }
export type Limits = Readonly<Record<string, Limit>>

/**
 * What holds at a record's unit when an order is decided: its limits, which days are worked, who gives it, and how high the
 * post stands in which she does (1 province … 6 side body).
 */
export type Rules = {
  readonly limits: Readonly<Record<string, number>>
  readonly calendar: Calendar
  readonly level: number
  readonly by: string
}

const calendar = calendarWith()

/** The rules where nobody decided anything. */
export const usualRules = (limits: Limits = {}): Rules => ({
  limits: Object.fromEntries(Object.entries(limits).map(([name, { usual }]) => [name, usual])),
  calendar,
  level: 1,
  by: '',
})
