/**
 * The pages of a list, one after the other, each asked for when it is wanted.
 * @param page asks for the page that follows what the one before named as its `next`; the first follows null
 */
export async function* everyPage<P extends { readonly next: string | null }>(
  page: (after: string | null) => Promise<P>,
): AsyncGenerator<P> {
  let after: string | null = null
  do {
    const one: P = await page(after)
    yield one
    after = one.next
  } while (after !== null)
}
