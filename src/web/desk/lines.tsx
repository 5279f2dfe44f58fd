import { useEffect, useRef, useState } from 'react'
import { Figure } from '../figure.tsx'
import { numberText } from '../number.ts'
import { useWords } from '../words.ts'
import { useDark } from './desk.tsx'
import { init, token } from './echarts.ts'

type Values = readonly (number | null)[]
type Props = {
  title: string
  unit: string
  values: Values
  lastYear: Values
  /** The month of this year that is not over yet (1–12), or none. */
  open?: number
}

/** A year month by month beside the year before: mine in indigo, last year in grey, named at the lines' ends; a table behind it. */
export default function Lines({ title, unit, values, lastYear, open }: Props) {
  const t = useWords()
  const [asTable, setAsTable] = useState(false)
  return (
    <section>
      <div className="sec">
        <h2>{title}</h2>
        <span className="note">{t(`common.units.${unit}`)}</span>
        <button type="button" className="act r" aria-pressed={asTable} onClick={() => setAsTable(!asTable)}>
          {t(asTable ? 'figures.asChart' : 'figures.asTable')}
        </button>
      </div>
      {asTable ? (
        <MonthTable values={values} lastYear={lastYear} />
      ) : (
        <Drawing {...{ title, values, lastYear }} {...(open === undefined ? {} : { open })} />
      )}
    </section>
  )
}

function MonthTable({ values, lastYear }: { values: Values; lastYear: Values }) {
  const t = useWords()
  return (
    <table className="recs">
      <thead>
        <tr>
          <th scope="col">{t('figures.month')}</th>
          <th scope="col" className="num">
            {t('figures.thisYear')}
          </th>
          <th scope="col" className="num">
            {t('figures.lastYear')}
          </th>
        </tr>
      </thead>
      <tbody>
        {values.map((value, index) => (
          // months never change places
          <tr key={index}>
            <th scope="row">{t('figures.monthNo', { month: index + 1 })}</th>
            <td className="num">
              <Figure value={value} bare />
            </td>
            <td className="num">
              <Figure value={lastYear[index] ?? null} bare />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Drawing({ title, values, lastYear, open }: Omit<Props, 'unit'>) {
  const t = useWords()
  const box = useRef<HTMLDivElement>(null)
  const dark = useDark()
  useEffect(() => {
    if (!box.current) return
    const chart = init(box.current)
    const colour = { line: token('--line'), note: token('--ink-3'), mine: token('--indigo'), was: token('--edge') }
    // as large as the page's own notes, for elder eyes too
    const fontSize = Math.max(12, 0.857 * Number.parseFloat(getComputedStyle(document.documentElement).fontSize))
    const label = { color: colour.note, fontSize, fontFamily: token('--font') }
    const peak = values.reduce<number>((at, value, i) => ((value ?? -1) > (values[at] ?? -1) ? i : at), 0)
    const whole = values.map((value, i) => (open !== undefined && i >= open - 1 ? null : value))
    const part = values.map((value, i) => (open !== undefined && (i === open - 2 || i === open - 1) ? value : null))
    const line = { type: 'line' as const, symbol: 'none', silent: true, animation: false }
    chart.setOption({
      animation: false,
      aria: { enabled: true, label: { description: title } },
      grid: { left: 44, right: 56, top: 26, bottom: 24 },
      xAxis: {
        type: 'category',
        data: values.map((_, i) => (i === 0 ? t('figures.monthNo', { month: 1 }) : String(i + 1))),
        boundaryGap: false,
        axisLine: { show: false },
        axisTick: { show: false },
        axisLabel: label,
      },
      yAxis: {
        type: 'value',
        splitNumber: 3,
        // what is counted has no halves
        minInterval: [...values, ...lastYear].every(value => Number.isInteger(value ?? 0)) ? 1 : 0,
        splitLine: { lineStyle: { color: colour.line } },
        axisLabel: { ...label, formatter: (value: number) => numberText(value) },
      },
      series: [
        {
          ...line,
          data: lastYear,
          lineStyle: { color: colour.was, width: 1.2 },
          endLabel: { show: true, formatter: t('figures.lastYear'), ...label },
        },
        {
          ...line,
          data: whole,
          lineStyle: { color: colour.mine, width: 2 },
          markPoint: {
            symbol: 'circle',
            symbolSize: 7,
            itemStyle: { color: colour.mine },
            data: values[peak] == null ? [] : [{ coord: [peak, values[peak]] }],
            label: {
              show: true,
              position: 'top',
              distance: 6,
              formatter: t('figures.peak', { month: peak + 1, value: numberText(values[peak] ?? 0) }),
              color: colour.mine,
              fontWeight: 600,
              fontSize,
              fontFamily: label.fontFamily,
            },
          },
        },
        { ...line, data: part, lineStyle: { color: colour.mine, width: 2, type: 'dotted' } },
      ],
    })
    const fit = new ResizeObserver(() => chart.resize())
    fit.observe(box.current)
    return () => {
      fit.disconnect()
      chart.dispose()
    }
  }, [values, lastYear, open, title, dark, t])
  return <div className="chart" ref={box} role="img" aria-label={title} />
}
