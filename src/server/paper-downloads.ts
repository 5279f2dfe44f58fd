import { Readable } from 'node:stream'
import type { FastifyInstance, FastifyReply } from 'fastify'
import { z } from 'zod'
import { downloads } from '#contract/paths'
import { houseRules } from '#federation/house-rules'
import { authorise } from '#federation/reach'
import { admit, type Visitor } from './doors.ts'
import { importResult } from './imports.ts'
import type { Office } from './office.ts'
import { reviewDocx } from './reviews.ts'
import { templateFor } from './templates.ts'
import { demandPlace } from './units.ts'

const docxType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
const xlsxType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const id = z.uuid()
const at = z.object({ shard: z.coerce.number().int(), id })

/** The review as a Word document, and the register that came back from an import. */
export function openPaperDownloads(app: FastifyInstance, office: Office): void {
  const open = (url: string, params: z.ZodType, make: (given: unknown, visitor: Visitor) => Promise<Named>) =>
    app.get(url, {
      schema: { tags: ['downloads'], params },
      async onRequest(request, reply) {
        request.visitor = await admit(request, reply, office)
      },
      async handler(request, reply) {
        return sendNamed(reply, await make(request.params, request.visitor as Visitor)) // let in just above
      },
    })

  open(downloads.reviewDocument, at, async (params, visitor) => {
    const { title, docx } = await reviewDocx(office, params as z.output<typeof at>, visitor)
    return { name: `${title}.docx`, bytes: docx, type: docxType }
  })
  open(downloads.reviewTemplate, z.object({ unit: z.coerce.number().int() }), async (params, visitor) => {
    const { unit } = params as { unit: number }
    authorise(visitor.actor, houseRules['papers.keep'], { ...(await demandPlace(office.db, unit)), people: [] })
    return { ...(await templateFor(office, unit)), type: docxType }
  })
  open(downloads.importResult, z.object({ id }), async (params, visitor) => {
    const { name, bytes } = await importResult(office, (params as { id: string }).id, visitor)
    return { name: `${name.replace(/\.\w+$/, '')}-导入结果.xlsx`, bytes, type: xlsxType }
  })
}

type Named = { name: string; bytes: Uint8Array; type: string }

const sendNamed = (reply: FastifyReply, { name, bytes, type }: Named) =>
  reply
    .type(type)
    .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(name)}`)
    .header('cache-control', 'no-store')
    .send(Readable.from([bytes]))
