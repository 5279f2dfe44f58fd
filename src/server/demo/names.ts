import type { Dice } from './dice.ts'

const families =
  '王李张刘陈杨赵黄周吴徐孙马朱胡林郭何高罗郑梁谢宋唐许韩冯邓曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖石金韦贾夏付方邹熊白孟秦邱侯江尹薛闫段雷龙史陶贺毛郝顾龚邵万覃武钱戴严莫孔向常'
const first = '淑秀玉桂春丽艳雅静慧敏晓美雪文佳思海红月金凤彩翠惠爱素亚冬秋巧宝云燕'
const second = '英兰华梅芳霞玲萍珍琴芬娟红莲香凤云洁颖丹琳娜妍欣怡婷蕾莹晶瑶彤宁燕荣芝'

/** An invented woman's name; any likeness is chance. */
export const inventName = (roll: Dice): string =>
  roll.pick([...families]) + roll.pick([...first]) + (roll() < 0.85 ? roll.pick([...second]) : '')
