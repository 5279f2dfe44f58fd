import assert from 'node:assert/strict'
import { test } from 'node:test'
import { provinces, readDivisions } from './divisions.ts'
import { type DivisionLevel, nameDivision, nameFederation, writeOut } from './naming.ts'

function shortOf(level: DivisionLevel, name: string, code = ''): string {
  return nameFederation({ code, name, level }).shortName
}

function assertTable(level: DivisionLevel, table: string, code = ''): void {
  for (const line of table.trim().split(/\s+/)) {
    const [name = '', short] = line.split('→')
    assert.equal(shortOf(level, name, code), `${short}妇联`, name)
  }
}

test('the whole name keeps the place as it is, the short name is the customary one, the letterhead writes 妇联 out', () => {
  const naming = nameFederation({ code: '2224', name: '延边朝鲜族自治州', level: 'prefecture' })
  assert.deepEqual(naming, { name: '延边朝鲜族自治州妇联', shortName: '延边州妇联' })
  assert.equal(writeOut(naming.name), '延边朝鲜族自治州妇女联合会')
  assert.equal(writeOut('吉林市妇联之家'), '吉林市妇联之家')
})

test('provinces and prefectures', () => {
  const provinceTable = `吉林省→吉林省 北京市→北京市 内蒙古自治区→内蒙古 广西壮族自治区→广西 西藏自治区→西藏
    宁夏回族自治区→宁夏 新疆维吾尔自治区→新疆`
  assertTable('province', provinceTable)
  const prefectureTable = `长春市→长春市 延边朝鲜族自治州→延边州 恩施土家族苗族自治州→恩施州 海西蒙古族藏族自治州→海西州
    黔西南布依族苗族自治州→黔西南州 伊犁哈萨克自治州→伊犁州 巴音郭楞蒙古自治州→巴州 克孜勒苏柯尔克孜自治州→克州
    大理白族自治州→大理州 兴安盟→兴安盟 大兴安岭地区→大兴安岭地区`
  assertTable('prefecture', prefectureTable)
})

test('counties', () => {
  const table = `南关区→南关区 公主岭市→公主岭市 前郭尔罗斯蒙古族自治县→前郭县 伊通满族自治县→伊通县 长白朝鲜族自治县→长白县
    喀喇沁左翼蒙古族自治县→喀左县 隆林各族自治县→隆林县 东乡族自治县→东乡县 三都水族自治县→三都县
    积石山保安族东乡族撒拉族自治县→积石山县 双江拉祜族佤族布朗族傣族自治县→双江县 和布克赛尔蒙古自治县→和布克赛尔县
    鄂温克族自治旗→鄂温克旗 鄂伦春自治旗→鄂伦春旗 莫力达瓦达斡尔族自治旗→莫旗 科尔沁左翼中旗→科左中旗 敖汉旗→敖汉旗
    梅里斯达斡尔族区→梅里斯区 管城回族区→管城区 神农架林区→神农架林区 六枝特区→六枝特区
    长春经济技术开发区→长春经开区 长春净月高新技术产业开发区→长春净月高新区 长春汽车经济技术开发区→长春汽开区
    乌拉盖管理区管委会→乌拉盖管理区 大柴旦行政委员会→大柴旦行委`
  assertTable('county', table)
})

test('townships', () => {
  const table = `桃源街道→桃源街道 保康街道办事处→保康街道 卡伦湖镇→卡伦湖镇 莽卡满族乡→莽卡乡 叶赫满族镇→叶赫镇
    庙子沟蒙古族满族乡→庙子沟乡 金坪民族乡→金坪乡 音河达斡尔鄂温克民族乡→音河乡 东固畲族少数民族乡→东固乡
    达斡尔民族乡→达斡尔乡 满族屯满族乡→满族屯乡 民族团结乡→民族团结乡 胡族铺镇→胡族铺镇 白音苏木→白音苏木
    国营御道口牧场→国营御道口牧场 三间房林场→三间房林场 红光类似乡级单位→红光 肥东经济开发区管理委员会→肥东经开区
    长白山保护开发区池北区特殊乡镇→长白山保护开发区池北区 大安经济开发区（省级）→大安经开区 南磨房地区→南磨房地区`
  assertTable('township', table)
})

test('villages and communities lose their committees, however the source spells them', () => {
  const villages = `大垌村委会→大垌村 肖村村民委员会→肖村 时村→时村 为民村委会→为民村 杨家村村民委员会→杨家村 于彬村委员会→于彬村
    前刘庄村民委会→前刘庄村 李庄子村村民委会会→李庄子村 店东村民村委员会→店东村 大管村民委员会→大管村 委家庄村民委员会→委家庄村
    巴音牧委会→巴音村 峨堡村牧民委员会→峨堡村 大澳渔委会→大澳村 第一街委员会→第一街村 布寨嘎查村委员会→布寨嘎查
    新合嘎查人民委员会→新合嘎查 新月村委会（新月工业小区）（省级）→新月村 （高家坪村委会）→高家坪村 扎玛村（一村）委会→扎玛村
    上(田本)村村委会→上（田本）村 果树农场（特殊村委会）→果树农场 西张口村委会村民委员会→西张口村 肖家道村会→肖家道村
    红旗农场虚拟生活区→红旗农场生活区 第三生产队→第三生产队`
  assertTable('village', villages, '220102001201')
  const communities = `华阳社区→华阳社区 多福巷社区居委会→多福巷社区 龙镇居委会→龙镇社区 人民居委会→人民社区 万居居委会→万居社区
    安居社区居委会→安居社区 兴华居民社区委员会→兴华居民社区 逸园社区居民管理委员会→逸园社区 凤凰社区居名委员会→凤凰社区
    市第一医院家委会→市第一医院社区 霞辉庙社区居委→霞辉庙社区 省委社区→省委社区 第一居民委员会社区→第一社区 金鼎社区居民会→金鼎社区
    乌龙巷居委会（社区）→乌龙巷社区 合隆居委会（合隆经济开发区）（省级）→合隆社区 松城街道虚拟社区→松城街道社区 郭庄街委员会→郭庄街社区`
  assertTable('village', communities, '220102001001')
})

test('names of one place stay apart', () => {
  assert.notEqual(shortOf('village', '幸福村委会', '220102001201'), shortOf('village', '幸福居委会', '220102001001'))
  assert.equal(shortOf('village', '康乐社区（滨河）'), '康乐社区（滨河）妇联')
  const inJilin = readDivisions('22').map(place => `${place.parent} ${nameDivision(place).shortName}`)
  assert.equal(new Set(inJilin).size, inJilin.length, 'two units of the same name below one parent')
})

test('in all 31 provinces no committee stays in a name, and few villages end in something else than a village does', () => {
  const offices = /管委会|管理委员会|治理委员会|管理区委员会|家属委员会/
  let others = 0
  for (const { code } of provinces()) {
    for (const place of readDivisions(code)) {
      const { name, shortName } = nameDivision(place)
      assert.ok(name.length > 1 && shortName.length > 1, place.name)
      if (place.level !== 'village') continue
      assert.ok(!/委员?会/.test(name) || offices.test(name), `${place.code} ${place.name} → ${name}`)
      if (!/(?:村|社区|嘎查|生活区|管理区|队)$/.test(name)) others++
    }
  }
  assert.ok(others < 80, `${others} villages with other endings`)
})
