import assert from 'node:assert/strict'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { dayAt } from '#base/day'
import { actorFor } from '#federation/actor'
import { houseRules } from '#federation/house-rules'
import { reach } from '#federation/reach'
import { programmes } from '#programmes/all'
import { playDemo } from '#server/demo/run'
import { rootOf } from '#server/first-start'
import { startPlatform } from '#server/platform'
import { ask, houseContext, inContext } from '#store/database'
import { readSettings } from '#store/settings'
import { groundIn } from '#views/place'
import { reviewOf } from '#views/review'
import { unitBriefs } from '#views/units'

/** The provinces take minutes: they are played when they are asked for (REGIONS=22,36). */
const regions = (process.env['REGIONS'] ?? '2224,2202,3704').split(',')
const reports: Readonly<Record<string, string>> = { 22: '000', 2224: '001', 2202: '002', 36: '003', 3704: '004' }
const key = new URL('../../shared/mission/figures.jsonl', import.meta.url)

type Figure = {
  file: string
  system: string
  measure: string
  raw: string
  value: number | null
  unit: string | null
}
type Stated = { systems: readonly string[]; unit: string; value: number }

/** The region's own figures of domains A, B, D and H, as its report was annotated. */
const figuresOf = (region: string): Figure[] =>
  readFileSync(key, 'utf8')
    .trim()
    .split('\n')
    .map(line => JSON.parse(line) as Figure)
    .filter(({ file, system }) => file.startsWith(reports[region] ?? '?') && /^[ABDH]/.test(system ?? ''))

/** A round figure (over ten thousand) is met by an exact one that rounds to it. */
const isSaid = ({ system, unit, value, raw }: Figure, stated: readonly Stated[]) =>
  stated.some(
    each =>
      each.systems.includes(system) &&
      each.unit === unit &&
      value !== null &&
      (hundredths(each.value) === value || (/[余餘逾多]/.test(raw) && each.value > value && each.value < value * 1.1)),
  )

for (const region of regions)
  test(`the review of ${region} states what its report published of domains A, B, D and H`, async t => {
    if (!existsSync(key)) return t.skip('the annotated figures are not here')
    const stated = await reviewed(region)
    const figures = figuresOf(region)
    const missing = figures.filter(each => !isSaid(each, stated))
    const share = 1 - missing.length / figures.length
    t.diagnostic(`${region}: ${figures.length - missing.length} of ${figures.length}, ${(share * 100).toFixed(1)} %`)
    for (const { system, raw, measure } of missing) t.diagnostic(`not stated: ${system} ${raw} ${measure}`)
    assert.ok(share >= 0.95)
  })

/** As a review prints it. */
const hundredths = (value: number) => Math.round(value * 100) / 100

/** What is counted answers for every entry its programme is the home of, what is only stated for the entry it names. */
function systemsOf(key: string, definition: { kind: string; system: string } | undefined): readonly string[] {
  const home = programmes.find(({ id }) => id === key.split('.')[0])
  return home && definition?.kind !== 'reported' ? home.systems : [definition?.system ?? '']
}

/** Plays the demonstration of a region into a folder of its own and gives every number its review states. */
async function reviewed(region: string): Promise<Stated[]> {
  const folder = mkdtempSync(join(tmpdir(), 'niangjia-region-'))
  const settings = readSettings({ DATA_DIR: folder, PORT: '0', LOG_LEVEL: 'silent' }, folder)
  const platform = await startPlatform(settings)
  try {
    const { office } = platform
    await playDemo(office, region)
    const { db, house } = office
    const root = await rootOf(db)
    assert.ok(root)
    const [chair] = await inContext(db, houseContext, tx =>
      ask<{ person: string }>(tx, 'a-chair', `select person from appointment where unit = $1 and kind = 'chair'`, [
        root.unit,
      ]),
    )
    const actor = await actorFor(db, chair?.person ?? '', dayAt(house.now()))
    const desk = {
      ...{ db, book: house.book, now: house.now(), ground: groundIn(db) },
      reach: reach(actor, houseRules['figures.see']),
    }
    const unit = (await unitBriefs(db, [root.unit])).get(root.unit)
    assert.ok(unit)
    const body = await reviewOf(desk, programmes, { unit, from: '2021-01-01', to: '2025-12-31' })
    return body.sources.map(({ key: name, value, countUnit: unit }) => ({
      systems: systemsOf(name, house.book.definition(name)),
      unit,
      value: unit === '元' ? value / 100 : value, // kept in fen
    }))
  } finally {
    await platform.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}
