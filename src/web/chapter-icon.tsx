import Flag from 'lucide-react/icons/flag'
import HeartHandshake from 'lucide-react/icons/heart-handshake'
import House from 'lucide-react/icons/house'
import Megaphone from 'lucide-react/icons/megaphone'
import Scale from 'lucide-react/icons/scale'
import Sprout from 'lucide-react/icons/sprout'
import Trophy from 'lucide-react/icons/trophy'
import Users from 'lucide-react/icons/users'

const icons: Record<string, typeof Users> = {
  plan: Flag,
  lead: Megaphone,
  develop: Sprout,
  family: House,
  rights: Scale,
  care: HeartHandshake,
  reform: Users,
  honours: Trophy,
}

/** The little drawing beside a programme's name: by its chapter, never by the programme. */
export function ChapterIcon({ chapter }: { chapter: string }) {
  const Icon = icons[chapter] ?? Users
  return <Icon />
}
