import { createReadStream } from 'node:fs'
import { InputFault } from '../model/input-fault.js'
import { Review } from '../model/review.js'
import { type Line, linesOf } from './inputs/lines.js'

/** A decision holds an event, and what it is merged with: more is none. */
const longestLine = 10_000_000

/** A line of a file of decisions: the decision, or why there is none. */
export interface ReviewLine {
  readonly number: number
  readonly review: Review | { readonly message: string }
}

/**
 * The decisions in a file, `-` for standard input; blank lines are left out.
 * @throws InputFault `cannot-read`
 */
export async function* reviewLines(file: string): AsyncGenerator<ReviewLine> {
  const stream = file === '-' ? process.stdin : createReadStream(file)
  try {
    for await (const line of linesOf(stream, longestLine)) {
      if (line.bytes === null || line.bytes.some(byte => byte > 0x20))
        yield { number: line.number, review: reviewIn(line) }
    }
  } catch (cause) {
    if (!(cause instanceof Error && 'syscall' in cause)) throw cause
    const help = 'give a file that herodotus review export wrote'
    throw new InputFault({
      code: 'cannot-read',
      source: file,
      message: `cannot be read: ${cause.message}`,
      help,
      cause,
    })
  }
}

function reviewIn({ bytes }: Line): ReviewLine['review'] {
  if (bytes === null) return { message: `the line is longer than ${longestLine} bytes` }
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    const { data, error } = Review.safeParse(JSON.parse(text))
    if (data) return data
    const [first] = error.issues
    const where = first?.path.join('.') || 'the line'
    return { message: `it is no decision: ${where}: ${first?.message ?? 'of another form'}` }
  } catch (error) {
    if (error instanceof SyntaxError) return { message: `it is no JSON: ${error.message}` }
    if (error instanceof TypeError) return { message: 'it is not UTF-8' }
    // Lists within lists without end are more than the stack holds.
    if (error instanceof RangeError) return { message: 'it is nested too deep for a decision' }
    throw error
  }
}
