import type { Meta } from '../../api.js'

type Format = Meta['formats'][number]

/** What an export can be asked to do besides. */
export const exportFlags = ['noQuotes', 'redactPersons', 'excel', 'sidecar'] as const
export type ExportFlag = (typeof exportFlags)[number]

export interface Wanted {
  readonly format: string
  /** Null or empty: the format's own. */
  readonly policy: string | null
  readonly flags: ReadonlySet<ExportFlag>
}

/** Whether a format can be made so. What is many files is a zip with all that belongs to it in any case. */
export function isOffered(flag: ExportFlag, { extension, quoteless }: Format): boolean {
  switch (flag) {
    case 'noQuotes':
      return quoteless
    case 'redactPersons':
      return true
    case 'excel':
      return extension === 'csv'
    case 'sidecar':
      return extension !== 'zip'
  }
}

/** Where an export is asked for; what its format cannot do is not asked of it. */
export function exportPath(
  format: Format,
  { policy, flags }: Wanted,
  filter: Readonly<Record<string, string>>,
): string {
  const asked = new URLSearchParams({ format: format.name, ...filter })
  if (format.policy !== null && policy) asked.set('policy', policy)
  for (const flag of exportFlags) if (flags.has(flag) && isOffered(flag, format)) asked.set(flag, '1')
  return `/api/export?${asked}`
}
