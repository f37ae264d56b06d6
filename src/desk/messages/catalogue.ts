/** The languages of the desk's own words, by their own names. The record's words are never translated. */
export const languages = [
  { id: 'en', name: 'English', direction: 'ltr' },
  { id: 'fr', name: 'Français', direction: 'ltr' },
  { id: 'ar', name: 'العربية', direction: 'rtl' },
] as const
export type Language = (typeof languages)[number]['id']

export const directionOf = (language: Language): 'ltr' | 'rtl' =>
  languages.find(({ id }) => id === language)?.direction ?? 'ltr'

/** The messages of one part of the desk: English has the keys, and the others have the same. */
export const messagesOf = <K extends string>(
  messages: Readonly<Record<'en', Readonly<Record<K, string>>>> &
    Readonly<Record<Exclude<Language, 'en'>, Readonly<Record<NoInfer<K>, string>>>>,
): Readonly<Record<Language, Readonly<Record<K, string>>>> => messages

/**
 * The form of a message that the language has for a count, where it has several: `one: {count} event | other: {count} events`.
 * @param count what is counted; anything but a number leaves the message as it is
 */
export function formOf(message: string, language: Language, count: unknown): string {
  if (typeof count !== 'number' || !message.includes(' | ')) return message
  const forms = new Map(
    message.split(' | ').map(form => {
      const [name = '', ...rest] = form.split(': ')
      return [name, rest.join(': ')]
    }),
  )
  return forms.get(new Intl.PluralRules(language).select(count)) ?? forms.get('other') ?? message
}
