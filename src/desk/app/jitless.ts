import { config } from 'zod'

// The desk's content security policy lets nothing make code of text; zod need not try.
config({ jitless: true })
