// A village or community without its committee: 桃源社区居委会 → 桃源社区, 大垌村委会 → 大垌村. The source spells committees in
// some hundred ways (村民委会, 居名委员会, 村委会会 …), so the rules go by 委 and the characters that may stand around it.

/** `code` decides what a name leaves open: its last three digits are 200–399 or 500–599 for villages and the like. */
export function villageName(name: string, code: string): string {
  const plain = withoutNotes(name.replace(/(?:虚拟|类似)(?=社区|生活区|居委会)/, ''))
  const [, residents] = residentsCommittee.exec(plain) ?? communityCommittee.exec(plain) ?? []
  if (residents) return residents.endsWith('社区') ? residents : `${residents}社区`
  const [, villagers, kind] = villagersCommittee.exec(plain) ?? []
  if (villagers && (kind || !/管理?$/.test(villagers))) return villageOrCommunity(villagers, kind ?? '', code)
  return withoutInnerCommittee(plain)
}

const committee = '委[员会委民]*$'
const residentsCommittee = new RegExp(`^(.+?)(?:居[民名]?|(?<=社区)(?:居居|民居|居民居)|家属?)(?:管理)?${committee}`)
const communityCommittee = new RegExp(`^(.+社区)(?:(?:村民|居委|民)?(?:管理)?${committee}|居[民员]?会?$)`)
const villagersCommittee = new RegExp(
  `^(.+?)(村民[民村员]?|村[名员]?|(?<=村)(?:民员?|和民|街民)|牧民?|渔民?|人民|街道|)${committee}`,
)

function villageOrCommunity(stem: string, kind: string, code: string): string {
  if (/委员?会$/.test(stem)) return villageName(stem, code)
  if (/(?:村|嘎查|社区|队)$/.test(stem)) return stem
  const isVillage = /[村牧渔]/.test(kind) || /[235]..$/.test(code)
  return stem + (isVillage ? '村' : '社区')
}

/** 新月村委会（新月工业小区）（省级） → 新月村委会; a bracket that tells two names apart stays: 生活区（滨河）. */
function withoutNotes(name: string): string {
  const shorter = name
    .replace(/^（(.+)）$/, '$1')
    .replace(/(?<=村)（(?:居|[^（）]+村)）(?=委)/, '')
    .replace(/(?<=[委会员])（[^（）]+）+$|（(?:省级|特殊村委会|特殊社区|村委会|社区|筹备组)）+$/, '')
  return shorter === name ? name : withoutNotes(shorter)
}

/** 第一居民委员会社区 → 第一社区; 高砂村委会婺源生态工业园区 → 高砂村婺源生态工业园区. */
function withoutInnerCommittee(name: string): string {
  return name
    .replace(/(?:[村居渔]委|[村居渔]民委员)会(?=(?:社区|生活区|村)$)/, '')
    .replace(/社区社区$/, '社区')
    .replace(/村(?:委|民委员)会(?=.)/, '村')
    .replace(/居(?:委|民委员)会(?=.)/, '')
    .replace(/(?<=村)(?:村?村|季|民会员)?会$/, '')
}
