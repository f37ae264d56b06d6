import { z } from 'zod'
import { About, Certainty, EventKind, HarmKind, Stance, Status } from '../../model/vocabulary.js'

const words = z.string().min(1)
const quotes = z.array(words).min(1)
/** Left out as often as given as null, where no schema is kept to. */
const wordsOrNull = words.nullable().default(null)

const Actor = z.object({ name: words, certainty: Certainty, quotes })
const Place = z.object({ quotes })
const Time = z.object({ quotes })
const Harm = z.object({ what: HarmKind, of: wordsOrNull, quotes })
const Said = z.object({
  holder: wordsOrNull,
  stance: Stance,
  about: About,
  via: wordsOrNull,
  cue: wordsOrNull,
  quotes,
})
const Head = z.object({ kind: EventKind, trigger: quotes, status: Status })

/**
 * An event in the codebook's own form (codebook section 6), less what the program works out from the words by rule: dates,
 * countries, levels, types, numbers. A whole coding holds this much, and what it holds beside is not looked at.
 */
export interface CodedEvent extends z.infer<typeof Head> {
  readonly when: z.infer<typeof Time> | null
  readonly where: readonly z.infer<typeof Place>[]
  readonly initiators: readonly z.infer<typeof Actor>[]
  readonly targets: readonly z.infer<typeof Actor>[]
  readonly means: readonly string[]
  readonly harm: readonly z.infer<typeof Harm>[]
  readonly said: readonly z.infer<typeof Said>[]
}

const AskedFor = z.object({
  events: z.array(
    Head.extend({
      when: Time.nullable(),
      where: z.array(Place),
      initiators: z.array(Actor),
      targets: z.array(Actor),
      means: z.array(words),
      harm: z.array(Harm),
      said: z.array(Said),
    }),
  ),
})

/** The form as JSON Schema, for servers that can keep a model to one; lengths and defaults are left out, which some of them refuse. */
export const askedForm = z.toJSONSchema(AskedFor, {
  target: 'draft-7',
  override: ({ jsonSchema }) => {
    delete jsonSchema.minLength
    delete jsonSchema.minItems
    delete jsonSchema.default
  },
})

/**
 * Reads an answer event by event: what is not of the form is refused with its place in the answer and why, and the rest is
 * kept. Null where the answer as a whole is no list of events: it is broken, or was cut.
 */
export function readAnswer(text: string, refuse: (what: string) => void): readonly CodedEvent[] | null {
  const answer = z.object({ events: z.array(z.unknown()) }).safeParse(jsonIn(text))
  if (!answer.success) return null
  return answer.data.events.flatMap((event, i) => readEvent(event, `events[${i}]`, refuse) ?? [])
}

function readEvent(event: unknown, at: string, refuse: (what: string) => void): CodedEvent | null {
  const read = <T>(schema: z.ZodType<T>, value: unknown, where: string): T[] => {
    const parsed = schema.safeParse(value)
    if (parsed.success) return [parsed.data]
    refuse(faultIn(parsed.error, value, where))
    return []
  }
  const [head] = read(Head, event, at)
  if (!head) return null
  const field = (name: string): unknown => (event as Readonly<Record<string, unknown>>)[name] ?? []
  const list = <T>(schema: z.ZodType<T>, name: string): T[] =>
    read(z.array(z.unknown()), field(name), `${at}.${name}`)
      .flat()
      .flatMap((item, i) => read(schema, item, `${at}.${name}[${i}]`))
  const when = [field('when')].flat().flatMap(value => read(Time, value, `${at}.when`))
  return {
    ...head,
    when: when[0] ?? null,
    where: list(Place, 'where'),
    initiators: list(Actor, 'initiators'),
    targets: list(Actor, 'targets'),
    means: list(words, 'means'),
    harm: list(Harm, 'harm'),
    said: list(Said, 'said'),
  }
}

function faultIn(error: z.ZodError, value: unknown, where: string): string {
  const [issue] = error.issues
  const path = (issue?.path ?? []).map(String)
  const found = path.reduce<unknown>(
    (part, key) => (part as Readonly<Record<string, unknown>> | null)?.[key],
    value,
  )
  const shown = JSON.stringify(found)?.slice(0, 80) ?? 'nothing'
  return `${[where, ...path].join('.')} is ${shown}`
}

/** The JSON object in an answer, without the fence, the thoughts or the courtesies that models put around it. */
function jsonIn(text: string): unknown {
  const answer = text.replace(/^[\s\S]*<\/think>/, '')
  try {
    return JSON.parse(answer.slice(answer.indexOf('{'), answer.lastIndexOf('}') + 1))
  } catch {
    return null
  }
}
