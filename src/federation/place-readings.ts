// Readings that hold in the names of places where everyday speech has another. The longest phrase that fits wins, so 长子 stands
// against 长, and 大厦 against 厦. Only what pinyin-pro gets wrong is here; its own word list knows hundreds of places.

const lines = `
  长 chang, 长子 zhang zi, 长官 zhang guan, 长老 zhang lao, 都 du, 什 shi, 参 shen, 曾 zeng, 仇 qiu,
  缪 miao, 歙 she, 涡 guo, 泌 bi, 薄 bo, 栅 zha, 莞 guan, 荥 xing, 荥经 ying jing, 溱 qin, 於 yu, 䃥 zhuang,
  㯊 yan, 㵲 wu, 藏 zang, 藏龙 cang long, 珠藏 zhu cang, 收藏 shou cang, 厦 xia, 大厦 da sha, 商厦 shang sha,
  广厦 guang sha, 恒厦 heng sha, 朝霞 zhao xia, 朝晖 zhao hui, 乐亭 lao ting, 乐陵 lao ling, 乐清 yue qing,
  民乐 min le, 礼乐 li le, 重兴 chong xing, 柏林 bai lin, 大城 da cheng, 大城县 dai cheng xian,
  大城经济 dai cheng jing ji, 六合区 lu he qu, 六安市 lu an shi, 浚县 xun xian, 浚州 xun zhou, 单县 shan xian,
  蔚县 yu xian, 蔚州 yu zhou, 解州 hai zhou, 尉犁 yu li, 洪洞 hong tong, 繁峙 fan shi, 珲春 hun chun,
  穆棱 mu ling, 莘庄 xin zhuang, 黄陂 huang pi, 大埔 da bu, 筠连 jun lian, 筠门 jun men, 牟定 mou ding,
  吴堡 wu bu, 里堡 li pu, 会稽 kuai ji, 宕昌 tan chang, 称多 chen duo, 浒墅 xu shu, 浒湾 xu wan,
  调兵山 diao bing shan, 弹子 dan zi, 蚌山 beng shan, 巷道 xiang dao, 东阿拉 dong a la, 马圈 ma juan,
  牛圈 niu juan, 羊圈 yang juan, 鹿圈 lu juan, 猪圈 zhu juan, 单家 shan jia, 单庄 shan zhuang, 单屯 shan tun,
  解家 xie jia, 解庄 xie zhuang, 解屯 xie tun, 查家 zha jia, 查庄 zha zhuang, 朴家 piao jia, 句家 gou jia,
  么家 yao jia, 牟家 mou jia, 隗家 wei jia
`

export const placeReadings: ReadonlyMap<string, readonly string[]> = new Map(
  lines.split(',').map(line => {
    const [phrase = '', ...syllables] = line.trim().split(' ')
    return [phrase, syllables]
  }),
)
