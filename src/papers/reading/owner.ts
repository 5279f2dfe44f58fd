import type { Level } from './figure.ts'

export type Owner = { level: Level; orgName: string | null }

const PROVINCES =
  '北京市 天津市 上海市 重庆市 河北省 山西省 辽宁省 吉林省 黑龙江省 江苏省 浙江省 安徽省 福建省 江西省 山东省 河南省 湖北省 湖南省 ' +
  '广东省 海南省 四川省 贵州省 云南省 陕西省 甘肃省 青海省 台湾省 内蒙古自治区 广西壮族自治区 西藏自治区 宁夏回族自治区 新疆维吾尔自治区'
const SHORT = new Map(PROVINCES.split(' ').map(name => [name.replace(/壮族|回族|维吾尔|自治区|[省市]$/g, ''), name]))
const MUNICIPALITIES = /^(?:北京|天津|上海|重庆)市$/
const LEVEL_WORDS: [Level, RegExp][] = [
  ['province', /全省|省妇联|我省|省委|全自治区|自治区党委|自治区妇联/g],
  ['prefecture', /全市|全州|全盟|市妇联|州妇联|盟妇联|我市|我州|市委|州委/g],
  ['county', /全县|全旗|县妇联|旗妇联|我县|县委/g],
  ['township', /全镇|全乡|镇妇联|乡妇联|街道妇联|我镇|我乡/g],
]
const SUFFIX: Record<string, string> = {
  province: '(?:省|自治区)',
  prefecture: '(?:市|自治州|州|盟|地区)',
  county: '(?:县|旗|区|市)',
  township: '(?:镇|乡|街道)',
}
const NOT_NAMES =
  /全|各|我|该|本|设区|地级|县级|省级|市级|州级|乡级|村|社区|城市|都市|超市|集市|城区|地区|园区|校区|景区|片区|山区|牧区|郊区|新区|辖区|灾区|城乡|下乡|返乡|回乡|家乡|老乡|兴乡|思乡|兄弟|直属|广|两|三|多|个|大|上|在|由|省|推|进|成|加|强|动|立|建|从|向|为|是|的|和|与|对/

/** Whose report this is: the level its words speak of most, and the place it names most at that level. */
export function ownerOf(text: string): Owner {
  const [level] = LEVEL_WORDS.map(([name, words]) => [name, text.match(words)?.length ?? 0] as const).sort(
    (one, two) => two[1] - one[1],
  )[0] ?? ['province']
  if (level === 'prefecture') {
    const city = [...text.matchAll(/(?:北京|天津|上海|重庆)(?=市?妇(?:女联合会|联))/g)][0]
    if (city) return { level: 'province', orgName: `${city[0]}市` }
  }
  return { level, orgName: (level === 'province' ? provinceIn(text) : null) ?? placeIn(text, level) }
}

/** A clause that begins with a place of its own (青岚市举办…) tells of that place. */
export function ownerInClause(clause: string, owner: Owner): Owner {
  if (/^(?:从|在)?全国\d/.test(clause)) return { level: 'national', orgName: '全国' }
  if (owner.level !== 'province') return owner
  const place =
    /^(\p{Script=Han}{2,4}?(市|自治州|县|区))(?=举办|开展|建立|建成|组织|探索|成立|妇联|率先|打造|创新|引进|首创|推行|在全)/u.exec(
      clause,
    )
  const name = place?.[1]
  if (!name || NOT_NAMES.test(name.slice(0, -1)) || name === owner.orgName) return owner
  return { level: place?.[2] === '市' || place?.[2] === '自治州' ? 'prefecture' : 'county', orgName: name }
}

const TIERS: [Level, RegExp][] = [
  [
    'village',
    /村(?:\(社区\)|\(居\)|级|一级|妇联|委会|书记|主任|两委|“两委”|妇代会|党组织)|社区(?:书记|主任|妇联|两委|“两委”)|居委会/,
  ],
  ['township', /乡镇|乡级|镇级|乡\(镇\)/],
  ['county', /县级|县区|县一级|县\(市\)区|县\(市、区\)|区妇联|县妇联|县市区/],
  ['prefecture', /设区市|市\(州\)|市州|地市级/],
]
const ORDER: Level[] = ['national', 'province', 'prefecture', 'county', 'township', 'village']

/** The level a figure is about where it is below the report's own: 村级, 乡镇, 县(市、区), 设区市. */
export function tierOf(words: string, owner: Level): Level | null {
  const tier = TIERS.find(([, pattern]) => pattern.test(words))?.[0]
  return tier && ORDER.indexOf(tier) > ORDER.indexOf(owner) ? tier : null
}

function provinceIn(text: string): string | null {
  const counts = [...SHORT]
    .map(([short, name]) => [name, text.split(short).length - 1] as const)
    .sort((one, two) => two[1] - one[1])
  const [name, count] = counts[0] ?? [null, 0]
  return count > 0 && !(name && MUNICIPALITIES.test(name) && count < 2) ? name : null
}

function placeIn(text: string, level: string): string | null {
  const counts = new Map<string, number>()
  for (const found of text.matchAll(new RegExp(`\\p{Script=Han}{2,4}?${SUFFIX[level] ?? ''}`, 'gu'))) {
    for (let cut = 0; found[0].length - cut >= 3; cut++) {
      const name = found[0].slice(cut)
      if (NOT_NAMES.test(name.replace(new RegExp(`${SUFFIX[level] ?? ''}$`), '')) || SHORT.has(name)) continue
      const named = text.startsWith('妇', found.index + found[0].length) ? 2 : 1
      counts.set(name, (counts.get(name) ?? 0) + named)
    }
  }
  const [best] = [...counts].sort((one, two) => two[1] - one[1] || one[0].length - two[0].length)
  return best?.[0] ?? null
}
