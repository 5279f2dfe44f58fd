// B17 The accounts of the media matrix, A37 as channels of the service network: who owns them, who edits, when they were inspected.
import { field, later, optional, programme, stock } from '#language'
import { register } from '#patterns/register'
import { registerAccess } from './usual-access.ts'

export const accounts = programme({
  id: 'accounts',
  version: 1,
  systems: ['B17', 'A37'],
  chapter: 'lead',
  runsAt: ['province', 'prefecture', 'county', 'township'],
  pattern: register({ of: 'thing', endings: ['closed', 'merged', 'other'] }),
  // biome-ignore format: one line each
  fields: {
    kind: field.choice('site', 'wechat', 'weibo', 'video', 'headline', 'app', 'group'),
    editor: optional(field.person()),
    followers: later(field.count(1_000_000_000)),
    inspected: later(field.day()),
  },
  access: registerAccess,
  // biome-ignore format: one line each
  indicators: {
    accounts: stock('entered', 'ended', { unit: '个', system: 'B17', by: 'kind' }),
    sites: stock('entered', 'ended', { unit: '个', system: 'B17', where: { kind: 'site' } }),
    micro: stock('entered', 'ended', { unit: '个', system: 'B17', where: { kind: ['wechat', 'weibo'] } }),
    numbers: stock('entered', 'ended', { unit: '个', system: 'B17', where: { kind: ['video', 'headline'] } }),
    apps: stock('entered', 'ended', { unit: '个', system: 'B17', where: { kind: 'app' } }),
    channels: stock('entered', 'ended', { unit: '个', system: 'A37' }),
  },
})
