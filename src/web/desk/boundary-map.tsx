import { useEffect, useRef } from 'react'
import { useLocation } from 'wouter'
import { numberText } from '../number.ts'
import type { Cell } from '../shapes.ts'
import { useDark } from './desk.tsx'
import { init, registerMap, token } from './echarts.ts'
import { stepOf, stepsOf } from './steps.ts'
import { Key, type Tile } from './tile-map.tsx'
import { useWords } from '../words.ts'

type Props = { boundaries: unknown; approval: string; tiles: readonly Tile[]; cells: ReadonlyMap<number, Cell> }
type Feature = { properties?: { unit?: number; name?: string } | null }

/** True boundaries, from a file an administrator uploaded with its 审图号; the same five steps. A press opens the number. */
export default function BoundaryMap({ boundaries, approval, tiles, cells }: Props) {
  const t = useWords()
  const [, go] = useLocation()
  const box = useRef<HTMLDivElement>(null)
  const dark = useDark()
  const limits = stepsOf([...cells.values()].flatMap(cell => (cell.recorded === null ? [] : [cell.recorded])))
  const cuts = limits.join()
  useEffect(() => {
    if (!box.current) return
    registerMap('here', named(boundaries, tiles) as never) // GeoJSON, checked by the server when it was uploaded
    const chart = init(box.current)
    const steps = cuts.split(',').filter(Boolean).map(Number)
    const fills = [1, 2, 3, 4, 5].map(step => token(`--seq-${step}`))
    chart.setOption({
      animation: false,
      series: [
        {
          type: 'map',
          map: 'here',
          selectedMode: false,
          label: { show: true, color: token('--ink'), fontSize: 12, fontFamily: token('--font') },
          itemStyle: { borderColor: token('--paper'), areaColor: 'transparent' },
          emphasis: { itemStyle: { areaColor: token('--madder-wash') }, label: { color: token('--ink') } },
          data: tiles.map(({ unit }) => {
            const cell = cells.get(unit.no)
            const step = cell && cell.recorded !== null ? stepOf(cell.recorded, steps) : 0
            return {
              name: unit.short,
              value: cell?.recorded ?? 0,
              itemStyle: { areaColor: fills[step - 1] ?? 'transparent' },
              label: {
                color: token(step > 3 ? '--on-seq-dark' : '--on-seq-light'),
                formatter: `${unit.short}\n${cell?.recorded == null ? '' : numberText(cell.recorded)}`,
              },
            }
          }),
        },
      ],
    })
    chart.on('click', event => {
      const cell = cells.get(tiles.find(({ unit }) => unit.short === event.name)?.unit.no ?? 0)
      if (cell) go(`/figures/${encodeURIComponent(cell.handle)}`)
    })
    const fit = new ResizeObserver(() => chart.resize())
    fit.observe(box.current)
    return () => {
      fit.disconnect()
      chart.dispose()
    }
  }, [boundaries, tiles, cells, cuts, dark, go])
  return (
    <>
      <div className="map" ref={box} role="img" aria-label={t('figures.map.true')} />
      <Key limits={limits} label={t('figures.map.key')} />
      <p className="note">{t('figures.map.approval', { approval })}</p>
    </>
  )
}

/** Gives every shape the short name of its unit: ECharts finds shapes by name. */
function named(boundaries: unknown, tiles: readonly Tile[]): unknown {
  const { features = [], ...rest } = boundaries as { features?: Feature[] }
  return {
    ...rest,
    features: features.map(feature => {
      const unit = tiles.find(each => each.unit.no === feature.properties?.unit)?.unit
      return { ...feature, properties: { ...feature.properties, name: unit?.short ?? feature.properties?.name ?? '' } }
    }),
  }
}
