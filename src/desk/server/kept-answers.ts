/** So many are kept: of one filter, of any time and of any place. */
const most = 3

/**
 * Answers that take long to make, as text, as long as they are of the record as it is: a page that is opened again, or beside another,
 * has them at once.
 */
export class KeptAnswers {
  readonly #kept = new Map<string, { readonly tag: string; readonly text: Promise<string> }>()

  /** @param tag of the record: what was made of another is made anew */
  of(asked: string, tag: string, make: () => Promise<string>): Promise<string> {
    const found = this.#kept.get(asked)
    const text = found?.tag === tag ? found.text : make()
    this.#kept.delete(asked)
    this.#kept.set(asked, { tag, text })
    for (const [old, kept] of [...this.#kept]) {
      if (kept.tag !== tag || this.#kept.size > most) this.#kept.delete(old)
    }
    text.catch(() => {
      if (this.#kept.get(asked)?.text === text) this.#kept.delete(asked)
    })
    return text
  }
}
