import { createTransport } from 'nodemailer'
import type { MailSettings } from '#store/settings'

export type Letter = { readonly to: string; readonly subject: string; readonly text: string }
export type Post = { send(letter: Letter): Promise<void>; close(): void }

/** A letter the mail server did not take, without what it said: that repeats the address. */
export class NotSent extends Error {
  /** The server's answer (RFC 5321: 4xx later, 5xx never); undefined when it gave none. */
  readonly answer: number | undefined

  constructor({ code, responseCode }: { code?: string; responseCode?: number }) {
    super(`mail not sent: ${code ?? 'unknown'} ${responseCode ?? ''}`.trim())
    this.name = 'NotSent'
    this.answer = responseCode
  }
}

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
