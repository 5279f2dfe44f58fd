import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { standUp, type Client, type StandingHouse } from '../cast/house.ts'

let house: StandingHouse
let keeper: Client
before(async () => {
  house = await standUp()
  keeper = await house.signIn('keeper')
})
after(() => house.stop())

const box = (lng: number, lat: number) => [
  [
    [lng, lat],
    [lng + 1, lat],
    [lng + 1, lat + 1],
    [lng, lat + 1],
    [lng, lat],
  ],
]
const feature = (properties: object, geometry: object = { type: 'Polygon', coordinates: box(124, 44) }) => ({
  type: 'Feature',
  properties,
  geometry,
})
const collection = (...features: object[]) => ({ type: 'FeatureCollection', features })
const approval = 'GS（2024）0650号'
const put = (boundaries: Record<string, unknown>, number = approval) =>
  keeper.call('setMap', { body: { unit: house.places.province.no, approval: number, boundaries } })
const refused = async (boundaries: Record<string, unknown>, number = approval) => {
  const body = { unit: house.places.province.no, approval: number, boundaries }
  const { body: problem } = await keeper.refused('setMap', { body })
  return problem.issues?.[0]?.rule ?? problem.code
}
const map = (client: Client, place: keyof StandingHouse['places']) =>
  client.call('map', { query: { unit: house.places[place].no } })

test('a square for each county of a province, for each unit directly below a county', async () => {
  const { tiles, boundaries, approval: number } = await map(keeper, 'province')
  assert.deepEqual(
    tiles.map(({ unit }) => unit.no).toSorted(),
    [house.places.county.no, house.places.farCounty.no].toSorted(),
  )
  assert.deepEqual([boundaries, number], [null, null])
  const below = await map(await house.signIn('villageChair'), 'county')
  assert.deepEqual(
    below.tiles.map(({ unit }) => unit.level),
    [4, 4],
  )
})

test('boundaries are matched by code or by name, what matches nobody is named, and squares lie by their bearing', async () => {
  const answer = await put(
    collection(
      feature({ gb: '156220721', name: '随便' }, { type: 'Polygon', coordinates: box(124, 45) }),
      feature(
        { name: house.places.farCounty.name.replace('妇联', '') },
        { type: 'MultiPolygon', coordinates: [box(126, 43)] },
      ),
      feature({ name: '别处县' }),
    ),
  )
  assert.deepEqual(answer, { matched: 2, unmatched: ['别处县'] })
  const shown = await map(await house.signIn('villageChair'), 'province')
  assert.equal(shown.approval, 'GS(2024)0650号')
  const { features } = shown.boundaries as { features: { properties: { unit: number } }[] }
  assert.deepEqual(
    features.map(each => each.properties.unit),
    [house.places.county.no, house.places.farCounty.no],
  )
  // a county's own children have no boundary here: squares
  assert.equal((await map(keeper, 'county')).boundaries, null)
})

test('what is no map, or not approved, is refused in plain words; the old one stays', async () => {
  const county = { code: '220721', name: '前郭' }
  assert.equal(await refused({ type: 'Topology' }), 'not-a-map')
  assert.equal(await refused(collection(feature(county, { type: 'Point', coordinates: [124, 45] }))), 'not-polygons')
  assert.equal(
    await refused(collection(feature(county, { type: 'Polygon', coordinates: box(13_800_000, 5_000_000) }))),
    'outside-china',
  )
  assert.equal(
    await refused(collection(feature(county, { type: 'Polygon', coordinates: [box(124, 45)[0]?.slice(1)] }))),
    'not-polygons',
  )
  assert.equal(await refused(collection(feature({ name: '别处县' }))), 'no-unit-matched')
  assert.equal(await refused(collection(feature(county)), ''), 'not-public')
  assert.equal(await refused(collection(feature(county)), '2024'), 'approval')
  const large = collection(feature({ ...county, note: '大'.repeat(3_000_000) }))
  assert.equal(await refused(large), 'too-large')
  const staff = await house.signIn('provinceStaff')
  const body = { unit: house.places.province.no, approval, boundaries: collection(feature(county)) }
  assert.equal((await staff.refused('setMap', { body })).body.code, 'not-allowed')
  assert.equal((await map(keeper, 'province')).approval, 'GS(2024)0650号')
})

test('taken away, squares are shown again; both changes stand in the audit', async () => {
  assert.deepEqual(await put({}, ''), { matched: 0, unmatched: [] })
  assert.equal((await map(keeper, 'province')).boundaries, null)
  const { rows } = await house.platform.open.asOwner(owner =>
    owner.query(`select act from audit where act like 'map%' order by at, id`),
  )
  assert.deepEqual(
    rows.map(row => row.act),
    ['map', 'map.remove'],
  )
})
