// The customary short names of divisions: 延边州, 前郭县, 科左中旗, 长春经开区. Takes whole names, as nameDivision makes them.

export function shortProvince(name: string): string {
  return name.replace(/(?:壮族|回族|维吾尔)?自治区$/, '')
}

export function shortPrefecture(name: string): string {
  return customary.get(name) ?? withoutPeoples(name, '自治州', '州')
}

export function shortCounty(name: string): string {
  const known = customary.get(name)
  if (known) return known
  if (name.endsWith('自治县')) return withoutPeoples(name, '自治县', '县')
  if (name.endsWith('自治旗')) return withoutPeoples(name, '自治旗', '旗')
  return shortZone(name.replace(new RegExp(`^(..+)${people}族区$`), '$1区'))
}

/** 莽卡满族乡 is 莽卡乡 to those who live there; where less than two characters would stay, the name is kept. */
export function shortTownship(name: string): string {
  const [, stem, kind] = ethnicTownship.exec(name) ?? []
  return stem && kind ? stem + kind : shortZone(name)
}

/** What custom says where no rule leads to it. */
const customary = new Map([
  ['博尔塔拉蒙古自治州', '博州'],
  ['巴音郭楞蒙古自治州', '巴州'],
  ['克孜勒苏柯尔克孜自治州', '克州'],
  ['前郭尔罗斯蒙古族自治县', '前郭县'],
  ['杜尔伯特蒙古族自治县', '杜蒙县'],
  ['阜新蒙古族自治县', '阜蒙县'],
  ['喀喇沁左翼蒙古族自治县', '喀左县'],
  ['塔什库尔干塔吉克自治县', '塔县'],
  ['莫力达瓦达斡尔族自治旗', '莫旗'],
  ['达尔罕茂明安联合旗', '达茂旗'],
  ['土默特左旗', '土左旗'],
  ['土默特右旗', '土右旗'],
  ['科尔沁左翼中旗', '科左中旗'],
  ['科尔沁左翼后旗', '科左后旗'],
  ['科尔沁右翼前旗', '科右前旗'],
  ['科尔沁右翼中旗', '科右中旗'],
  ['察哈尔右翼前旗', '察右前旗'],
  ['察哈尔右翼中旗', '察右中旗'],
  ['察哈尔右翼后旗', '察右后旗'],
  ['东乌珠穆沁旗', '东乌旗'],
  ['西乌珠穆沁旗', '西乌旗'],
  ['长春汽车经济技术开发区', '长春汽开区'],
  ['郑州航空港经济综合实验区', '郑州航空港区'],
  ['中沙群岛的岛礁及其海域', '中沙群岛'],
  ['大柴旦行政委员会', '大柴旦行委'],
])

const longNames = `
  蒙古 维吾尔 布依 朝鲜 土家 哈尼 哈萨克 傈僳 拉祜 东乡 纳西 景颇 柯尔克孜 达斡尔 仫佬 布朗 撒拉
  毛南 仡佬 锡伯 阿昌 普米 塔吉克 乌孜别克 俄罗斯 鄂温克 德昂 保安 裕固 塔塔尔 独龙 鄂伦春 赫哲
  门巴 珞巴 基诺 高山
`
const names = `${longNames} 回 藏 苗 彝 壮 满 侗 瑶 白 傣 黎 佤 畲 水 土 羌 怒 京 各`
const people = oneOf(names)
/** Names of more than one character also stand without 族: 和布克赛尔蒙古自治县. */
const longPeople = oneOf(longNames)
const peopleAtEnd = new RegExp(`(?:${people}族)+$|${longPeople}$`)
const ethnicTownship = new RegExp(`^(..+?)(?:(?:${people}族)+|(?:${people}族|${longPeople})*(?:少数)?民族)(乡|镇)$`)

/** 延边朝鲜族自治州 → 延边州; a unit called after its people alone keeps that name: 东乡族自治县 → 东乡县. */
function withoutPeoples(name: string, ending: string, short: string): string {
  if (!name.endsWith(ending)) return name
  const stem = name.slice(0, -ending.length)
  return (stem.replace(peopleAtEnd, '') || stem.replace(/族$/, '')) + short
}

function shortZone(name: string): string {
  return name.replace(/高新?技术(?:产业)?(?:开发区|园区)$/, '高新区').replace(/经济(?:技术)?开发区$/, '经开区')
}

function oneOf(words: string): string {
  return `(?:${words.trim().split(/\s+/).join('|')})`
}
