import { LineChart, MapChart } from 'echarts/charts'
import {
  AriaComponent,
  GeoComponent,
  GridComponent,
  MarkPointComponent,
  TooltipComponent,
  VisualMapComponent,
} from 'echarts/components'
import { init, registerMap, use } from 'echarts/core'
import { CanvasRenderer } from 'echarts/renderers'

use([
  LineChart,
  MapChart,
  GridComponent,
  MarkPointComponent,
  GeoComponent,
  TooltipComponent,
  VisualMapComponent,
  AriaComponent,
  CanvasRenderer,
])

export { init, registerMap }

/** A token of the page's look as the browser sees it now. */
export const token = (name: string): string => getComputedStyle(document.documentElement).getPropertyValue(name).trim()
