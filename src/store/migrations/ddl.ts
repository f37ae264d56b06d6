import { type ColumnDefinitionBuilder, type Kysely, type RawBuilder, sql } from 'kysely'

/** The few words of schema that engines say differently. */
export interface Ddl {
  /** Text that is compared byte by byte: PostgreSQL's own order hangs on the machine's language. */
  readonly text: 'text' | RawBuilder<string>
  readonly bytes: 'blob' | 'bytea'
  readonly double: 'real' | 'double precision'
  /** A whole number that grows with each row added and is never given twice. */
  readonly sequence: {
    readonly type: 'integer'
    build(column: ColumnDefinitionBuilder): ColumnDefinitionBuilder
  }
  /** Statements after which rows of a table can be added, and neither changed nor deleted. */
  appendOnly(table: string): readonly string[]
  /** Statements that make `passage_terms`: by its `rowid` a passage, in its `terms` the words that it says. */
  readonly termIndex: readonly string[]
  /** Statements that make the table of jobs; none where pg-boss makes its own. */
  readonly jobs: readonly string[]
  /** The schema that the tables are in; undefined where the engine has none. */
  schema<T>(db: Kysely<T>): Promise<string | undefined>
  /** The names of the tables that are there, of any program. */
  tables<T>(db: Kysely<T>): Promise<readonly string[]>
}

export const sqliteDdl: Ddl = {
  text: 'text',
  bytes: 'blob',
  double: 'real',
  sequence: { type: 'integer', build: column => column.primaryKey().autoIncrement() },
  appendOnly: table =>
    ['update', 'delete'].map(
      change => `create trigger ${table}_no_${change} before ${change} on ${table}
        begin select raise(abort, '${table} are only ever appended'); end`,
    ),
  // The terms come cut and folded (search-terms.ts): all that is left is to part them at the spaces.
  termIndex: [
    `create virtual table passage_terms using fts5(terms, content = '',
       tokenize = "unicode61 remove_diacritics 0 categories 'L* M* N*'")`,
  ],
  jobs: [
    `create table jobs (seq integer primary key autoincrement, id text not null unique,
       capture text not null references captures (id), source text not null, reader text, reader_url text,
       state text not null, attempts integer not null, fault text, ended integer)`,
    'create index jobs_in_state on jobs (state, seq)',
    'create index jobs_ended on jobs (state, ended)',
  ],
  schema: async () => undefined,
  tables: async <T>(db: Kysely<T>) =>
    (await sql<{ name: string }>`select name from sqlite_master where type = 'table'`.execute(db)).rows.map(
      ({ name }) => name,
    ),
}

export const postgresDdl: Ddl = {
  text: sql`text collate "C"`,
  bytes: 'bytea',
  double: 'double precision',
  sequence: { type: 'integer', build: column => column.generatedByDefaultAsIdentity().primaryKey() },
  appendOnly: table => [
    `create function ${table}_only_appended() returns trigger language plpgsql
       as $$ begin raise exception '${table} are only ever appended'; end $$`,
    `create trigger ${table}_no_change before update or delete or truncate on ${table}
       for each statement execute function ${table}_only_appended()`,
  ],
  termIndex: [
    'create table passage_terms (rowid integer primary key references passages (id), terms tsvector not null)',
    'create index passage_terms_index on passage_terms using gin (terms)',
  ],
  jobs: [],
  schema: async <T>(db: Kysely<T>) =>
    (await sql<{ name: string | null }>`select current_schema() as name`.execute(db)).rows[0]?.name ??
    undefined,
  // Other schemas of the database are other programs' business.
  tables: async <T>(db: Kysely<T>) =>
    (
      await sql<{ name: string }>`
        select tablename as name from pg_catalog.pg_tables where schemaname = current_schema()`.execute(db)
    ).rows.map(({ name }) => name),
}
