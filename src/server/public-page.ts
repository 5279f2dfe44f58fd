import { dayInWords } from '#views/wording'
import type { Certificate, PublicNotice } from '#views/public'
import { filled } from '#views/house-words'
import { plain } from './plain-html.ts'
import type { Language } from './signed-in.ts'
import { serverTexts } from './texts.ts'

/** A certificate to whoever scanned it. */
export function certificatePage(found: Certificate | undefined, language: Language): string {
  const { public: words } = serverTexts(language)
  if (!found)
    return page(words.certificate, `<p class="state wrong">${words.unknown}</p><p>${words.unknownAdvice}</p>`, language)
  const { standing, ended } = found
  const day = (of: string) => dayInWords(of, language)
  const lines: [string | undefined, string][] = [
    [words.name, found.name],
    [words.award, found.award],
    [words.rank, found.rank],
    [words.number, found.number],
    [words.by, found.by],
    [words.since, day(found.since)],
    [words.until, found.until ? day(found.until) : ''],
  ]
  const list = lines
    .filter(([, told]) => told)
    .map(([label, told]) => `<div><dt>${label}</dt><dd>${plain(told)}</dd></div>`)
  const state = filled(words[standing] ?? '', { day: ended ? day(ended) : '' })
  const body = `<p class="state ${standing}">${state}</p><dl>${list.join('')}</dl><p class="note">${words.compare}</p>`
  return page(words.certificate, body, language)
}

/** A public notice to whoever reads it, in the words such notices have. */
export function noticePage(found: PublicNotice | undefined, language: Language): string {
  const { public: words } = serverTexts(language)
  if (!found) return page(words.notice, `<p class="state wrong">${words.noNotice}</p>`, language)
  const values = {
    ...{ award: plain(found.award), edition: plain(found.edition), by: plain(found.by) },
    ...{ from: dayInWords(found.from, language), until: dayInWords(found.until, language) },
  }
  if (found.over)
    return page(words.notice, `<p class="state over">${filled(words.noticeOver ?? '', values)}</p>`, language)
  const rows = found.rows.map(({ name, unit }) => `<li><b>${plain(name)}</b><span>${plain(unit)}</span></li>`)
  const body = `<h2>${filled(words.noticeTitle ?? '', values)}</h2><p>${filled(words.noticeText ?? '', values)}</p>
<ol>${rows.join('')}</ol><p>${filled(words.noticeAsk ?? '', values)}</p><p class="by">${plain(found.by)}<br>${values.from}</p><p class="note">${words.masked}</p>`
  return page(words.notice, body, language)
}

/** Paper, ink and madder of the house (the colours of its tokens), small enough for the worst line. */
export const style = `:root{color-scheme:light dark;--paper:#f7f4ee;--ink:#231e1a;--ink-2:#544b43;--line-2:#c2b8a8;--madder:#98293a;--pine:#2b6447;--cinnabar:#a93a0b}
@media(prefers-color-scheme:dark){:root{--paper:#1b1815;--ink:#ece5da;--ink-2:#c3b9ab;--line-2:#564d43;--madder:#ea929b;--pine:#84c09b;--cinnabar:#f09a6c}}
*{box-sizing:border-box}body{margin:0;background:var(--paper);color:var(--ink);font:18px/1.7 "PingFang SC","HarmonyOS Sans SC","MiSans","Microsoft YaHei","Noto Sans SC","Noto Sans CJK SC",system-ui,sans-serif}
main{max-width:34rem;margin:0 auto;padding:24px 20px 48px}header{display:flex;align-items:center;gap:12px;padding-bottom:12px;border-bottom:1px solid var(--line-2)}
header i{writing-mode:vertical-rl;font-style:normal;font-weight:700;line-height:1;padding:4px 3px;border-radius:3px;background:var(--madder);color:var(--paper)}
h1{font-size:20px;margin:0}h2{font-size:22px;line-height:1.4;margin:24px 0 12px}.state{font-size:26px;font-weight:700;margin:28px 0 16px}.valid{color:var(--pine)}.over,.revoked,.wrong{color:var(--cinnabar)}
dl{margin:0}dl div{display:grid;grid-template-columns:6.5em 1fr;padding:10px 0;border-bottom:1px solid var(--line-2)}dt{color:var(--ink-2)}dd{margin:0;font-weight:600}
ol{margin:16px 0;padding:0;list-style:none}li{display:flex;justify-content:space-between;gap:16px;padding:8px 0;border-bottom:1px solid var(--line-2)}li span{color:var(--ink-2);text-align:right}
.by{text-align:right}.note{color:var(--ink-2);font-size:18px}`

const page = (title: string | undefined, body: string, language: Language): string =>
  `<!doctype html><html lang="${language}"><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><meta name="robots" content="noindex"><title>${title} · 娘家</title>
<style>${style}</style><body><main><header><i aria-hidden="true">娘家</i><h1>${title}</h1></header>${body}</main></body></html>`
