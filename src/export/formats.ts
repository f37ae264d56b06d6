import type { Format } from './format.js'

/** Every format that the record goes out in, in the order in which help lists them. */
export const formats: readonly Format[] = []

/** The format of a name, as `--format` gives it. */
export const formatOf = (name: string): Format | null => formats.find(format => format.name === name) ?? null
