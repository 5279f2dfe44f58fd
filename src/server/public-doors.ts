import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { dayAt } from '#base/day'
import { Problem } from '#base/problem'
import { publicPages } from '#contract/paths'
import { outliving } from '#store/connection-loss'
import { houseContext, inSnapshot } from '#store/database'
import { certificateOf, publicNoticeOf } from '#views/public'
import type { Handlers } from './doors.ts'
import type { Office } from './office.ts'
import { certificatePage, noticePage } from './public-page.ts'
import type { Language } from './signed-in.ts'

/**
 * What is open to people without an account: a certificate by the code on it, a public notice by its address. The house itself looks
 * the one record up that the code names; nothing can be listed or searched from here.
 */
export function publicDoors(office: Office): Handlers {
  const look = looking(office)
  return {
    certificate: async ({ params, request }) => demanded(await look.certificate(params.code, request.language)),
    publicNotice: async ({ params, request }) => {
      const notice = demanded(await look.notice(params.code, request.language))
      return { ...notice, rows: [...notice.rows] }
    },
  }
}

/** The same as pages without any script, for whoever scans a certificate with a cheap phone. */
export function openPublicPages(app: FastifyInstance, office: Office): void {
  const look = looking(office)
  const schema = { hide: true, params: z.object({ code: z.string().max(60) }) }
  const open = (url: string, page: (code: string, language: Language) => Promise<{ html: string; found: boolean }>) =>
    app.get(url, { schema }, async (request, reply) => {
      const { code } = request.params as z.output<typeof schema.params>
      const { html, found } = await outliving(office.ensureRunning, () => page(code, request.language))
      return reply
        .code(found ? 200 : 404)
        .type('text/html; charset=utf-8')
        .header('cache-control', 'no-store')
        .header('x-robots-tag', 'noindex')
        .send(html)
    })
  open(publicPages.certificate, async (code, language) => {
    const found = await look.certificate(code, language)
    return { html: certificatePage(found, language), found: found !== undefined }
  })
  open(publicPages.notice, async (code, language) => {
    const found = await look.notice(code, language)
    return { html: noticePage(found, language), found: found !== undefined }
  })
}

function looking({ db, house }: Office) {
  const today = () => dayAt(house.now())
  return {
    certificate: (code: string, language: Language) =>
      inSnapshot(db, houseContext, tx => certificateOf(tx, code, house.programmes, today(), language)),
    notice: (code: string, language: Language) =>
      inSnapshot(db, houseContext, tx => publicNoticeOf(tx, code, house.programmes, today(), language)),
  }
}

function demanded<Found>(found: Found | undefined): Found {
  if (found === undefined) throw new Problem('not-found')
  return found
}
