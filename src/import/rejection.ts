/** Something that was not taken in, where it stands, what was found and what to do. */
export interface Rejection {
  /** The file, and the line in it, from 1, where it has lines. */
  readonly file: string
  readonly line: number | null
  /** The report's name and the event, where they are known. */
  readonly report: string | null
  readonly event: string | null
  /** The column, field or line at fault; null where it is the whole. */
  readonly field: string | null
  readonly message: string
  readonly help: string
}

/** What is wrong, before it is known in which file. */
export type Fault = Omit<Rejection, 'file' | 'line' | 'report' | 'event'> & { readonly event?: string }

export const fault = (field: string | null, message: string, help: string, event?: string): Fault => ({
  field,
  message,
  help,
  ...(event !== undefined && { event }),
})

/** A value of a file as a message shows it. */
export function shown(value: unknown): string {
  const text = JSON.stringify(value) ?? String(value)
  return text.length > 80 ? `${text.slice(0, 80)}…` : text
}
