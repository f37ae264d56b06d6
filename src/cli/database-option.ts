import { Option } from 'commander'

/** The flag that says where the record is kept, the same for every command. */
export const databaseOption = (): Option =>
  new Option('--database, --db <file>', 'the database: an SQLite file, or postgres://USER@HOST/NAME')
    .env('DATABASE_URL')
    .default('herodotus.db')
