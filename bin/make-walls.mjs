#!/usr/bin/env node
// Writes .oxlintrc.json from walls.json (the house plan). With --check it only says whether the two agree.
import { readFileSync, writeFileSync } from 'node:fs'

const walls = JSON.parse(readFileSync('walls.json', 'utf8'))
const rooms = Object.keys(walls)
const pure = ['base', 'language', 'patterns', 'programmes', 'papers']
const testFiles = ['src/**/*.test.ts']

const override = room => {
  const closed = rooms.filter(other => other !== room && !walls[room].includes(other))
  const group = closed.flatMap(other => [`#${other}`, `#${other}/**`, `../${other}/**`, `**/src/${other}/**`])
  const patterns = [{ group, message: `${room} opens only ${walls[room].join(', ') || 'nothing'} (walls.json)` }]
  if (pure.includes(room) && room !== 'papers')
    patterns.push({
      group: ['node:*', 'pg', 'fastify'],
      message: `${room} is pure: no clock, random, I/O or environment`,
    })
  return {
    files: [`src/${room}/**`],
    excludeFiles: testFiles,
    rules: { 'no-restricted-imports': ['error', { patterns }] },
  }
}

const config = {
  plugins: ['import', 'typescript', 'react', 'jsx-a11y', 'unicorn'],
  categories: { correctness: 'error' },
  rules: {
    'import/no-cycle': 'error',
    'typescript/no-explicit-any': 'error',
    'typescript/ban-ts-comment': 'error',
    'max-lines': ['error', { max: 300, skipBlankLines: false, skipComments: false }],
    'jsx-a11y/prefer-tag-over-role': 'off',
    // a list that is a listbox, a region that scrolls by keyboard, a cell that is no control: axe judges the real page in the stories
    'jsx-a11y/no-noninteractive-element-to-interactive-role': 'off',
    'jsx-a11y/no-noninteractive-tabindex': 'off',
    'jsx-a11y/control-has-associated-label': 'off',
    'jsx-a11y/no-autofocus': 'off',
    // the latest value kept in a ref for a listener, and spreads that group a long object into lines
    'react/refs': 'off',
    'unicorn/no-useless-spread': 'off',
  },
  ignorePatterns: ['dist', 'node_modules', 'data', 'docs'],
  overrides: [
    ...rooms.map(override),
    // a test may use what it tests with: the room's own walls hold for what ships
    { files: testFiles, rules: { 'typescript/no-explicit-any': 'off' } },
    // two lines a programme, written by bin/new-programme: lists, not code
    { files: ['src/programmes/all.ts', 'src/programmes/texts/*.ts'], rules: { 'max-lines': 'off' } },
  ],
}

const text = `${JSON.stringify(config, null, 2)}\n`
const has = (() => {
  try {
    return readFileSync('.oxlintrc.json', 'utf8')
  } catch {
    return ''
  }
})()
const same = JSON.stringify(JSON.parse(has || 'null')) === JSON.stringify(config)
if (process.argv.includes('--check')) {
  if (!same) {
    console.error('.oxlintrc.json is not what walls.json says: run node bin/make-walls.mjs')
    process.exit(1)
  }
} else if (!same) writeFileSync('.oxlintrc.json', text)
