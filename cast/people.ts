import type { PostKind } from '#language'
import type { PlaceName } from './tree.ts'

/** Who works where. Invented names; the key is how stories call her, and her user name. */
export const cast = {
  keeper: { name: '关静', posts: [['admin', 'province']] },
  provinceStaff: { name: '乔安', posts: [['staff', 'province']] },
  cityChair: { name: '隋云', posts: [['chair', 'city']] },
  countyKeeper: { name: '郎月', posts: [['admin', 'county']] },
  countyChair: { name: '包兰', posts: [['chair', 'county']] },
  countyStaff: { name: '石榴', posts: [['staff', 'county']] },
  townChair: { name: '佟霞', posts: [['chair', 'township']] },
  townStaff: { name: '谷雨', posts: [['staff', 'township']] },
  villageChair: { name: '白露', posts: [['chair', 'village']] },
  villageVice: { name: '穆青', posts: [['vice', 'village']] },
  executive: { name: '柳絮', posts: [['executive', 'village']] },
  leader: { name: '杏花', posts: [['leader', 'village']] },
  lecturer: { name: '文竹', posts: [['lecturer', 'village']] },
  neighbour: { name: '冬梅', posts: [['chair', 'otherVillage']] },
  stranger: { name: '远山', posts: [['staff', 'farCounty']] },
  farChair: { name: '秋水', posts: [['chair', 'farVillage']] },
  guest: { name: '来客', posts: [] },
} satisfies Record<string, { name: string; posts: [PostKind, PlaceName][] }>

export type Role = keyof typeof cast
