/** Whether a database is given by the address of a PostgreSQL server, and not by a file's path. */
export function isPostgres(database: string): boolean {
  return /^postgres(?:ql)?:/i.test(database)
}

/** What a database is called where people read it: an address without its password and settings; a path as it is. */
export function databaseName(database: string): string {
  if (!isPostgres(database)) return database
  try {
    const url = new URL(database)
    url.password = ''
    url.search = ''
    url.hash = ''
    return url.href
  } catch {
    return 'the PostgreSQL database'
  }
}
