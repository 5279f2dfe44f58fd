import { createTransport } from 'nodemailer'
import type { MailSettings } from '#store/settings'
import { NotSent, type Courier } from './courier.ts'

/** Sends letters by the office's own mail server (RFC 5321: 4xx later, 5xx never). */
export function openMail({ server, from }: Pick<MailSettings, 'server' | 'from'>): Courier {
  const transport = createTransport({ url: server, pool: true, maxConnections: 2, connectionTimeout: 20_000 })
  return {
    async send({ to, subject, text }) {
      await transport.sendMail({ from, to, subject, text }).catch(({ code = 'unknown', responseCode }) => {
        const fate = responseCode === undefined ? 'gone' : responseCode >= 500 ? 'never' : 'later'
        throw new NotSent('mail', `${code} ${responseCode ?? ''}`.trim(), fate)
      })
    },
    close: () => transport.close(),
  }
}
