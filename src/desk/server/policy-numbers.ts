import { accountsOf, tollKey, tollsOf } from '../../export/accounts.js'
import type { Occurrence } from '../../export/format.js'
import { policyOf, sourcesOf } from '../../export/policies.js'
import { HarmKind } from '../../model/vocabulary.js'
import type { EventDetail } from '../api.js'
import { offeredPolicies } from './record.js'

/** What each policy makes of the counts of an occurrence, for each kind of harm that is told with a number. */
export function policyNumbers(occurrence: Occurrence): EventDetail['policies'] {
  return HarmKind.options.flatMap(what => {
    const accounts = accountsOf(occurrence, 'harm', telling => tollsOf(telling, what, () => null), tollKey)
    const numbers = offeredPolicies.flatMap(name => {
      const policy = policyOf(name)
      const estimate = policy.estimate(accounts)
      if (!estimate) return []
      const sources = [...new Set(accounts.flatMap(account => sourcesOf(account)))]
      return [{ policy: name, ...estimate, sources }]
    })
    return numbers.length > 0 ? [{ what, numbers }] : []
  })
}
