import { z } from 'zod'

/** A quote of a coding (codebook section 6): words, or words with their offsets in code points. */
const QuoteEntry = z.union([z.string(), z.object({ start: z.number(), end: z.number(), exact: z.string() })])
export type QuoteEntry = z.infer<typeof QuoteEntry>

const quotes = z.array(QuoteEntry)
const named = z.object({ name: z.string().nullish(), quotes })

/** An event of a coding, as far as it is scored. The codebook's scorer takes a missing field for an empty one. */
export const CodedEvent = z.object({
  kind: z.string(),
  trigger: quotes,
  status: z.string(),
  when: z.object({ edtf: z.string().nullish(), quotes: quotes.nullish() }).nullish(),
  where: z.array(named.extend({ country: z.string().nullish() })).nullish(),
  initiators: z.array(named).nullish(),
  targets: z.array(named).nullish(),
  means: quotes.nullish(),
  harm: z
    .array(z.object({ what: z.string(), low: z.number().nullish(), high: z.number().nullish(), quotes }))
    .nullish(),
  said: z
    .array(
      z.object({
        holder: z.string().nullish(),
        stance: z.string(),
        about: z.string(),
        quotes: quotes.nullish(),
      }),
    )
    .nullish(),
})
export type CodedEvent = z.infer<typeof CodedEvent>

/** One report's coding in the codebook's form. */
export const CodingFile = z.object({ report: z.string(), events: z.array(CodedEvent) })
export type CodingFile = z.infer<typeof CodingFile>
