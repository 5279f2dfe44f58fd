import { Resvg } from '@resvg/resvg-js'
import { BarChart } from 'echarts/charts'
import { GridComponent } from 'echarts/components'
import * as echarts from 'echarts/core'
import { SVGRenderer } from 'echarts/renderers'

echarts.use([BarChart, GridComponent, SVGRenderer])

const ink = '#231e1a'
const note = '#6d645a'
const line = '#dfd8cb'
const indigo = '#2b5279'

/**
 * Bars over years as a PNG for a document: one series, values written at the bars, no legend, light paper whatever the
 * reader's theme. Width and height in pixels of the document; drawn at twice that.
 */
export function yearBars(
  years: readonly string[],
  values: readonly (number | null)[],
  width = 520,
  height = 200,
): Uint8Array {
  const chart = echarts.init(null, null, { renderer: 'svg', ssr: true, width, height })
  chart.setOption({
    animation: false,
    textStyle: { fontFamily: 'Noto Sans CJK SC, Microsoft YaHei, PingFang SC, sans-serif', color: ink },
    grid: { left: 8, right: 8, top: 24, bottom: 24 },
    xAxis: {
      type: 'category',
      data: [...years],
      axisTick: { show: false },
      axisLine: { lineStyle: { color: line } },
      axisLabel: { color: note, fontSize: 12 },
    },
    yAxis: { type: 'value', show: false },
    series: [
      {
        type: 'bar',
        data: [...values],
        barMaxWidth: 36,
        itemStyle: { color: indigo },
        label: {
          show: true,
          position: 'top',
          color: ink,
          fontSize: 12,
          formatter: ({ value }: { value: unknown }) => Number(value).toLocaleString('en-US'),
        },
      },
    ],
  })
  const svg = chart.renderToSVGString()
  chart.dispose()
  return new Uint8Array(
    new Resvg(svg, {
      fitTo: { mode: 'width', value: width * 2 },
      background: '#ffffff',
      font: { loadSystemFonts: true },
    })
      .render()
      .asPng(),
  )
}
