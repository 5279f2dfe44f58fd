#!/usr/bin/env node
// Writes docs/catalogue.md from the declarations: where each of the 217 systems lives. A test keeps the file true.
import { writeFileSync } from 'node:fs'

const { cataloguePage } = await import('../src/programmes/catalogue.ts')
writeFileSync(new URL('../docs/catalogue.md', import.meta.url), cataloguePage())
