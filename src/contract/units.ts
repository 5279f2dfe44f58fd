import { z } from 'zod'
import { day, UnitBrief, uuid } from './parts.ts'

export const UnitPage = UnitBrief.extend({
  id: uuid,
  code: z.string().nullable(),
  kind: z.string(),
  begins: day,
  ends: day.nullable(),
  place: z.object({ lat: z.number(), lng: z.number() }).nullable(),
  path: z.array(UnitBrief),
  children: z.array(UnitBrief.extend({ below: z.number().int() })),
  names: z.array(z.object({ name: z.string(), since: day, until: day.nullable() })),
  links: z.array(z.object({ parent: UnitBrief, since: day, until: day.nullable(), reason: z.string() })),
  may: z.array(z.string()),
}).meta({ id: 'UnitPage' })

export const TreeOrder = z
  .discriminatedUnion('command', [
    z.strictObject({
      command: z.literal('add'),
      id: uuid,
      parent: z.number().int(),
      name: z.string().min(2).max(60),
      kind: z.string().max(30),
      level: z.number().int().min(2).max(6),
      since: day,
    }),
    z.strictObject({
      command: z.literal('rename'),
      id: uuid,
      unit: z.number().int(),
      name: z.string().min(2).max(60),
      since: day,
    }),
    z.strictObject({
      command: z.literal('move'),
      id: uuid,
      unit: z.number().int(),
      parent: z.number().int(),
      since: day,
    }),
    z.strictObject({
      command: z.literal('merge'),
      id: uuid,
      unit: z.number().int(),
      into: z.number().int(),
      since: day,
    }),
    z.strictObject({
      command: z.literal('split'),
      id: uuid,
      unit: z.number().int(),
      names: z.array(z.string().min(2).max(60)).min(2).max(20),
      since: day,
    }),
    z.strictObject({ command: z.literal('close'), id: uuid, unit: z.number().int(), since: day }),
  ])
  .meta({ id: 'TreeOrder' })

export const PersonBrief = z
  .object({ shard: z.number().int(), id: uuid, name: z.string(), unit: UnitBrief, hint: z.string() })
  .meta({ id: 'PersonBrief' })
