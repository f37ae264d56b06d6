/** What is made of something, once for each: a view that is come back to finds it as long as that is kept. */
export function once<Of extends object, Made>(make: (of: Of) => Made): (of: Of) => Made {
  const made = new WeakMap<Of, { readonly is: Made }>()
  return of => {
    const found = made.get(of) ?? { is: make(of) }
    made.set(of, found)
    return found.is
  }
}
