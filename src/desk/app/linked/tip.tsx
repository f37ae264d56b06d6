/** Words beside what the pointer is on. */
export interface TipOf {
  readonly x: number
  readonly y: number
  readonly lines: readonly string[]
}

export function Tip({ tip, width }: { readonly tip: TipOf | null; readonly width: number }) {
  if (tip === null) return null
  const isFar = tip.x > width / 2
  const across = isFar ? { right: `${width - tip.x + 12}px` } : { left: `${tip.x + 12}px` }
  return (
    <div class="tip" aria-hidden="true" style={{ ...across, top: `${tip.y + 12}px` }}>
      {tip.lines.map(line => (
        <div key={line} dir="auto">
          {line}
        </div>
      ))}
    </div>
  )
}
