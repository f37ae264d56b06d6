import { expect, it } from 'vitest'
import { draftOf, forgetDraft, keepDraft } from './edit-drafts.js'

function storage() {
  const held = new Map<string, string>()
  return {
    getItem: (key: string) => held.get(key) ?? null,
    setItem: (key: string, value: string) => void held.set(key, value),
    removeItem: (key: string) => void held.delete(key),
  }
}
const draft = { form: { low: '12' }, words: [{ start: 3, end: 9 }] }

it('a draft is kept by what it is of, until it is forgotten', () => {
  const here = storage()
  keepDraft(here, 'event:1/harm.0', draft)
  keepDraft(here, 'event:1/harm.1', { ...draft, words: null })
  expect(draftOf(here, 'event:1/harm.0')).toEqual(draft)
  forgetDraft(here, 'event:1/harm.0')
  expect(draftOf(here, 'event:1/harm.0')).toBeNull()
  expect(draftOf(here, 'event:1/harm.1')?.words).toBeNull()
})

it.each(['{"form":', '{}', '{"form":{"low":12},"words":null}', '{"form":{},"words":[{"start":"3"}]}'])(
  'what is no draft is none: %s',
  kept => {
    const here = storage()
    here.setItem('herodotus-draft:x', kept)
    expect(draftOf(here, 'x')).toBeNull()
  },
)

it('a browser that keeps nothing breaks nothing', () => {
  const refusing = {
    getItem: () => null,
    setItem: () => {
      throw new DOMException('full')
    },
    removeItem: () => {},
  }
  expect(() => keepDraft(refusing, 'x', draft)).not.toThrow()
})
