import { type AcledKind, acledKinds } from '../src/import/acled-kinds.js'

const who: Readonly<Record<AcledKind['by'], string>> = {
  first: 'actor1, to actor2',
  second: 'actor2, to actor1',
  both: 'both',
  government: 'whichever is a government’s or a foreign force; both where that is not one of the two',
  'non-state': 'whichever is neither; both where that is not one of the two',
}

/** The page of what each sub-event type of ACLED is taken as. */
export function importKindsPage(): string {
  const rows = Object.entries(acledKinds).map(([sub, kind]) =>
    kind
      ? `| ${sub} | \`${kind.kind}\` | ${who[kind.by]} | ${kind.lost ?? ''} |`
      : `| ${sub} | refused | | it could be any of many kinds, and none stands for all of them |`,
  )
  return `# ACLED’s types as kinds

Made by \`npm run generate\` from \`src/import/acled-kinds.ts\`; [import.md](import.md) says how rows are taken in. What the kind does not tell is noted
in the reading ([kind-coarser](diagnostics/kind-coarser.md)).

| sub_event_type | kind | who does it | what the kind does not tell |
|---|---|---|---|
${rows.join('\n')}
`
}
