/**
 * Every door of the API by name: method and path, as plain data so that the browser carries no schema library.
 * `api.ts` holds the schemas under the same names. `:name` parts are taken from the input's `params`.
 */
export const paths = {
  // who am I, first start, words
  me: ['GET', '/api/me'],
  setMe: ['PATCH', '/api/me'],
  setupState: ['GET', '/api/setup'],
  setup: ['POST', '/api/setup'],
  declarations: ['GET', '/api/declarations'],
  // units
  findUnits: ['GET', '/api/units'],
  unit: ['GET', '/api/units/:no'],
  unitsBelow: ['GET', '/api/units/:no/below'],
  changeTree: ['POST', '/api/tree'],
  // people
  findPeople: ['GET', '/api/people'],
  findHouseholds: ['GET', '/api/households'],
  // work
  perform: ['POST', '/api/orders'],
  records: ['GET', '/api/records'],
  record: ['GET', '/api/records/:shard/:id'],
  reveal: ['POST', '/api/records/:shard/:id/reveal'],
  ladder: ['GET', '/api/records/:shard/:id/ladder'],
  handed: ['GET', '/api/records/:shard/:id/handed'],
  receipts: ['GET', '/api/records/:shard/:id/receipts'],
  candidates: ['GET', '/api/records/:shard/:id/candidates'],
  today: ['GET', '/api/today'],
  // figures
  indicators: ['GET', '/api/indicators'],
  figures: ['POST', '/api/figures'],
  dashboard: ['GET', '/api/units/:no/dashboard'],
  handle: ['GET', '/api/figures/:handle'],
  handleRecords: ['GET', '/api/figures/:handle/records'],
  map: ['GET', '/api/map'],
  setMap: ['PUT', '/api/map'],
  // old reports and reviews
  reports: ['GET', '/api/reports'],
  readReport: ['POST', '/api/reports'],
  report: ['GET', '/api/reports/:shard/:id'],
  judgeFigure: ['POST', '/api/reports/:shard/:id/figures'],
  writeReview: ['POST', '/api/reviews'],
  review: ['GET', '/api/reviews/:shard/:id'],
  checkReview: ['POST', '/api/reviews/:shard/:id/check'],
  issueReview: ['POST', '/api/reviews/:shard/:id/issue'],
  reviewTemplate: ['GET', '/api/templates/review'],
  setReviewTemplate: ['PUT', '/api/templates/review'],
  // Excel
  startImport: ['POST', '/api/imports'],
  importPage: ['GET', '/api/imports/:id'],
  rehearseImport: ['POST', '/api/imports/:id/rehearse'],
  runImport: ['POST', '/api/imports/:id/run'],
  // what anybody may see who was given its address
  certificate: ['GET', '/api/certificates/:code'],
  publicNotice: ['GET', '/api/notices/:code'],
  // posts, accounts, settings, audit
  posts: ['GET', '/api/units/:no/posts'],
  duties: ['GET', '/api/units/:no/duties'],
  accounts: ['GET', '/api/accounts'],
  makeAccount: ['POST', '/api/accounts'],
  changeAccount: ['PATCH', '/api/accounts/:id'],
  settings: ['GET', '/api/settings'],
  setSetting: ['PUT', '/api/settings'],
  audit: ['GET', '/api/audit'],
  hooks: ['GET', '/api/hooks'],
  makeHook: ['POST', '/api/hooks'],
  changeHook: ['PATCH', '/api/hooks/:id'],
} as const satisfies Record<string, readonly ['GET' | 'POST' | 'PUT' | 'PATCH', string]>

export type Door = keyof typeof paths

/** Pages for people without an account, where a certificate or a public notice is looked up. */
export const publicPages = { certificate: '/c/:code', notice: '/n/:code' } as const

/** Downloads are plain links, not calls: the same filters as the list they belong to. */
export const downloads = {
  recordsSheet: '/api/records.xlsx',
  repliesSheet: '/api/records/:shard/:id/replies.xlsx',
  figuresSheet: '/api/figures.xlsx',
  reviewTemplate: '/api/templates/:unit/review.docx',
  reviewDocument: '/api/reviews/:shard/:id/review.docx',
  importResult: '/api/imports/:id/result.xlsx',
  accessBook: '/api/access.xlsx',
} as const
