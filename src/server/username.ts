/** A user name: Chinese characters, letters, digits, dot and underscore, 2 to 30 of them. */
export const isUsername = (text: string): boolean => /^[\p{Script=Han}a-z0-9_.·]{2,30}$/u.test(plainUsername(text))

/** The one spelling a user name is stored and looked up under. */
export const plainUsername = (text: string): string => text.normalize('NFKC').trim().toLowerCase()
