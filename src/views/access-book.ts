import { houseRules } from '#federation/house-rules'
import type { PostKind, Programme, Rule } from '#language'
import { houseWords, type Language } from './house-words.ts'
import { wordsFor } from './programme-words.ts'

/** One line of the access book: this post may do this, here. What no line allows is refused. */
export type AccessLine = {
  readonly programme: string
  readonly command: string
  readonly post: string
  readonly where: string
}

/** Who may do what, of every programme and of the platform itself, as it follows from the declarations. */
export function accessBook(programmes: Iterable<Programme>, language: Language): AccessLine[] {
  const words = houseWords(language)
  const lines = (programme: string, command: string, rules: readonly Rule[]) =>
    merged(rules).map(({ post, where }) => ({
      programme,
      command,
      post: words.posts[post],
      where: words.where[where],
    }))
  const own = [...programmes].flatMap(programme => {
    const told = wordsFor(programme, language)
    const name = (command: string) =>
      command === 'see' ? words.access.see : command === 'open' ? words.access.open : told.command(command)
    return Object.entries(programme.access).flatMap(([command, rules]) => lines(told.name, name(command), rules))
  })
  const house = Object.entries(houseRules).flatMap(([name, rules]) =>
    lines(words.access.house, words.house[name] ?? name, rules),
  )
  return [...own, ...house]
}

/** One line a post: below contains here, here contains what names her there. */
function merged(rules: readonly Rule[]): Rule[] {
  const widest = new Map<PostKind, Rule>()
  const order = ['own', 'team', 'here', 'under', 'below']
  for (const rule of rules) {
    const known = widest.get(rule.post)
    const both = known && [known.where, rule.where].toSorted().join() === 'here,under'
    if (both) widest.set(rule.post, { ...rule, where: 'below' })
    else if (!known || order.indexOf(rule.where) > order.indexOf(known.where)) widest.set(rule.post, rule)
  }
  return [...widest.values()]
}

/** The access book as a page, in Chinese with English heads: docs/access-book.md. */
export function accessPage(programmes: Iterable<Programme>): string {
  const groups = Map.groupBy(accessBook(programmes, 'zh-CN'), line => line.programme)
  const tables = [...groups].map(([programme, lines]) => {
    const commands = Map.groupBy(lines, line => line.command)
    const rows = [...commands].map(([command, who]) => {
      const byPlace = Map.groupBy(who, line => line.where)
      const told = [...byPlace].map(([where, each]) => `${each.map(line => line.post).join('、')}（${where}）`)
      return `| ${command} | ${told.join('；')} |`
    })
    return `## ${programme}\n\n| 事情 Command | 谁可以做 Who may |\n|---|---|\n${rows.join('\n')}\n`
  })
  return `${head}\n${tables.join('\n')}`
}

const head = `# 权限表 Access book

由声明生成，请不要手改：\`node bin/make-access-book.mjs\`。没有写在这里的，一律不可以。
Made from the declarations by \`node bin/make-access-book.mjs\`; what no line allows is refused.

权限属于岗位，不属于人：任职开始就有，结束的当天就没有。“本单位和下级”指岗位所在的单位和它下面的所有单位。
Rights belong to posts, not to people: they begin and end with the appointment. 本单位和下级: the post's unit and all below it.
`
