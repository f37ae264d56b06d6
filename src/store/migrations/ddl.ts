import type { ColumnDefinitionBuilder } from 'kysely'

/** The few words of schema that engines say differently. */
export interface Ddl {
  readonly bytes: 'blob' | 'bytea'
  /** A whole number that grows with each row added and is never given twice. */
  readonly sequence: {
    readonly type: 'integer' | 'bigint'
    build(column: ColumnDefinitionBuilder): ColumnDefinitionBuilder
  }
  /** Statements after which rows of a table can be added, and neither changed nor deleted. */
  appendOnly(table: string): readonly string[]
}

export const sqliteDdl: Ddl = {
  bytes: 'blob',
  sequence: { type: 'integer', build: column => column.primaryKey().autoIncrement() },
  appendOnly: table =>
    ['update', 'delete'].map(
      change => `create trigger ${table}_no_${change} before ${change} on ${table}
        begin select raise(abort, '${table} are only ever appended'); end`,
    ),
}
