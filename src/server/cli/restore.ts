import { readSettings } from '#store/settings'
import { restore } from '#store/restore'
import type { Command } from '../cli.ts'

export const command: Command = {
  line: '恢复备份 restore a backup',
  help: `用法 Usage: DATA_DIR=新文件夹 npx niangjia restore FILE.tar.zst

把备份恢复到一个空的数据文件夹，并检查每一个文件。备份里没有密钥的，启动以前请放回原来的 keys.json。
Restores into an empty data folder and checks every file. Without keys inside, put the original keys.json back before starting.`,
  options: {},

  async run({ files }, out) {
    const [archive, ...more] = files
    if (!archive || more.length > 0) throw new Error('请写明一个备份文件 (name one backup file)')
    const { dataDir } = readSettings(process.env, process.cwd())
    const { manifest, unpackMilliseconds, recoverMilliseconds } = await restore({
      archive,
      dataDir,
      onProgress: ({ stage, done, total }) =>
        out.progress(done, total, stage === 'unpacking' ? '解开 unpacking' : '恢复 recovering'),
    })
    out.end()
    out.say(`已恢复到 ${dataDir}，用了 ${unpackMilliseconds + recoverMilliseconds} ms (restored)`)
    out.tell({ dataDir, milliseconds: unpackMilliseconds + recoverMilliseconds, manifest })
    return 0
  },
}
