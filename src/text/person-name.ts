/** One to five words with capitals, or of a script that has none: what a person's name looks like. */
export const isPersonName = (text: string): boolean =>
  /^[\p{Lu}\p{Lo}][\p{L}\p{M}’'.-]*(?: (?:[\p{Lu}\p{Lo}][\p{L}\p{M}’'.-]*|al-\p{Lu}[\p{L}\p{M}’'-]*|bin|ibn|abu|von|van|de|del|della|der|la|al|el|ul|di|da|dos|y)){0,4}$/u.test(
    text,
  )

/** One word with a capital may be an agency, where no rule has told that it is a person. */
export const isFullName = (text: string): boolean => text.includes(' ') && isPersonName(text)
