import { useEffect } from 'react'

/** Names the browser's tab after the page: 今天 · 娘家. */
export function usePageTitle(name: string): void {
  useEffect(() => {
    document.title = name ? `${name} · 娘家` : '娘家'
  }, [name])
}
