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
