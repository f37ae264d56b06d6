import { messagesOf } from '../../messages/catalogue.js'
import { ar } from './review-ar.js'
import { en } from './review-en.js'
import { fr } from './review-fr.js'

/** Reviewing, correcting and double coding. */
export const review = messagesOf({ en, fr, ar })
