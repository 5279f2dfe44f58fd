import { createTransport } from 'nodemailer'
import type { MailSettings } from '#store/settings'
import { NotSent } from './mail-refused.ts'

export type Letter = { readonly to: string; readonly subject: string; readonly text: string }
export type Post = { send(letter: Letter): Promise<void>; close(): void }

/** Sends letters by the office's own mail server. Rejects with `NotSent` when it does not take one. */
export function openMail({ server, from }: MailSettings): Post {
  const transport = createTransport({ url: server, pool: true, maxConnections: 2, connectionTimeout: 20_000 })
  return {
    async send(letter) {
      await transport.sendMail({ from, ...letter }).catch(error => {
        throw new NotSent(error)
      })
    },
    close: () => transport.close(),
  }
}
