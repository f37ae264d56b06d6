import { expect, it } from 'vitest'
import { claimId } from '../text/ids.js'
import { claimName } from './claim-name.js'

it('a claim has the name that it has in the record', async () => {
  const trigger = { start: 120, end: 127, exact: 'تفجير ✦' }
  const report = 'report:0123456789abcdef'
  expect(await claimName(report, trigger)).toBe(claimId(report, trigger))
})
