import type { ChatSettings } from '#store/settings'
import { NotSent, type Courier, type Letter, type Way } from './courier.ts'
import { askedJson } from './http-courier.ts'

type Answer = {
  readonly errcode?: number
  readonly access_token?: string
  readonly expires_in?: number
  readonly invaliduser?: string
}
/** What the two differ in: where the token comes from, where a message goes, what it looks like, and which codes mean what. */
type Kind = {
  readonly way: Way
  readonly token: (of: ChatSettings) => string
  readonly send: (of: ChatSettings, token: string) => string
  readonly message: (of: ChatSettings, letter: Letter) => unknown
  /** The token is not good any more. */
  readonly worn: readonly number[]
  /** There is no such person. */
  readonly nobody: readonly number[]
}

const query = (of: Record<string, string>) => new URLSearchParams(of).toString()
const textOf = ({ subject, text }: Letter) => `${subject}\n\n${text}`

/** A message of an application of WeChat Work (企业微信): gettoken, message/send. */
const wecom: Kind = {
  way: 'wecom',
  token: ({ url, key, secret }) => `${url}/cgi-bin/gettoken?${query({ corpid: key, corpsecret: secret })}`,
  send: ({ url }, token) => `${url}/cgi-bin/message/send?${query({ access_token: token })}`,
  message: ({ agent }, letter) => ({
    ...{ touser: letter.to, msgtype: 'text', agentid: Number(agent), safe: 0 },
    text: { content: textOf(letter) },
  }),
  worn: [40014, 42001],
  nobody: [40003, 60111, 81013, 82001],
}

/** A work notice of DingTalk (钉钉工作通知): gettoken, asyncsend_v2. */
const dingtalk: Kind = {
  way: 'dingtalk',
  token: ({ url, key, secret }) => `${url}/gettoken?${query({ appkey: key, appsecret: secret })}`,
  send: ({ url }, token) => `${url}/topapi/message/corpconversation/asyncsend_v2?${query({ access_token: token })}`,
  message: ({ agent }, letter) => ({
    ...{ agent_id: Number(agent), userid_list: letter.to },
    msg: { msgtype: 'text', text: { content: textOf(letter) } },
  }),
  worn: [40014, 42001],
  nobody: [33012, 60121],
}

export const openWecom = (of: ChatSettings): Courier => openChat(wecom, of)
export const openDingtalk = (of: ChatSettings): Courier => openChat(dingtalk, of)

function openChat(kind: Kind, of: ChatSettings): Courier {
  let kept: { token: string; until: number } | undefined
  const token = async (): Promise<string> => {
    if (kept && kept.until > Date.now()) return kept.token
    const { errcode = 0, access_token, expires_in = 7200 } = await askedJson<Answer>(kind.way, kind.token(of))
    // a secret that is wrong is wrong for everybody: nobody loses her day over it
    if (errcode !== 0 || !access_token) throw new NotSent(kind.way, errcode, 'gone')
    kept = { token: access_token, until: Date.now() + Math.max(60, expires_in - 300) * 1000 }
    return access_token
  }
  const send = async (letter: Letter): Promise<Answer> =>
    askedJson<Answer>(kind.way, kind.send(of, await token()), { json: kind.message(of, letter) })
  return {
    async send(letter) {
      let answer = await send(letter)
      if (kind.worn.includes(answer.errcode ?? 0)) {
        kept = undefined
        answer = await send(letter)
      }
      const { errcode = 0, invaliduser } = answer
      if (errcode === 0 && !invaliduser) return
      throw new NotSent(kind.way, errcode, invaliduser || kind.nobody.includes(errcode) ? 'never' : 'later')
    },
    close: () => {},
  }
}
