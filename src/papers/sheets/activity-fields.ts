// What an activity may be read from: the fields the tests recognise registers by.
import type { TargetField } from './sheet.ts'

const laws = [
  { value: 'civil-code', label: '民法典', synonyms: [] },
  { value: 'domestic-violence', label: '反家庭暴力法', synonyms: ['反家暴法', '反家暴'] },
  { value: 'family-education', label: '家庭教育促进法', synonyms: ['家促法', '家庭教育法'] },
  { value: 'anti-fraud', label: '反电信网络诈骗法', synonyms: ['反诈', '反诈骗'] },
]
const channels = [
  { value: 'on-site', label: '现场', synonyms: ['线下', '集中宣讲'] },
  { value: 'online', label: '线上', synonyms: ['网络', '直播'] },
]

/** What an activity may be read from. */
export const activityFields: readonly TargetField[] = [
  {
    key: 'title',
    label: '活动名称',
    synonyms: ['活动主题', '活动内容', '讲座题目', '主题'],
    type: 'text',
    required: true,
    max: 60,
  },
  { key: 'day', label: '哪天', synonyms: ['活动日期', '活动时间'], type: 'day', required: true, past: true },
  {
    key: 'attended',
    label: '参加人数',
    synonyms: ['到场人数', '参与人数', '人数', '人次', '参加人次', '受众人数'],
    type: 'number',
    required: true,
    whole: true,
    min: 0,
    max: 200_000,
  },
  {
    key: 'women',
    label: '其中妇女',
    synonyms: ['妇女人数', '女性', '女'],
    type: 'number',
    required: false,
    whole: true,
    min: 0,
  },
  { key: 'unit', label: '组织', synonyms: ['承办单位', '举办单位', '所在村'], type: 'unit', required: false },
  {
    key: 'laws',
    label: '宣讲内容',
    synonyms: ['法律名称', '普法内容'],
    type: 'choices',
    choices: laws,
    required: false,
  },
  {
    key: 'channel',
    label: '方式',
    synonyms: ['宣讲方式', '活动形式'],
    type: 'choice',
    choices: channels,
    required: false,
  },
  { key: 'people', label: '参加人员', synonyms: ['人员名单', '参会人员'], type: 'people', required: false },
  { key: 'host', label: '主讲人', synonyms: ['宣讲人', '讲师'], type: 'person', required: false },
  { key: 'money', label: '花了多少钱', synonyms: ['经费', '支出金额'], type: 'number', required: false, min: 0 },
  { key: 'keyDay', label: '节日活动', synonyms: ['是否节日活动'], type: 'yes-no', required: false },
]
