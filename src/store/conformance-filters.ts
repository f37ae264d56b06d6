import type { EventFilter } from '../ports.js'

/** What filters find among the events of the conformance checks, by their triggers in order of the text. */
export const filters: readonly (readonly [EventFilter, readonly string[]])[] = [
  [{ kind: 'arrest' }, ['arrested']],
  [{ status: 'prospective' }, ['Talks']],
  [{ status: 'asserted', kind: 'raid' }, ['raided']],
  [{ place: 'vES' }, ['shelled']],
  [{ place: 'gb' }, ['arrested']],
  [{ place: 'οδος' }, ['bomb']],
  [{ place: 'strasse' }, ['raided']],
  [{ place: '_1' }, ['arrested']],
  [{ place: '%' }, []],
  [{ place: '\\' }, []],
  [{ actor: 'émile' }, ['arrested']],
  [{ actor: 'EMILE' }, ['arrested']],
  [{ actor: 'front' }, ['shelled']],
  [{ holder: 'red cross' }, ['shelled']],
  [{ holder: 'front' }, []],
  [{ report: 'HARBOUR' }, ['shelled', 'arrested', 'Talks']],
  [{ report: 'bridge 100%' }, ['raided', 'siege', 'bomb']],
  [{ report: 'bridge' }, []],
  [{ from: '2031-04-30' }, ['siege', 'bomb', 'arrested']],
  [{ from: '2031-05-01' }, ['siege', 'bomb']],
  [{ to: '2030-01-01' }, ['raided', 'siege']],
  [{ to: '2029-12-31' }, ['raided']],
  [{ from: '2031-03-05', to: '2031-03-05' }, ['siege', 'bomb', 'shelled']],
  [{ from: '2031-03-06', to: '2031-03-31' }, ['siege']],
]
