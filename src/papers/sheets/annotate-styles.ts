import { elements, type Element } from './xml.ts'

/** A look a cell gets on top of the one it has: washed; or words beside the row, plain or washed. */
export type Look = 'wash' | 'result' | 'bad-result'

/** The wash of what is wrong, as on the screen (cinnabar-wash). */
const WASH = 'FFFBE7DB'
/** Excel's own limit is 65,490 looks in one workbook. */
const MOST_LOOKS = 65_000
const NOTHING: Element = { whole: '', tag: '', inner: '' }

/** The looks of a workbook, with new ones made from old ones when they are needed. */
export type Looks = {
  /** The number of the style that is `style` with the look on top. */
  readonly on: (style: number, look: Look) => number
  /** styles.xml with what was added. */
  readonly xml: () => string
}

/** Reads styles.xml; null when the workbook has none. Everything it holds is kept as it is, new looks are put behind. */
export function looksOf(styles: string | null): Looks {
  const xml = styles !== null && /<(?:\w+:)?cellXfs[\s>]/.test(styles) ? withFills(styles) : BARE
  const prefix = /<(\w+:)?cellXfs[\s>]/.exec(xml)?.[1] ?? ''
  const [fills = NOTHING] = elements(xml, 'fills')
  const [formats = NOTHING] = elements(xml, 'cellXfs')
  const old = elements(formats.inner, 'xf')
  const washFill = Array.from(fills.inner.matchAll(new RegExp(`<${prefix}fill[\\s/>]`, 'g'))).length
  const added: string[] = []
  const known = new Map<string, number>()
  return {
    on(style, look) {
      const key = `${style} ${look}`
      const made = known.get(key)
      if (made !== undefined) return made
      const base = old[style] ?? old[0] ?? { ...NOTHING, tag: ' numFmtId="0" fontId="0" fillId="0" borderId="0"' }
      const number =
        old.length + added.length < MOST_LOOKS
          ? old.length + added.push(dressed(base, look, washFill, prefix)) - 1
          : style
      known.set(key, number)
      return number
    },
    xml() {
      if (added.length === 0) return xml
      const fill = `<${prefix}fill><${prefix}patternFill patternType="solid"><${prefix}fgColor rgb="${WASH}"/><${prefix}bgColor indexed="64"/></${prefix}patternFill></${prefix}fill>`
      const cells = `<${prefix}cellXfs count="${old.length + added.length}">${formats.inner}${added.join('')}</${prefix}cellXfs>`
      const filled = `<${prefix}fills count="${washFill + 1}">${fills.inner}${fill}</${prefix}fills>`
      return xml.replace(formats.whole, () => cells).replace(fills.whole, () => filled)
    },
  }
}

function dressed(base: Element, look: Look, washFill: number, prefix: string): string {
  let tag = base.tag.trimEnd()
  let inner = base.inner
  if (look !== 'result') tag = withAttributes(tag, { fillId: String(washFill), applyFill: '1' })
  if (look !== 'wash') {
    tag = withAttributes(tag, {
      numFmtId: '0',
      fontId: '0',
      applyNumberFormat: '1',
      applyFont: '1',
      applyAlignment: '1',
    })
    inner = `<${prefix}alignment horizontal="left" vertical="center" wrapText="1"/>${inner.replace(/<(?:\w+:)?alignment\b[^>]*?\/>/, '')}`
  }
  return `<${prefix}xf${tag}${inner ? `>${inner}</${prefix}xf>` : '/>'}`
}

/** The inside of a start tag with some attributes set, in place when they are there. */
export function withAttributes(tag: string, values: Readonly<Record<string, string>>): string {
  let text = tag
  for (const [name, value] of Object.entries(values)) {
    const old = new RegExp(`(^|\\s)${name}\\s*=\\s*(?:"[^"]*"|'[^']*')`)
    text = old.test(text)
      ? text.replace(old, (_, space: string) => `${space}${name}="${value}"`)
      : `${text} ${name}="${value}"`
  }
  return text
}

/** Some programs leave out what they do not use. */
function withFills(xml: string): string {
  if (/<(?:\w+:)?fills[\s>]/.test(xml)) return xml
  return xml.replace(/<(\w+:)?(?=(?:borders|cellStyleXfs|cellXfs)[\s>])/, (next, prefix: string = '') => {
    const none = (kind: string) => `<${prefix}fill><${prefix}patternFill patternType="${kind}"/></${prefix}fill>`
    return `<${prefix}fills count="2">${none('none')}${none('gray125')}</${prefix}fills>${next}`
  })
}

const BARE = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><fonts count="1"><font><sz val="11"/><name val="宋体"/><charset val="134"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/></cellXfs></styleSheet>`
