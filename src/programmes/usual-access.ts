import { allow, membersHere, membersOwn, officeBelow, officeHere, officeUnder, type Rule } from '#language'
import type { ActivityCommand } from '#patterns/activity'
import type { EnrolmentCommand } from '#patterns/enrolment'
import type { DocumentCommand } from '#patterns/document'
import type { LetterCommand } from '#patterns/letter'
import type { MeetingCommand } from '#patterns/meeting'
import type { PairingCommand } from '#patterns/pairing'
import type { PublicationCommand } from '#patterns/publication'
import type { RegisterCommand } from '#patterns/register'
import type { SelectionCommand } from '#patterns/selection'
import type { StatementCommand } from '#patterns/statement'
import type { TaskCommand } from '#patterns/task'
import type { VenueCommand } from '#patterns/venue'

type Access<CommandName extends string> = Record<CommandName | 'see' | 'open', readonly Rule[]>

const seen = [...officeBelow, ...membersHere, ...membersOwn]

/** Whoever works in the unit records; the county's staff also for those below; the office puts right and takes back. */
export const activityAccess: Access<ActivityCommand> = {
  see: seen,
  open: officeBelow,
  record: [...officeHere, ...membersHere, allow('staff', 'below')],
  plan: [...officeHere, ...membersHere],
  verify: officeBelow,
  correct: [...officeBelow, ...membersOwn],
  cancel: [...officeHere, ...membersOwn],
  withdraw: officeBelow,
}

/** Each office keeps its own list, and those above it may. */
export const registerAccess: Access<RegisterCommand> = {
  see: seen,
  open: officeBelow,
  enter: officeBelow,
  correct: officeBelow,
  end: officeBelow,
  withdraw: officeBelow,
}

/** Posts that give rights: the administrator may fill them too, or nobody could begin. */
export const postAccess: Access<RegisterCommand> = {
  ...registerAccess,
  see: [...seen, allow('admin', 'below')],
  enter: [...officeBelow, allow('admin', 'below')],
  correct: [...officeBelow, allow('admin', 'below')],
  end: [...officeBelow, allow('admin', 'below')],
  withdraw: [...officeBelow, allow('admin', 'below')],
}

/** The unit opens its places and checks them itself; the office, its own or one above, inspects and closes. */
export const venueAccess: Access<VenueCommand> = {
  see: seen,
  open: officeBelow,
  found: officeBelow,
  check: [...officeBelow, ...membersHere],
  uncheck: officeBelow,
  rectify: officeBelow,
  reopen: officeBelow,
  correct: officeBelow,
  close: officeBelow,
  withdraw: officeBelow,
}

/** The unit runs its classes and keeps their rosters; the office puts right and takes back. */
export const enrolmentAccess: Access<EnrolmentCommand> = {
  see: seen,
  open: officeBelow,
  record: [...officeHere, ...membersHere, allow('staff', 'below')],
  call: officeHere,
  apply: [...officeHere, ...membersHere],
  admit: officeHere,
  leave: [...officeHere, ...membersHere],
  hold: officeHere,
  pass: officeHere,
  follow: [...officeHere, ...membersHere],
  correct: officeBelow,
  cancel: officeHere,
  withdraw: officeBelow,
}

/** The unit pairs and keeps the contacts; she who stands beside writes down her own. */
export const pairingAccess: Access<PairingCommand> = {
  see: seen,
  open: officeBelow,
  begin: [...officeHere, ...membersHere],
  meet: [...officeHere, ...membersHere, ...membersOwn],
  unmeet: [...officeHere, ...membersOwn],
  review: [...officeBelow, ...membersHere],
  'pass-on': officeHere,
  correct: officeBelow,
  end: [...officeHere, ...membersHere],
  withdraw: officeBelow,
}

/** Every unit puts forward; the office checks, shows and decides for itself and those below. */
export const selectionAccess: Access<SelectionCommand> = {
  see: seen,
  open: officeBelow,
  record: [...officeHere, allow('staff', 'below')],
  nominate: [...officeHere, ...membersHere, allow('staff', 'below')],
  vet: officeBelow,
  reply: officeBelow,
  score: officeBelow,
  recuse: officeBelow,
  notice: officeBelow,
  object: [...officeBelow, ...membersHere],
  settle: officeBelow,
  grant: officeBelow,
  decline: officeBelow,
  review: officeBelow,
  revoke: officeBelow,
  correct: officeBelow,
  withdraw: officeBelow,
}

/** Each office keeps its meetings and follows what they decided. */
export const meetingAccess: Access<MeetingCommand> = {
  see: seen,
  open: officeBelow,
  record: [...officeHere, allow('staff', 'below')],
  call: officeHere,
  hold: officeHere,
  minute: officeHere,
  decide: officeHere,
  settle: [...officeHere, ...membersHere],
  drop: officeHere,
  correct: officeBelow,
  cancel: officeHere,
  withdraw: officeBelow,
}

/** Each office keeps its documents. */
export const documentAccess: Access<DocumentCommand> = {
  see: seen,
  open: officeBelow,
  record: [...officeHere, allow('staff', 'below')],
  draft: officeHere,
  sign: officeHere,
  issue: officeHere,
  circulate: officeHere,
  arrive: [allow('house', 'below')],
  receive: [...officeHere, ...membersHere],
  replace: officeHere,
  end: officeHere,
  correct: officeBelow,
  drop: officeHere,
  withdraw: officeBelow,
}

/** Sent and closed from above, received and answered by the unit itself. */
export const letterAccess: Access<LetterCommand> = {
  see: seen,
  open: officeBelow,
  send: officeUnder,
  receive: [...officeHere, ...membersHere],
  answer: officeHere,
  return: officeUnder,
  escalate: officeUnder,
  close: officeUnder,
  correct: officeUnder,
  withdraw: officeUnder,
}

/** Whoever works in the unit writes; the office reviews, publishes and takes down. */
export const publicationAccess: Access<PublicationCommand> = {
  see: seen,
  open: officeBelow,
  record: [...officeHere, ...membersHere, allow('staff', 'below')],
  draft: [...officeHere, ...membersHere],
  change: [...officeHere, ...membersHere],
  review: officeBelow,
  return: officeBelow,
  publish: officeHere,
  reach: [...officeHere, ...membersHere],
  unshow: [...officeBelow, ...membersOwn],
  correct: officeBelow,
  'take-down': officeBelow,
  drop: officeHere,
  withdraw: officeBelow,
}

/** Given by the unit above, done by the unit itself; only the house hands down and closes what the records fulfil. */
export const taskAccess: Access<TaskCommand> = {
  see: seen,
  open: officeBelow,
  assign: [allow('house', 'below')],
  fulfil: [allow('house', 'below')],
  draft: officeHere,
  issue: officeHere,
  correct: officeHere,
  close: officeHere,
  drop: officeHere,
  receive: [...officeHere, ...membersHere],
  report: [...officeHere, ...membersHere],
  answer: [...officeHere, ...membersHere],
  accept: officeUnder,
  return: officeUnder,
  remind: officeUnder,
  extend: officeUnder,
  cancel: officeUnder,
}

/** Values from outside are taken down by the office. */
export const statementAccess: Access<StatementCommand> = {
  see: [...officeBelow, ...membersHere],
  open: officeBelow,
  declare: officeBelow,
  correct: officeBelow,
  withdraw: officeBelow,
}
