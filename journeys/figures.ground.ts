import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { dayAt } from '#base/day'
import { actorFor, type Actor } from '#federation/actor'
import type { TreeDivision } from '#federation/divisions'
import { plantTree } from '#federation/tree'
import type { PostKind } from '#language'
import { openHouse, type OpenHouse } from '#server/open-house'
import { houseContext, inContext } from '#store/database'
import { readSettings } from '#store/settings'

export type FigureGround = OpenHouse & {
  /** A connection of the tables' owner, for checking behind the house's back. */
  readonly owner: pg.Client
  /** Numbers of the units by level, in the tree's order. */
  readonly units: Record<'province' | 'prefecture' | 'county' | 'township' | 'village', number[]>
  /** Someone who holds this post at this unit from now on. */
  appoint(kind: PostKind, unit: number): Promise<Actor>
  readonly close: () => Promise<void>
}

/** A house of its own on a real PostgreSQL, with a small tree: 1 province, 2 prefectures, 4 counties, 8 townships, 24 villages. */
export async function figureGround(): Promise<FigureGround> {
  const folder = mkdtempSync(join(tmpdir(), 'niangjia-figures-'))
  // FIGURES_DATABASE_URL: an empty database of another PostgreSQL instead of the built-in one
  const outside = process.env['FIGURES_DATABASE_URL']
  const open = await openHouse(readSettings({ DATA_DIR: 'data', ...(outside && { DATABASE_URL: outside }) }, folder))
  const owner = new pg.Client(open.ground.owner)
  await owner.connect()
  await inContext(open.db, houseContext, tx => plantTree(tx, smallTree()))
  const { rows } = await owner.query<{ no: number; level: number }>('select no, level from unit order by no')
  const at = (level: number) => rows.filter(row => row.level === level).map(row => row.no)
  const units = { province: at(1), prefecture: at(2), county: at(3), township: at(4), village: at(5) }

  async function appoint(kind: PostKind, unit: number): Promise<Actor> {
    const person = randomUUID()
    await owner.query(
      `insert into appointment (shard, id, unit, kind, person, since, at) select shard, $1, no, $2, $3, '2020-01-01', now() from unit where no = $4`,
      [randomUUID(), kind, person, unit],
    )
    return actorFor(open.db, person, dayAt(Date.now()))
  }

  async function close(): Promise<void> {
    await owner.end()
    await open.stop()
    rmSync(folder, { recursive: true, force: true })
  }

  return { ...open, owner, units, appoint, close }
}

function smallTree(): TreeDivision[] {
  const tree: TreeDivision[] = [{ code: '22', name: '吉林省', level: 'province', parent: null }]
  for (let p = 1; p <= 2; p++) {
    const prefecture = `220${p}`
    tree.push({ code: prefecture, name: `甲${'东西'[p - 1]}市`, level: 'prefecture', parent: '22' })
    for (let c = 1; c <= 2; c++) {
      const county = `${prefecture}0${c}`
      tree.push({ code: county, name: `乙${p}${c}县`, level: 'county', parent: prefecture })
      for (let t = 1; t <= 2; t++) {
        const township = `${county}10${t}`
        tree.push({ code: township, name: `丙${p}${c}${t}镇`, level: 'township', parent: county })
        for (let v = 1; v <= 3; v++)
          tree.push({
            code: `${township}20${v}`,
            name: `丁${p}${c}${t}${v}村村委会`,
            level: 'village',
            parent: township,
          })
      }
    }
  }
  return tree
}
