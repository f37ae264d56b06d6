import { z } from 'zod'

/** A JobFault as it is kept. */
export const JobFaultShape = z.object({ code: z.string(), message: z.string(), help: z.string() })
