/** The languages of the desk's own words, by their own names. The record's words are never translated. */
export const languages = [
  { id: 'en', name: 'English', direction: 'ltr' },
  { id: 'fr', name: 'Français', direction: 'ltr' },
  { id: 'ar', name: 'العربية', direction: 'rtl' },
] as const
export type Language = (typeof languages)[number]['id']

/** The messages of one part of the desk: English has the keys, and the others have the same. */
export const messagesOf = <K extends string>(
  messages: Readonly<Record<'en', Readonly<Record<K, string>>>> &
    Readonly<Record<Exclude<Language, 'en'>, Readonly<Record<NoInfer<K>, string>>>>,
): Readonly<Record<Language, Readonly<Record<K, string>>>> => messages
