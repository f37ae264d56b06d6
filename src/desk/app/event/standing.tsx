import type { Recorded } from '../../../model/recorded.js'
import { t } from '../messages/index.js'

/** What people decided on something; nothing where nobody has: in a matrix, most of it. */
export function Standing({
  of: { decided, contested },
}: {
  readonly of: Pick<Recorded<unknown>, 'decided' | 'contested'>
}) {
  if (contested && contested.length > 0)
    return <span class="standing contested">⚡ {t('decided.contested')}</span>
  if (!decided) return null
  return (
    <span class={`standing ${decided.how}`}>
      ✓ {t(`decided.${decided.how}`)} · <bdi>{decided.reviewer}</bdi>
    </span>
  )
}
