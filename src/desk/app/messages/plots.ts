import { messagesOf } from '../../messages/catalogue.js'
import { plotsAr } from './plots-ar.js'
import { plotsEn } from './plots-en.js'
import { plotsFr } from './plots-fr.js'

/** The timeline, the map and the network. */
export const plots = messagesOf({ en: plotsEn, fr: plotsFr, ar: plotsAr })
