import { backup } from '#store/backup'
import { openGround } from '#store/ground'
import { readSettings } from '#store/settings'
import type { Command } from '../cli.ts'

export const command: Command = {
  line: '备份 take a backup',
  help: `用法 Usage: npx niangjia backup FILE.tar.zst [--with-keys]

备份整个数据文件夹，系统可以正在运行。密钥默认不放进备份，请另外妥善保存。
Backs up the whole data folder while the system runs. The keys stay outside unless asked for: keep a copy elsewhere.

  --with-keys   把密钥也放进去  put the keys inside as well`,
  options: { 'with-keys': { type: 'boolean' } },

  async run({ values, files }, out) {
    const [file, ...more] = files
    if (!file || more.length > 0) throw new Error('请写明一个备份文件，例如 backup.tar.zst (name one file)')
    const settings = readSettings(process.env, process.cwd())
    if (settings.databaseUrl)
      throw new Error(
        '使用 DATABASE_URL 时请用 PostgreSQL 自己的备份工具 (with DATABASE_URL use PostgreSQL’s own backup)',
      )
    const ground = await openGround(settings, { join: true })
    try {
      const begun = performance.now()
      const { bytes, sha256 } = await backup({
        ownerConnection: ground.owner,
        dataDir: settings.dataDir,
        out: file,
        ...(values['with-keys'] ? { keyFile: settings.keyFile } : {}),
        onProgress: ({ done, total }) => out.progress(done, total, '备份 backup'),
      })
      out.end()
      const ms = Math.round(performance.now() - begun)
      out.say(`备份好了：${file}，${(bytes / 1e6).toFixed(1)} MB，用了 ${ms} ms，sha256 ${sha256}`)
      out.tell({ file, bytes, sha256, milliseconds: ms })
      return 0
    } finally {
      await ground.stop()
    }
  },
}
