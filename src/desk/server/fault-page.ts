/** A page for what the desk's own pages cannot say, since they are not let in. Its words are the program's own. */
export function faultPage({ message, help }: { readonly message: string; readonly help: string }): string {
  return `<!doctype html>
<html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Herodotus</title><h1>Herodotus</h1><p>${message}</p><p>${help}</p></html>
`
}
