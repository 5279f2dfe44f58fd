const numbers: Readonly<Record<string, number>> = { province: 1, prefecture: 2, county: 3, township: 4, village: 5 }

/** The number of a level an answer names. */
export const levelOf = (answer: unknown): number | undefined =>
  typeof answer === 'string' ? numbers[answer] : undefined
