import { digits, hour, setting, text, url, type Setting } from './setting-kinds.ts'

/** The mail server and whom letters say they are from. */
export type MailSettings = { readonly server: string; readonly from: string }
/** An application of WeChat Work or DingTalk: its id (corporation or key), its secret, its number, and where the API is. */
export type ChatSettings = {
  readonly url: string
  readonly key: string
  readonly secret: string
  readonly agent: string
}
/** Alibaba Cloud SMS: its access key, and the signature and template that were approved. */
export type SmsSettings = {
  readonly url: string
  readonly key: string
  readonly secret: string
  readonly sign: string
  readonly template: string
}
/** By which ways notices go out, and at which hour of the day, in Beijing. */
export type NoticeSettings = {
  readonly hour: number
  readonly mail?: MailSettings
  readonly wecom?: ChatSettings
  readonly dingtalk?: ChatSettings
  readonly sms?: SmsSettings
}

/** Settings of notices, within those of settings-list.ts. */
export const noticeSettings = {
  smtpUrl: setting({
    env: 'SMTP_URL',
    fallback: '（不用 off）',
    read: url(['smtp:', 'smtps:']),
    allowed: 'smtp(s)://…',
    zh: '发邮件用的服务器（smtp://用户:密码@主机:端口）；填了它，每个人可以在“我的”里收提醒邮件；只能写在环境变量里',
    en: 'The mail server (smtp://user:password@host:port); with it everybody may have notices sent; only from the environment',
  }),
  mailFrom: setting({
    env: 'MAIL_FROM',
    file: 'mailFrom',
    fallback: '娘家 <niangjia@localhost>',
    read: text,
    allowed: 'name <address>',
    zh: '邮件上的发件人',
    en: 'Who the mail says it is from',
  }),
  mailHour: setting({
    env: 'MAIL_HOUR',
    file: 'mailHour',
    fallback: '8',
    read: hour,
    allowed: '0–23',
    zh: '每天几点（北京时间）发提醒邮件',
    en: 'At which hour of the day (Beijing time) notices are sent',
  }),
  wecomCorp: setting({
    env: 'WECOM_CORP',
    file: 'wecomCorp',
    fallback: '（不用 off）',
    read: text,
    allowed: 'text',
    zh: '企业微信的企业 ID；和 WECOM_SECRET、WECOM_AGENT 一起填，提醒就能发到企业微信',
    en: 'Corporation id of WeChat Work; together with WECOM_SECRET and WECOM_AGENT notices can go there',
  }),
  wecomSecret: setting({
    env: 'WECOM_SECRET',
    fallback: '（无 none）',
    read: text,
    allowed: 'text',
    zh: '企业微信应用的密钥；只能写在环境变量里',
    en: 'Secret of the WeChat Work application; only from the environment',
  }),
  wecomAgent: setting({
    env: 'WECOM_AGENT',
    file: 'wecomAgent',
    fallback: '（无 none）',
    read: digits,
    allowed: 'number',
    zh: '企业微信应用的编号（AgentId）',
    en: 'AgentId of the WeChat Work application',
  }),
  wecomUrl: setting({
    env: 'WECOM_URL',
    file: 'wecomUrl',
    fallback: 'https://qyapi.weixin.qq.com',
    read: url(['http:', 'https:']),
    allowed: 'http(s)://…',
    zh: '企业微信接口的网址；私有部署的才要改',
    en: 'Address of its API; another one only where it is self-hosted',
  }),
  dingtalkKey: setting({
    env: 'DINGTALK_KEY',
    file: 'dingtalkKey',
    fallback: '（不用 off）',
    read: text,
    allowed: 'text',
    zh: '钉钉应用的 AppKey；和 DINGTALK_SECRET、DINGTALK_AGENT 一起填，提醒就能发到钉钉',
    en: 'AppKey of the DingTalk application; together with DINGTALK_SECRET and DINGTALK_AGENT notices can go there',
  }),
  dingtalkSecret: setting({
    env: 'DINGTALK_SECRET',
    fallback: '（无 none）',
    read: text,
    allowed: 'text',
    zh: '钉钉应用的密钥；只能写在环境变量里',
    en: 'Secret of the DingTalk application; only from the environment',
  }),
  dingtalkAgent: setting({
    env: 'DINGTALK_AGENT',
    file: 'dingtalkAgent',
    fallback: '（无 none）',
    read: digits,
    allowed: 'number',
    zh: '钉钉应用的编号（AgentId）',
    en: 'AgentId of the DingTalk application',
  }),
  dingtalkUrl: setting({
    env: 'DINGTALK_URL',
    file: 'dingtalkUrl',
    fallback: 'https://oapi.dingtalk.com',
    read: url(['http:', 'https:']),
    allowed: 'http(s)://…',
    zh: '钉钉接口的网址；专有部署的才要改',
    en: 'Address of its API; another one only where it is self-hosted',
  }),
  smsKey: setting({
    env: 'SMS_KEY',
    file: 'smsKey',
    fallback: '（不用 off）',
    read: text,
    allowed: 'text',
    zh: '阿里云短信的 AccessKey ID；和 SMS_SECRET、SMS_SIGN、SMS_TEMPLATE 一起填，提醒就能发短信',
    en: 'AccessKey ID of Alibaba Cloud SMS; together with SMS_SECRET, SMS_SIGN and SMS_TEMPLATE notices can go as short messages',
  }),
  smsSecret: setting({
    env: 'SMS_SECRET',
    fallback: '（无 none）',
    read: text,
    allowed: 'text',
    zh: '阿里云短信的 AccessKey Secret；只能写在环境变量里',
    en: 'Its AccessKey Secret; only from the environment',
  }),
  smsSign: setting({
    env: 'SMS_SIGN',
    file: 'smsSign',
    fallback: '（无 none）',
    read: text,
    allowed: 'text',
    zh: '短信签名，要先在阿里云审核通过',
    en: 'Signature of the short messages, approved there first',
  }),
  smsTemplate: setting({
    env: 'SMS_TEMPLATE',
    file: 'smsTemplate',
    fallback: '（无 none）',
    read: text,
    allowed: 'text',
    zh: '短信模板编号；模板里用 ${count} 写几件事',
    en: 'Template code; the template says how many things wait with ${count}',
  }),
  smsUrl: setting({
    env: 'SMS_URL',
    file: 'smsUrl',
    fallback: 'https://dysmsapi.aliyuncs.com',
    read: url(['http:', 'https:']),
    allowed: 'http(s)://…',
    zh: '短信接口的网址',
    en: 'Address of its API',
  }),
} satisfies Record<string, Setting<unknown>>

type Get = <Value>(one: Setting<Value>) => Value | undefined

/** The ways that are set up; nothing when none is. A way that is set up by halves throws one line that says what is missing. */
export function noticesOf(get: Get): NoticeSettings | undefined {
  const of = noticeSettings
  const server = get(of.smtpUrl)
  const mail = server && { server, from: get(of.mailFrom) ?? of.mailFrom.fallback }
  const wecom = whole(get, { url: of.wecomUrl, key: of.wecomCorp, secret: of.wecomSecret, agent: of.wecomAgent })
  const dingtalk = whole(get, {
    url: of.dingtalkUrl,
    key: of.dingtalkKey,
    secret: of.dingtalkSecret,
    agent: of.dingtalkAgent,
  })
  const sms = whole(get, {
    url: of.smsUrl,
    key: of.smsKey,
    secret: of.smsSecret,
    sign: of.smsSign,
    template: of.smsTemplate,
  })
  if (!mail && !wecom && !dingtalk && !sms) return undefined
  return {
    hour: get(of.mailHour) ?? Number(of.mailHour.fallback),
    ...(mail && { mail }),
    ...(wecom && { wecom }),
    ...(dingtalk && { dingtalk }),
    ...(sms && { sms }),
  }
}

function whole<Name extends string>(
  get: Get,
  parts: Record<Name | 'url', Setting<string>>,
): Record<Name | 'url', string> | undefined {
  const { url: address, ...needed } = parts
  const own = Object.entries<Setting<string>>(needed)
  const given = own.map(([name, one]) => [name, get(one)] as const)
  if (given.every(([, value]) => value === undefined)) return undefined
  const missing = own.flatMap(([name, one]) =>
    given.find(([each]) => each === name)?.[1] === undefined ? one.env : [],
  )
  if (missing.length > 0) throw new Error(`还要填：${missing.join('、')} (also needed: ${missing.join(', ')})`)
  return { url: get(address) ?? address.fallback, ...Object.fromEntries(given) } as Record<Name | 'url', string> // none is missing
}
