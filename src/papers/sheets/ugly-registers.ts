// Registers as offices make them, invented, written by another program than the one that reads them (hucre).
import { writeXlsx, type CellValue } from 'hucre'

type Range = readonly [top: number, left: number, bottom: number, right: number]
export type UglyRegister = {
  readonly name: string
  readonly rows: readonly (readonly CellValue[])[]
  /** Ranges by row and column from 0. */
  readonly merges?: readonly Range[]
  readonly formats?: Readonly<Record<number, string>>
}

/** An .xlsx of one sheet. */
export function bookOf({ name, rows, merges = [], formats = {} }: UglyRegister): Promise<Uint8Array> {
  const width = Math.max(...rows.map(row => row.length))
  return writeXlsx({
    sheets: [
      {
        name,
        rows: rows.map(row => [...row]),
        columns: Array.from({ length: width }, (_, column) => ({
          width: 12,
          ...(formats[column] && { numFmt: formats[column] }),
        })),
        merges: merges.map(([startRow, startCol, endRow, endCol]) => ({ startRow, startCol, endRow, endCol })),
      },
    ],
  })
}

const on = (text: string) => new Date(`${text}T00:00:00Z`)

export const titled: UglyRegister = {
  name: '台账',
  rows: [
    ['松河县柳河镇妇联2024年普法宣传活动登记表'],
    ['填报单位：柳河镇妇联', null, null, '填报时间：2024年12月30日'],
    ['序号', '活动日期', '活动名称', '参加人数\n（人）', '宣讲内容', '备 注'],
    [1, '2024.3.8', '三八维权周进村宣讲', '３０人', '民法典、反家暴', null],
    [2, '3月15日', '反诈宣传', '约30人', '反诈', '下雨'],
    [3, on('2024-05-15'), '家庭教育讲座', 45, '家庭教育促进法', null],
    ['合计', null, null, 105, null, null],
    ['填表人：李某', null, null, '审核人：王某'],
  ],
  merges: [
    [0, 0, 0, 5],
    [6, 0, 6, 2],
  ],
}

export const twoRowHead: UglyRegister = {
  name: 'Sheet1',
  rows: [
    ['活动情况统计表', null, null, null, null, null, null],
    ['序号', '所在村', '活动内容', '日期', null, '参加人数', null, null],
    [null, null, null, '月', '日', '合计', '男', '女'],
    [1, '东山村', '普法讲座', 3, 8, 40, 10, 30],
    [2, null, '广场舞比赛', 5, 20, 60, 20, 40],
    [3, '西沟村', '读书会', null, 21, 25, 5, 20],
    ['总计', null, null, null, null, 125, 35, 90],
  ],
  merges: [
    [0, 0, 0, 7],
    [1, 0, 2, 0],
    [1, 1, 2, 1],
    [1, 2, 2, 2],
    [1, 3, 1, 4],
    [1, 5, 1, 7],
    [3, 1, 4, 1],
    [4, 3, 5, 3],
    [6, 0, 6, 4],
  ],
}

export const menAndWomenOnly: UglyRegister = {
  name: '妇女活动',
  rows: [
    ['时间', '主题', '参加人数', null, '举办单位'],
    [null, null, '男', '女', null],
    ['24/3/8', '插花', 2, '18人', '柳河镇妇联'],
    ['20240401', '植树', '５', 15, '柳河镇妇联'],
  ],
  merges: [
    [0, 0, 1, 0],
    [0, 1, 1, 1],
    [0, 2, 0, 3],
    [0, 4, 1, 4],
  ],
}

export const sections: UglyRegister = {
  name: '2023年',
  rows: [
    ['2023年妇女之家活动汇总'],
    [],
    ['时间', '活动主题', '人次', '宣讲方式'],
    ['一、青禾镇'],
    ['1月5日', '剪纸', 12, '现场'],
    ['二月十二日', '猜灯谜', '二十', '线下'],
    ['小计', null, 32],
    ['二、长坪街道'],
    ['3.8', '茶话会', 18, '现场'],
    ['小计', null, 18],
    ['时间', '活动主题', '人次', '宣讲方式'],
    ['12月9日', '直播讲座', '1.2万', '直播'],
    ['说明：人次按签到册统计。'],
  ],
  merges: [
    [0, 0, 0, 3],
    [3, 0, 3, 3],
    [7, 0, 7, 3],
    [12, 0, 12, 3],
  ],
}

export const ticked: UglyRegister = {
  name: '打勾',
  rows: [
    ['日期', '讲座题目', '到场人数', '宣讲内容', null, null, null, '是否节日活动'],
    [null, null, null, '民法典', '反家庭暴力法', '家庭教育促进法', '反诈', null],
    [on('2024-03-08'), '进村普法', 33, '√', null, '√', null, '是'],
    [on('2024-06-26'), '反诈课', 20, null, null, null, '✓', '×'],
    [on('2024-06-27'), '答疑', 8, null, '？', null, null, '否'],
  ],
  merges: [
    [0, 0, 1, 0],
    [0, 1, 1, 1],
    [0, 2, 1, 2],
    [0, 3, 0, 6],
    [0, 7, 1, 7],
  ],
}

export const numbered: UglyRegister = {
  name: '附件2',
  rows: [
    [null, '附件2'],
    [null, '二〇二四年度妇联组织活动统计表'],
    [null, '单位：人次、万元'],
    [null, '活动时间', '活动名称', '参加人次', '经费（万元）', null, '主讲人'],
    [null, '甲', '乙', 1, 2, null, '丙'],
    [null, '例：2024年1月1日', '新年慰问', 20, 0.5, null, '某某'],
    [null, 45359, '巾帼宣讲', '1,200', 1.5, null, '张 三（主任）'],
    [null, '2024年2月30日', '元宵灯会', '若干', '3000元', null, '李四、王五'],
    [null, '四月一日', '踏青', '30-40', '/', null, '—'],
  ],
  merges: [
    [0, 1, 0, 6],
    [1, 1, 1, 6],
    [2, 1, 2, 6],
  ],
}

export const namesBelow: UglyRegister = {
  name: '名单',
  rows: [
    ['活动时间', '活动名称', '人数', '参加人员'],
    ['2024-03-08', '座谈会', 3, '赵一'],
    [null, null, null, '钱二'],
    [null, null, null, '孙 三'],
    ['2024-03-09', '培训', 2, '李四、周五'],
  ],
  merges: [
    [1, 0, 3, 0],
    [1, 1, 3, 1],
    [1, 2, 3, 2],
  ],
}

export const sharedTotal: UglyRegister = {
  name: 'S',
  rows: [
    ['日期', '活动名称', '参加人数', '承办单位'],
    ['2024.5.1', '上午场', 60, '东山村妇联'],
    ['同上', '下午场', null, '〃'],
    ['2024.5.2', '上午场', '10余人', '东山村妇联'],
    ['2024.5.2', '上午场', '10余人', '东山村妇联'],
  ],
  merges: [[1, 2, 2, 2]],
}

export const monthly: UglyRegister = {
  name: '3月',
  rows: [
    ['柳河镇妇联2024年3月份工作台账'],
    ['日期', '星期', '主题', '参与人数', '活动形式'],
    ['8日', '五', '庆三八', 50, '集中宣讲'],
    [on('2025-03-15'), '五', '维权日', 20, '网络'],
    ['21-23日', '四', '走访', 3, '入户'],
    ['31号', '日', '总结会', '', '现场'],
    [null, null, null, null, null],
    ['审核：', null, '日期：'],
  ],
  merges: [[0, 0, 0, 4]],
  formats: { 0: 'm"月"d"日"' },
}

export const noHead: UglyRegister = {
  name: 'Sheet1',
  rows: [
    ['2024年3月8日', '妇女节活动', 30],
    ['2024年4月1日', '植树', 20],
    ['2024年5月1日', '慰问', 10],
  ],
}

export const commas = [
  '普法活动登记,,,,',
  '"填报单位:松河县妇联",,,,',
  '日期,,活动主题,参加人数,',
  '月,日,,合计,其中：女性',
  '3,8,"讲法律,送温暖",３０,25',
  ',9,"第二场',
  '（下午）",20,15',
  '合计,,,50,40',
].join('\r\n')

export const broken: UglyRegister = {
  name: '坏',
  rows: [
    ['活动日期', '活动名称', '参加人数', '其中妇女', '人员名单'],
    ['2099-01-01', '以后的事', 5, 2, null],
    ['2024年3月', '只写月', 30.5, -1, null],
    [null, '没写哪天', '#REF!', 3, '张三等5人'],
    ['2024-03-08', null, 500_000, '无', '30人'],
    ['2024-03-08', '长'.repeat(61), 10, '/', null],
  ],
}

export const threeRowHead: UglyRegister = {
  name: '2022',
  rows: [
    [],
    ['   ', '妇女儿童活动台账（2022年度）'],
    [null, '基本情况', null, null, '参加情况', null, null, null, '其他'],
    [null, '活动主题', '活动时间', null, '总人数', '其中', null, null, '主讲人'],
    [null, null, null, null, null, '妇女', '儿童', null, null],
    [null, '绘本共读', '２０２２年６月１日', null, '５０', '２０', 30, null, '陈老师'],
    [null, '防溺水课', '7.10（周日）', null, '60人次', 10, 50, null, '—'],
    [null, '本页合计', null, null, 110, 30, 80],
    [null, null, null, null, null, null, null, null, null],
    [null, '制表人：陈某', null, '审核：', null, null, null, null, '2022年12月31日'],
  ],
  merges: [
    [1, 1, 1, 8],
    [2, 1, 2, 3],
    [2, 4, 2, 7],
    [3, 1, 4, 1],
    [3, 2, 4, 3],
    [3, 4, 4, 4],
    [3, 5, 3, 7],
    [3, 8, 4, 8],
    [5, 2, 5, 3],
    [6, 2, 6, 3],
  ],
}

export const giveBack: UglyRegister = {
  name: '改过再导',
  rows: [
    ['活动日期', '活动名称', '参加人数', '收条号', '为什么没有导入', '要您看一眼'],
    ['2024-03-08', '座谈会', 12, 'LH-0001', null, null],
    ['2024-03-09', '培训', 20, null, '还差“参加人数”。', null],
  ],
}
