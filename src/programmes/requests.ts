// A16 What a woman asked an executive for: heard, taken up, solved or passed on, and whether she was content.
import { count, field, later, optional, programme, rate, stock } from '#language'
import { register } from '#patterns/register'
import { registerAccess } from './usual-access.ts'

export const requests = programme({
  id: 'requests',
  version: 1,
  systems: ['A16'],
  chapter: 'reform',
  pattern: register({ of: 'thing', endings: ['solved', 'passed-on', 'explained', 'dropped'], once: [] }),
  // biome-ignore format: one line each
  fields: {
    kind: field.choice('family', 'child', 'work', 'health', 'law', 'care', 'other'),
    executive: optional(field.person()),
    joint: later(field.yesNo()),
    content: later(field.choice('content', 'fair', 'not')),
  },
  access: registerAccess,
  // biome-ignore format: one line each
  indicators: {
    heard: count('entered', { unit: '件', system: 'A16', by: 'kind' }),
    solved: count('ended', { unit: '件', system: 'A16', where: { ending: 'solved' } }),
    open: stock('entered', 'ended', { unit: '件', system: 'A16' }),
    asked: count('ended', { unit: '件', system: 'A16', where: { content: ['content', 'fair', 'not'] } }),
    content: count('ended', { unit: '件', system: 'A16', where: { content: 'content' } }),
    contentShare: rate('content', 'asked', { system: 'A16' }),
  },
})
