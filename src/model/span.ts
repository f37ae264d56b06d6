import { z } from 'zod'

const offset = z.number().int().min(0)

/** A half-open stretch of a body, in UTF-16 code units. */
export const Span = z.object({ start: offset, end: offset }).readonly()
export type Span = z.infer<typeof Span>

/** A span kept with its words, so that drift shows: `body.slice(start, end) === exact`. */
export const Quote = z.object({ start: offset, end: offset, exact: z.string().min(1) }).readonly()
export type Quote = z.infer<typeof Quote>

/** The words that a value rests on. Never empty: a value without words does not exist. */
export const Evidence = z.tuple([Quote], Quote).readonly()
export type Evidence = z.infer<typeof Evidence>
