/** A waiting thing's link is a path of our own pages; anything else leads to the list. */
export const waitLink = (link: string): string => {
  const path = link.replace(/^https?:\/\/[^/]+/, '').replace(/^\/field(?=\/|$)/, '')
  return /^\/[a-z]/.test(path) ? path : '/records'
}
