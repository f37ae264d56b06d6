import { effect, signal } from '@preact/signals'

/** What a reader has set, kept in this browser alone. */
export interface Settings {
  readonly language: 'en' | 'fr' | 'ar'
  readonly theme: 'system' | 'light' | 'dark'
  /** Whether single keys decide and move in review. */
  readonly shortcuts: boolean
  /** For people who read this all day: names are blurred until they are pointed at, and reports are behind a warning. */
  readonly blurNames: boolean
  readonly warnOfContent: boolean
  /** Who reviews in this browser; empty until it is said. */
  readonly reviewer: string
  /** Whether others' decisions are hidden (double coding). */
  readonly blind: boolean
}

const usual: Settings = {
  language: 'en',
  theme: 'system',
  shortcuts: true,
  blurNames: false,
  warnOfContent: false,
  reviewer: '',
  blind: false,
}
const key = 'herodotus-desk'

export const settings = signal<Settings>(kept())

export function change(some: Partial<Settings>): void {
  settings.value = { ...settings.value, ...some }
}

effect(() => {
  try {
    localStorage.setItem(key, JSON.stringify(settings.value))
  } catch {
    // A browser that keeps nothing: the settings last as long as the page.
  }
})

// Two tabs of one desk are of one reader.
addEventListener('storage', event => {
  if (event.key === key) settings.value = kept()
})

function kept(): Settings {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(key) ?? '{}')
    const known = Object.entries(stored ?? {}).filter(
      ([name, value]) => name in usual && typeof value === typeof usual[name as keyof Settings],
    )
    return { ...usual, ...Object.fromEntries(known) }
  } catch {
    return usual
  }
}
