import { accountDoors } from './accounts.ts'
import { dayDoors } from './day.ts'
import type { Handlers } from './doors.ts'
import { setupDoors } from './first-start.ts'
import { meDoors } from './me.ts'
import { figureDoors } from './figures.ts'
import { hookDoors } from './hooks.ts'
import { importDoors } from './imports.ts'
import { mapDoors } from './map.ts'
import type { Office } from './office.ts'
import { paperDoors } from './papers.ts'
import { publicDoors } from './public-doors.ts'
import { reviewDoors } from './reviews.ts'
import { settingDoors } from './settings.ts'
import { templateDoors } from './templates.ts'
import { treeDoors } from './tree.ts'
import { unitDoors } from './units.ts'
import { workDoors } from './work.ts'

/** The handlers of all rooms side by side; a door none of them opens says so. */
export const everyDoor = (office: Office): Handlers => ({
  ...meDoors(office),
  ...setupDoors(office),
  ...unitDoors(office),
  ...treeDoors(office),
  ...accountDoors(office),
  ...workDoors(office),
  ...dayDoors(office),
  ...figureDoors(office),
  ...settingDoors(office),
  ...mapDoors(office),
  ...paperDoors(office),
  ...reviewDoors(office),
  ...templateDoors(office),
  ...importDoors(office),
  ...publicDoors(office),
  ...hookDoors(office),
})
