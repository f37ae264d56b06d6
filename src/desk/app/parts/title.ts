import { useEffect } from 'preact/hooks'

/** Names the page, for the tab and for screen readers; null leaves that to another part of it. */
export function useTitle(title: string | null): void {
  useEffect(() => {
    if (title !== null) document.title = `${title} · Herodotus`
  }, [title])
}
