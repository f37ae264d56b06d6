/**
 * Words that end in a full stop without ending a sentence, lower case and without the stop. Three lists, by what the
 * next word tells: editable, one group a line.
 */

const list = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/))

/** Always followed by more of the sentence: ranks, titles, what stands before a name. */
export const neverLast = list(`
  mr mrs ms messrs mme mlle dr prof rev fr hon sr
  gen lt col maj brig capt cpt cmdr cdr adm sgt cpl pvt pfc spc msgt ssgt tsgt cpo wo ens det insp supt
  pres gov sen rep reps sens amb sec min atty asst dep dist
  st ste mt ft
  vs v cf viz eg e.g ie i.e al
`)

/** An abbreviation only before a number: "No. 5", "Nov. 24", "pp. 3". */
export const beforeNumber = list(`
  no nos pp para art ch fig vol approx ca est
  jan feb mar apr jun jul aug sep sept oct nov dec
`)

/** May end a sentence: it does if the next word is one that opens sentences. */
export const maybeLast = list(`
  a.m p.m am pm u.s u.n u.k u.s.a e.u d.c u.a.e u.s.s.r
  inc corp co ltd llc bros plc s.a n.v
  jr esq ph.d m.d b.c a.d
  etc km mi sq ave blvd rd gmt
`)

/** Words that open sentences in news: after one of `maybeLast`, or an initial, they show that a sentence has ended. */
export const openers = list(`
  the a an this that these those there it its he she they we i you his her their our my
  in on at by for from with after before since until while when where as if although though because however
  but and or so yet nor meanwhile also earlier later then now
  who what why how both many some most all several one two three no not
  according officials police witnesses
`)
