import type { Setting } from './setting-kinds.ts'
import { settingsList } from './settings-list.ts'

/** The page docs/settings.md: every setting with its names, default and meaning. */
export function settingsPage(): string {
  const rows = Object.values(settingsList).map((one: Setting<unknown>) => {
    const file = one.file ? `\`${one.file}\`` : '—'
    return `| \`${one.env}\` | ${file} | ${one.fallback} | ${one.allowed} | ${one.zh} | ${one.en} |`
  })
  return `${before}\n${rows.join('\n')}\n${after}`
}

const before = `# 设置 Settings

不写任何设置也能启动。需要时写在环境变量里，或写在设置文件里；两处都写的，以环境变量为准。
Nothing needs to be set. Settings come from the environment or from the settings file; the environment wins.

设置文件是一个 JSON 对象，放在 \`DATA_DIR/niangjia.json\`，或用环境变量 \`NIANGJIA_SETTINGS\` 指明它在哪里；写错名字会被拒绝，并说明哪里不对。
The settings file is one JSON object, \`DATA_DIR/niangjia.json\` or wherever \`NIANGJIA_SETTINGS\` points; an unknown name is refused.

| 环境变量 Variable | 文件中 In the file | 默认 Default | 可以是 May be | 含义 | Meaning |
|---|---|---|---|---|---|`

const after = `
例 Example, \`DATA_DIR/niangjia.json\`:

\`\`\`json
{ "port": 8080, "host": "0.0.0.0", "appUrl": "https://fulian.example.cn", "cipher": "sm4" }
\`\`\`

## 数据文件夹里有什么 What lies in the data folder

| 名称 Name | 内容 | Content | 备份 In a backup |
|---|---|---|---|
| \`niangjia.json\` | 设置文件 | settings file | 是 yes |
| \`keys.json\` | 密钥，权限 600；请另外妥善保存一份 | keys, mode 600; keep a copy elsewhere | 只在指明时 only when asked |
| \`files/\` | 上传的文件 | uploaded files | 是 yes |
| \`postgres/\` | 自带数据库 | the built-in database | 是 yes |
| \`postgres.conf\` | 您自己对数据库参数的调整（可以没有） | your own changes to the database's parameters (optional) | 是 yes |
| \`postgres.secret\`, \`postgres-app.secret\` | 数据库的随机密码；丢失会自动重设 | random database passwords; made anew when lost | 否 no |
| \`postgres.log\`, \`postgres.socket/\`, \`niangjia.pid\` | 数据库日志、连接点、正在运行的进程号 | database log, socket, running process | 否 no |

自带数据库只用本机套接字，不开网络端口；内存等参数按机器自动设定。要改的，在 \`postgres.conf\` 里写 PostgreSQL 的参数，重启后生效。
The built-in database listens on a socket of this machine only; its parameters follow the machine's memory. PostgreSQL parameters in \`postgres.conf\` override them after a restart.

使用 \`DATABASE_URL\` 时：其中的用户要能建立用户（CREATEROLE），否则请管理员建好一个普通用户，写在 \`APP_DATABASE_URL\` 里，并把 \`niangjia_app\` 授予它。一台 PostgreSQL 上放几套娘家时，每套都要写自己的 \`APP_DATABASE_URL\`。
With \`DATABASE_URL\`: its user needs CREATEROLE; otherwise have an administrator make \`niangjia_app\` and an ordinary member of it, and name that in \`APP_DATABASE_URL\`. Several installations on one server each need their own \`APP_DATABASE_URL\`.
`
