import type { FastifyInstance } from 'fastify'
import type { Office } from './office.ts'

export function openDownloads(_app: FastifyInstance, _office: Office): void {}
