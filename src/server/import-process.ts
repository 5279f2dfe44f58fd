// The program of an import that has a process of its own (see import-elsewhere.ts).
import { text } from 'node:stream/consumers'
import { dayAt } from '#base/day'
import { Problem } from '#base/problem'
import { actorFor } from '#federation/actor'
import type { Elsewhere } from './import-elsewhere.ts'
import { carryOutImport } from './import-work.ts'
import { openHouse } from './open-house.ts'

const { settings, person, job } = JSON.parse(await text(process.stdin)) as Elsewhere // written by our own server
const open = await openHouse(settings, { join: true })
try {
  const actor = await actorFor(open.db, person, dayAt(open.house.now()))
  await carryOutImport(open.house, actor, job)
} catch (error) {
  if (!(error instanceof Problem)) throw error
  process.stdout.write(JSON.stringify({ code: error.code, details: error.details }))
  process.exitCode = 2
} finally {
  await open.stop()
}
