const NUMBER = '[一两二三四五六七八九十\\d]+'
const NAMED: RegExp[] = [
  new RegExp(`连续${NUMBER}个?年`, 'g'),
  /(?:截至|截止)(?:到)?(?:20\d\d年(?:\d{1,2}月)?(?:底|末)?|目前|\d{1,2}月底?)/g,
  /20\d\d年(?:至|[—~–-])(?:20\d\d)年|20\d\d[—~–-]20\d\d年/g,
  /20\d\d年(?:以来)?/g,
  /“?十[一二三四五]五”?(?=时期|期间|规划|以来|末|妇女|儿童|”)/g,
  new RegExp(`(?:过去|近|这|最近)?${NUMBER}年(?:来|间|多来)|(?:过去|近|这)${NUMBER}年`, 'g'),
  /[^,。;\n]{2,14}(?:妇代会|代表大会|妇女[一二三四五六七八九十]+大|党代会)以来/g,
  /近年来|多年来|今年以来|去年以来/g,
  /换届后|换届之后|任期内|目前|至今/g,
  /每(?:个)?(?:年|月|季度|周|半年)/g,
]

/**
 * The period a figure is of, in the report's own words (五年来, 2022年, 截至目前, 换届后): said in its clause, or
 * before it in its sentence; a figure of what happened takes the period the whole report speaks of. Years in titles
 * are the titles' own.
 */
export function periodOf(
  clause: string,
  sentenceBefore: string,
  whole: string | null,
  happened: boolean,
): string | null {
  return lastPeriod(untitled(clause), true) ?? lastPeriod(untitled(sentenceBefore), false) ?? (happened ? whole : null)
}

/** The period a report speaks of as a whole: so many years, or since a congress. */
export function wholePeriod(text: string): string | null {
  const years = new RegExp(`(?:过去|近|这)?${NUMBER}年来|过去${NUMBER}年`).exec(text)?.[0]
  if (years) return years
  const congress =
    /(?<![\p{Script=Han}])([\p{Script=Han}]{0,10}(?:妇代会|妇女代表大会|妇女[一二三四五六七八九十]+大)以来)/u.exec(
      text,
    )?.[1]
  return congress ?? /近年来|“?十[一二三四五]五”?(?:时期|期间)/.exec(text)?.[0] ?? null
}

function untitled(words: string): string {
  return words.replace(/《[^》]*》/g, '')
}

function lastPeriod(words: string, clause: boolean): string | null {
  let last: { word: string; at: number } | null = null
  for (const pattern of NAMED) {
    for (const found of words.matchAll(pattern)) {
      if (!clause && found[0].startsWith('每')) continue
      const inside = last && found.index < last.at + last.word.length
      if (!last || (!inside && found.index >= last.at)) last = { word: found[0], at: found.index }
    }
  }
  return last?.word ?? null
}
