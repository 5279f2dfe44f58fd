/**
 * A name as a public notice may show it (PIPL art. 25 and 28: the least that lets neighbours recognise it): the middle of a person's
 * name is hidden, of a short one the end. A family keeps the word that says so; a collective is no person and stands whole.
 */
export function masked(name: string): string {
  const said = name.normalize('NFC').trim()
  if (named.test(said) || ([...said].length > 4 && kind.test(said))) return said
  const [, person = said, family = ''] = /^(.+?)((?:一家|家庭|家|夫妇)(?:.{0,3}口)?)$/.exec(said) ?? []
  if (/^[\p{Script=Latin}\s.'-]+$/u.test(person)) return person.replace(/(\p{L})\p{L}+/gu, '$1***') + family
  const signs = [...person]
  if (signs.length <= 1) return said === person ? '*' : `*${family}`
  if (signs.length === 2) return `${signs[0]}*${family}`
  return `${signs[0]}${'*'.repeat(signs.length - 2)}${signs.at(-1)}${family}`
}

/** Words that end the name of no person … */
const named =
  /(妇联|社区|街道|公司|中心|大队|支队|中队|医院|学校|小学|中学|幼儿园|大学|学院|集团|合作社|协会|服务队|宣讲队|志愿队|艺术团|法庭|法院|检察院|银行|支行|项目|案例|做法|妇女之家|微家|工作室|基地|班组|小组)$/
/** … and signs that end both: a short name that ends in one is taken for a person's. */
const kind = /[村队所站岗班组局厅委团部科处厂店]$/
