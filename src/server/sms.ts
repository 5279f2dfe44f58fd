import { createHash, createHmac, randomUUID } from 'node:crypto'
import type { SmsSettings } from '#store/settings'
import { NotSent, type Courier } from './courier.ts'
import { askedJson } from './http-courier.ts'

/**
 * Short messages by Alibaba Cloud (阿里云短信, SendSms 2017-05-25). A short message in China is a template that was approved: ours gets
 * one value, `count`, how many things wait.
 */
export function openSms(of: SmsSettings): Courier {
  return {
    async send({ to, count }) {
      const query = canonicalQuery({
        PhoneNumbers: to,
        SignName: of.sign,
        TemplateCode: of.template,
        TemplateParam: JSON.stringify({ count }),
      })
      const headers = signedHeaders(of, new URL(of.url).host, query, {
        action: 'SendSms',
        version: '2017-05-25',
        date: `${new Date().toISOString().slice(0, 19)}Z`,
        nonce: randomUUID(),
      })
      const { Code = '' } = await askedJson<{ Code?: string }>('sms', `${of.url}/?${query}`, {
        method: 'POST',
        headers,
      })
      if (Code !== 'OK') throw new NotSent('sms', Code, never.has(Code) ? 'never' : gone.has(Code) ? 'gone' : 'later')
    },
    close: () => {},
  }
}

const never = new Set(['isv.MOBILE_NUMBER_ILLEGAL', 'isv.INVALID_PARAMETERS'])
/** Wrong for everybody: the key, the account, the signature, the template. */
const gone = new Set([
  'SignatureDoesNotMatch',
  'InvalidAccessKeyId.NotFound',
  'isv.AMOUNT_NOT_ENOUGH',
  'isv.ACCOUNT_ABNORMAL',
  'isv.SMS_SIGNATURE_ILLEGAL',
  'isv.SMS_TEMPLATE_ILLEGAL',
])

type Call = { readonly action: string; readonly version: string; readonly date: string; readonly nonce: string }

/** The signature of their API, version 3 (ACS3-HMAC-SHA256), of a POST to / without a body. */
export function signedHeaders(
  { key, secret }: Pick<SmsSettings, 'key' | 'secret'>,
  host: string,
  query: string,
  { action, version, date, nonce }: Call,
): Record<string, string> {
  const bodySha = sha256('')
  const headers: Record<string, string> = {
    host,
    'x-acs-action': action,
    'x-acs-content-sha256': bodySha,
    'x-acs-date': date,
    'x-acs-signature-nonce': nonce,
    'x-acs-version': version,
  }
  const names = Object.keys(headers).sort()
  const canonical = names.map(name => `${name}:${headers[name]}\n`).join('')
  const request = ['POST', '/', query, canonical, names.join(';'), bodySha].join('\n')
  const signature = createHmac('sha256', secret)
    .update(`${algorithm}\n${sha256(request)}`)
    .digest('hex')
  const { host: _, ...sent } = headers
  return {
    ...sent,
    authorization: `${algorithm} Credential=${key},SignedHeaders=${names.join(';')},Signature=${signature}`,
  }
}

const algorithm = 'ACS3-HMAC-SHA256'
const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')

/** Parameters sorted, in the stricter of the two ways to write signs (RFC 3986). */
export const canonicalQuery = (of: Record<string, string>): string =>
  Object.entries(of)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, value]) => `${strict(name)}=${strict(value)}`)
    .join('&')

const strict = (text: string) =>
  encodeURIComponent(text).replace(/[!'()*]/g, sign => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)
