import { Problem } from '#base/problem'

/** Why a file cannot be read as a register, and what its owner can do. */
export const unreadableWhy = {
  empty: '这个文件是空的，请选有内容的表格',
  'not-a-workbook': '这个文件不是表格，或者已经损坏，请用 Excel 或 WPS 打开它，另存为 .xlsx 再试',
  encrypted: '这个文件加了密码，请先取消密码，保存后再试',
  'too-large': '这个文件太大，请分成几个文件再试',
  'too-many-rows': '这张表超过 20 万行，请分成几个文件再试',
  'no-sheet': '文件里没有这张工作表，请重新选择',
} as const

export type UnreadableRule = keyof typeof unreadableWhy

/** Rows with something in them that one sheet may have. */
export const MOST_ROWS = 200_000

/** A file that cannot be read: Problem `invalid-input` on path `file`, with its rule and the same in Chinese. */
export const unreadable = (rule: UnreadableRule): Problem =>
  new Problem('invalid-input', { issues: [{ path: 'file', rule, why: unreadableWhy[rule] }] })
