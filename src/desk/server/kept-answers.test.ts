import { expect, it } from 'vitest'
import { KeptAnswers } from './kept-answers.js'

function answering() {
  const kept = new KeptAnswers()
  const made: string[] = []
  const ask = (asked: string, tag: string): Promise<string> =>
    kept.of(asked, tag, async () => {
      made.push(`${asked} ${tag}`)
      if (asked === 'fault') throw new Error('the store is locked')
      return `${asked} ${tag}`
    })
  return { ask, made }
}

it('an answer is made once while the record is the same, also for who asks meanwhile', async () => {
  const { ask, made } = answering()
  expect(await Promise.all([ask('a', '1'), ask('a', '1'), ask('b', '1')])).toEqual(['a 1', 'a 1', 'b 1'])
  expect(await ask('a', '2')).toBe('a 2')
  expect(await ask('b', '2')).toBe('b 2')
  expect(made).toEqual(['a 1', 'b 1', 'a 2', 'b 2'])
})

it('the last three that were asked for are kept, and no fault is', async () => {
  const { ask, made } = answering()
  for (const asked of ['a', 'b', 'c', 'a', 'd', 'a', 'b']) await ask(asked, '1')
  expect(made).toEqual(['a 1', 'b 1', 'c 1', 'd 1', 'b 1'])
  for (let time = 0; time < 2; time++) await expect(ask('fault', '1')).rejects.toThrow('locked')
  expect(made.slice(5)).toEqual(['fault 1', 'fault 1'])
})
