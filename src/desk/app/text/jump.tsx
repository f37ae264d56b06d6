/** The words that are looked at, and the value that they carry: one of each on a page. */
export type Place = 'words' | 'value'

/**
 * A way from a value to its words and back, for who reads by ear or moves by keyboard: it takes the focus there. Seen only while it
 * has the focus itself; its name is no text, so that the report's text stays as it was.
 */
export function Jump({ to, label }: { readonly to: Place; readonly label: string }) {
  return (
    // biome-ignore lint/a11y/useAnchorContent: it has a name, and no text within the report's.
    <a
      class={`jump to-${to}`}
      href={`#${to}`}
      aria-label={label}
      onClick={event => {
        event.preventDefault()
        const place = document.getElementById(to)
        place?.scrollIntoView({ block: 'nearest' })
        place?.focus({ preventScroll: true })
      }}
    />
  )
}
