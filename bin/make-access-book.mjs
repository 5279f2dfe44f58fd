#!/usr/bin/env node
// Writes docs/access-book.md from the declarations: who may do what, where. A test keeps the file true.
import { writeFileSync } from 'node:fs'

const { accessPage } = await import('../src/views/access-book.ts')
const { programmes } = await import('../src/programmes/all.ts')
writeFileSync(new URL('../docs/access-book.md', import.meta.url), accessPage(programmes))
