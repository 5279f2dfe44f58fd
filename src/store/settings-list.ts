import type { Algorithm } from './cipher.ts'

/** How one setting is written, read and explained. `read` answers undefined for a text that will not do. */
export type Setting<Value> = {
  env: string
  /** The same setting's name in niangjia.json; absent where a secret must not lie in a file. */
  file?: string
  /** Shown in the table where the default is not a plain value. */
  fallback: string
  read(text: string): Value | undefined
  allowed: string
  zh: string
  en: string
}

const levels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const
export type LogLevel = (typeof levels)[number]

const text = (value: string): string | undefined => value || undefined
const oneOf =
  <Value extends string>(values: readonly Value[]) =>
  (value: string): Value | undefined =>
    values.find(one => one === value)
const port = (value: string): number | undefined =>
  /^\d{1,5}$/.test(value) && Number(value) <= 65_535 ? Number(value) : undefined
const hour = (value: string): number | undefined =>
  /^\d{1,2}$/.test(value) && Number(value) <= 23 ? Number(value) : undefined
const url =
  (protocols: string[]) =>
  (value: string): string | undefined =>
    URL.canParse(value) && protocols.includes(new URL(value).protocol) ? value.replace(/\/$/, '') : undefined
const databaseUrl = url(['postgres:', 'postgresql:'])

const setting = <Value>(one: Setting<Value>): Setting<Value> => one

/** Every setting there is. docs/settings.md is made from this list. */
export const settingsList = {
  port: setting({
    env: 'PORT',
    file: 'port',
    fallback: '8080',
    read: port,
    allowed: '0–65535',
    zh: '网页服务的端口；0 表示由系统挑一个空闲端口',
    en: 'Port of the web server; 0 lets the system pick a free one',
  }),
  host: setting({
    env: 'HOST',
    file: 'host',
    fallback: '127.0.0.1',
    read: text,
    allowed: 'address',
    zh: '在哪个网络地址上提供服务；默认只有本机能打开，0.0.0.0 表示所有网卡',
    en: 'Network address to serve on; by default only this machine can open it, 0.0.0.0 means every interface',
  }),
  dataDir: setting({
    env: 'DATA_DIR',
    file: 'dataDir',
    fallback: '.data',
    read: text,
    allowed: 'folder',
    zh: '数据文件夹：自带数据库、密钥、上传的文件都在里面；只能写在环境变量或 NIANGJIA_SETTINGS 指定的文件里',
    en: 'Data folder: the built-in database, keys and uploaded files; only from the environment or the file NIANGJIA_SETTINGS names',
  }),
  databaseUrl: setting({
    env: 'DATABASE_URL',
    file: 'databaseUrl',
    fallback: '（自带数据库 built-in）',
    read: databaseUrl,
    allowed: 'postgres://…',
    zh: '使用已有的 PostgreSQL（15 至 18）时填写；其中的用户是库的所有者，用来建表',
    en: 'An existing PostgreSQL (15 to 18) instead of the built-in one; its user owns the database and makes the tables',
  }),
  appDatabaseUrl: setting({
    env: 'APP_DATABASE_URL',
    file: 'appDatabaseUrl',
    fallback: '（自动建立 niangjia_app）',
    read: databaseUrl,
    allowed: 'postgres://…',
    zh: '系统平时登录用的普通用户，不能是超级用户，也不能是所有者；不填则自动建立 niangjia_app',
    en: 'The ordinary user the product works as, neither superuser nor owner; without it niangjia_app is made',
  }),
  appUrl: setting({
    env: 'APP_URL',
    file: 'appUrl',
    fallback: 'http://HOST:PORT',
    read: url(['http:', 'https:']),
    allowed: 'http(s)://…',
    zh: '工作人员在浏览器里打开的网址；前面有反向代理或域名时必填',
    en: 'The address people open in their browser; needed behind a proxy or a domain name',
  }),
  logLevel: setting({
    env: 'LOG_LEVEL',
    file: 'logLevel',
    fallback: 'info',
    read: oneOf(levels),
    allowed: levels.join(' · '),
    zh: '日志的详细程度；任何程度都不记个人信息',
    en: 'How much is logged; personal data never is',
  }),
  cipher: setting({
    env: 'CIPHER',
    file: 'cipher',
    fallback: 'aes',
    read: oneOf<Algorithm>(['aes', 'sm4']),
    allowed: 'aes · sm4',
    zh: '加密个人信息的算法：aes（AES-256-GCM）或国密 sm4（SM4 加 HMAC-SM3）；随时可换，已有内容照常打开',
    en: 'How guarded data is sealed: aes (AES-256-GCM) or sm4 (SM4 with HMAC-SM3); may change any time, old values still open',
  }),
  keyFile: setting({
    env: 'KEY_FILE',
    file: 'keyFile',
    fallback: 'DATA_DIR/keys.json',
    read: text,
    allowed: 'file',
    zh: '密钥文件，权限必须是 600；丢了它，加密的内容谁也打不开，请另外保存一份',
    en: 'The key file, mode 600; without it nobody can open what is sealed, so keep a copy elsewhere',
  }),
  keys: setting({
    env: 'KEYS',
    fallback: '（用密钥文件）',
    read: text,
    allowed: 'JSON · base64',
    zh: '直接给出密钥文件的内容（原文或 base64），用于密钥由别处保管的机器；只能写在环境变量里',
    en: 'The content of the key file itself (plain or base64), where keys are kept elsewhere; only from the environment',
  }),
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
  oidcIssuer: setting({
    env: 'OIDC_ISSUER',
    file: 'oidcIssuer',
    fallback: '（不用 off）',
    read: url(['http:', 'https:']),
    allowed: 'http(s)://…',
    zh: '单点登录（OpenID Connect）的网址；填了它，登录页就多一个按钮，只有已有账号的人能进',
    en: 'Address of the single sign-on (OpenID Connect); with it the sign-in page has one more button, for people who have an account',
  }),
  oidcClient: setting({
    env: 'OIDC_CLIENT_ID',
    file: 'oidcClient',
    fallback: 'niangjia',
    read: text,
    allowed: 'text',
    zh: '在单点登录那边登记的名字；回来的地址是 APP_URL/api/auth/callback/single',
    en: 'The name registered there; the address to come back to is APP_URL/api/auth/callback/single',
  }),
  oidcSecret: setting({
    env: 'OIDC_CLIENT_SECRET',
    fallback: '（无 none）',
    read: text,
    allowed: 'text',
    zh: '单点登录给的密钥；只能写在环境变量里',
    en: 'The secret it gave; only from the environment',
  }),
  oidcName: setting({
    env: 'OIDC_NAME',
    file: 'oidcName',
    fallback: '单点登录',
    read: text,
    allowed: 'text',
    zh: '登录页按钮上写什么',
    en: 'What the button on the sign-in page says',
  }),
  oidcClaim: setting({
    env: 'OIDC_CLAIM',
    file: 'oidcClaim',
    fallback: 'preferred_username',
    read: text,
    allowed: 'text',
    zh: '那边用哪一项来对应这里的用户名',
    en: 'Which of its claims is the user name here',
  }),
} satisfies Record<string, Setting<unknown>>
