/** A row of a file to be checked: its cells by column, or what is wrong with it as a row; of a folder with the file that it is in. */
export type CheckRow = { readonly line: number; readonly file?: string } & (
  | { readonly cells: Readonly<Record<string, unknown>> }
  | { readonly broken: string }
)

/** What a file to be checked is made of: the names of its columns, rows, what stands around them. */
export type CheckPart =
  | { readonly columns: readonly string[] }
  | CheckRow
  | { readonly frame: Readonly<Record<string, unknown>> | null }
