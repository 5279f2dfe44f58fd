import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readDivisions } from './divisions.ts'
import { nameDivision, nameFederation } from './naming.ts'
import { placeReadings } from './place-readings.ts'
import { searchNeedle, spell, unitSearchText } from './spelling.ts'

test('names are spelled as the places are called', () => {
  const table =
    `吉林省 jilinsheng 长春市 changchunshi 重庆市 chongqingshi 厦门市 xiamenshi 乐亭县 laotingxian 乐清市 yueqingshi
    乐山市 leshanshi 六安市 luanshi 六合区 luhequ 六盘水市 liupanshuishi 蚌埠市 bengbushi 丽水市 lishuishi 台州市 taizhoushi
    浚县 xunxian 单县 shanxian 蔚县 yuxian 莘县 shenxian 莘庄镇 xinzhuangzhen 歙县 shexian 黟县 yixian 涡阳县 guoyangxian
    亳州市 bozhoushi 长子县 zhangzixian 长治市 changzhishi 洪洞县 hongtongxian 解州镇 haizhouzhen 大城县 daichengxian
    大城子镇 dachengzizhen 珲春市 hunchunshi 和龙市 helongshi 镇赉县 zhenlaixian 乾安县 qiananxian 桦甸市 huadianshi
    穆棱市 mulingshi 绿园区 lvyuanqu 略阳县 lueyangxian 江都区 jiangduqu 成都市 chengdushi 东阿县 dongexian 喀什地区 kashidiqu
    尉犁县 yulixian 宕昌县 tanchangxian 黄陂区 huangpiqu 铅山县 yanshanxian 番禺区 panyuqu 东莞市 dongguanshi 盱眙县 xuyixian
    曾家村 zengjiacun 单家庄 shanjiazhuang 解家屯 xiejiatun 人参场社区 renshenchangshequ 恒厦社区 hengshashequ
    朝阳区 chaoyangqu 朝霞街道 zhaoxiajiedao 民乐村 minlecun 十里堡街道 shilipujiedao`.split(/\s+/)
  for (let at = 0; at < table.length; at += 2) assert.equal(spell(table[at] ?? '').pinyin, table[at + 1], table[at])
})

test('initials are the first letters; digits stay, brackets and unknown characters do not count', () => {
  assert.deepEqual(spell('黄寺大街24号社区'), { pinyin: 'huangsidajie24haoshequ', initials: 'hsdj24hsq' })
  assert.deepEqual(spell('幸福e家（Ａ区）'), { pinyin: 'xingfuejiaaqu', initials: 'xfejaq' })
  assert.deepEqual(spell('那𡌶村'), { pinyin: 'nacun', initials: 'nc' })
  assert.deepEqual(spell(''), { pinyin: '', initials: '' })
})

test('every reading has one syllable for each character', () => {
  for (const [phrase, syllables] of placeReadings) assert.equal([...phrase].length, syllables.length, phrase)
})

test('the search text holds both names, both spellings where readings differ, and the code, each word once', () => {
  const yanbian = { ...nameFederation({ code: '2224', name: '延边朝鲜族自治州', level: 'prefecture' }), code: '2224' }
  assert.equal(
    unitSearchText(yanbian),
    ' 延边州 yanbianzhou ybz 延边朝鲜族自治州 yanbianchaoxianzuzizhizhou ybcxzzzz 2224',
  )
  const leting = { name: '乐亭县妇联', shortName: '乐亭县妇联', code: null }
  assert.equal(unitSearchText(leting), ' 乐亭县 laotingxian ltx letingxian')
  assert.equal(unitSearchText({ name: '某某大学妇女委员会', shortName: '某大妇委会' }).split(' ').length, 7)
})

test('whatever is typed for a unit is found in its search text', () => {
  const text = unitSearchText({ name: '长春市绿园区妇联', shortName: '绿园区妇联', code: '220106' })
  for (const typed of [
    '绿园',
    '绿园区妇联',
    ' 绿园区 妇联 ',
    'LvYuan',
    'lüyuan',
    "lv'yuan",
    'ｌｙｑ',
    'lvyuanqufulian',
    '220106',
  ]) {
    const needle = searchNeedle(typed)
    assert.ok(needle && text.includes(` ${needle}`), `${typed} → ${needle}`)
  }
  for (const typed of ['', '  ', '妇联', '（）']) assert.equal(searchNeedle(typed), '', typed)
})

test('all of Jilin is spelled within two seconds, no name without letters', () => {
  const names = readDivisions('22').map(place => nameDivision(place).shortName)
  const began = performance.now()
  const spellings = names.map(spell)
  assert.ok(performance.now() - began < 2000)
  for (const [at, { pinyin, initials }] of spellings.entries()) {
    assert.match(pinyin, /^[a-z0-9]{2,}$/, names[at])
    assert.equal(
      initials.length,
      [...(names[at] ?? '')].filter(character => !/[（）]/.test(character)).length,
      names[at],
    )
  }
})
