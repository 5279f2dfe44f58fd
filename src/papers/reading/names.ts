/**
 * Names whose digits or numerals would otherwise be read with the unit behind them. Whatever has no unit behind it
 * (years, dates, 十九大, 17号, 1+N+X) needs no entry here: a number without a unit is not a figure.
 */
const PATTERNS: RegExp[] = [
  // Telephone numbers of public lines, which stand before 妇女, 家庭 or 个.
  /(?<![\d.])(?:12338|12345|12348|12355|12356|12320|12309|12333|12368|12393|12315)(?![\d.,万亿千余多名个人场次户件元%所])/g,
  /(?<![\d.])1(?:10|20|19|22|14)(?=家庭暴力|家暴|反家|报警|接警|出警|急救|指挥|便民|热线|电话|联动|平台|火警)/g,
  // Addresses.
  /(?:https?:\/\/|www\.)[^\s\p{Script=Han}]+/giu,
  // Dates and times written with figures only, and spans of years.
  /\d{4}[-/.]\d{1,2}[-/.]\d{1,2}/g,
  /\d{1,2}:\d{2}(?::\d{2})?/g,
  /(?:19|20)\d{2}(?:[—~–-]+|至|到|、|和)(?:19|20)?\d{2}(?=年|\D)/g,
  /\d{1,4}年(?:\d{1,2}月)?(?:\d{1,2}日)?/g,
  /\d{1,2}月(?:\d{1,2}日)?(?:[—~–-]|至|到)?(?:\d{1,2}月)?(?:\d{1,2}日)?/g,
  // Terms of congresses: 省十三次妇代会, 二十届三中全会, 十四届人大.
  /[一二三四五六七八九十]{1,3}次(?=妇代会|妇女代表|代表大会|党代会|团代会|全国妇|中国妇|全委|执委|常委|全会|全体)|(?<=届)[一二三四五六七八九十]{1,3}次/g,
  /[一二三四五六七八九十]{1,3}届(?=[一二三四五六七八九十]+[中次]|中央|全国|全省|省委|市委|县委|区委|州委|人大|政协|[、和及])/g,
  // Papers: 〔2022〕17号.
  /[〔[【(]\d{4}[〕\]】)]第?\d+号/g,
  // Models and methods written with plus signs, and service around the clock.
  /(?<![\w.])[\dA-Za-z一二三四五六七八九](?:\+[\dA-Za-z一二三四五六七八九]{1,2})+/g,
  /(?:7|七)[×xX*]24小时|(?:24|二十四)小时/g,
  /\d对\d/g,
  // Ages of those served.
  /\d+(?:周岁|岁|个月|月)?(?:[—~–-]|至|到)\d+(?:周岁|岁|个月|月龄)/g,
  // Denominators: 每千人口, 每10万人, 每万名.
  /每(?:\d+万?|[百千万]|十万)(?:名|人|个|户|常住)?/g,
  // Watchwords of the time: 两个确立, 四个自信, 三个方面.
  /[两三四五六七八九十]个(?=确立|维护|意识|自信|全面|代表|服从|必须|坚持|聚焦|导向|突出|强化|着力|一|提升|结合|带头|转变|方面|层面|环节|阶段|步骤|维度|更|到位|不|明确|善于|落实|关键|注重|围绕|文明|建设|离不开|毫不|如何|务必|基本点)/g,
  /(?<!\d)[2-9两二三四五六七八九]个(?=\d+(?:\.\d+)?%|百分[之百])|(?:56|五十六)个(?=民族)|(?:985|211)(?=高校|院校|大学|工程)/g,
  /[两三四五]项(?=制度|基本原则|纪律)/g,
  // Idioms with 千, 万 and 百.
  /千家万户|千千万万|成千上万|成百上千|万千|千方百计|万家|百家讲坛|百家争鸣|百姓|百年|百日|千户万户|进千户|走百家|百强|百佳|一家一户|三口之家|红十字|千头万绪|千人千面|千门万户|三次分配|[四五]套班子|两节|三位一体|四位一体|五位一体|三个一批|[三四五]期(?=工程|项目|建设|叠加)/g,
  // Places whose names begin like a count.
  /三门(?=峡|县)|[三五七九]台(?=县|山|河|区|市)|五家渠|六家子|三家子|三道|二道|八面城|九所|三所里/g,
]

/** Marks the positions in `text` that belong to names rather than figures. */
export function maskNames(text: string): Uint8Array {
  const mask = new Uint8Array(text.length)
  for (const pattern of PATTERNS) {
    for (const found of text.matchAll(pattern)) mask.fill(1, found.index, found.index + found[0].length)
  }
  return mask
}
