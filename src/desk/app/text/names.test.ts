import { describe, expect, it } from 'vitest'
import { masked, namesIn, nameWords } from './names.js'

const known = nameWords(['Dana Orlo', 'Abu Zeyd al-Taren', 'Pia de la Morn', 'ليلى حداد'])
const found = (text: string) => namesIn(text, known).map(({ start, end }) => text.slice(start, end))

describe('a name is found', () => {
  it.each([
    ['whole', 'Men killed Dana Orlo on Monday.', ['Dana Orlo']],
    ['by a part of it', 'Ms. Orlo was 40; Dana had a shop.', ['Orlo', 'Dana']],
    ['over a line’s end', 'Dana\nOrlo', ['Dana\nOrlo']],
    ['in the genitive', "Orlo’s shop and Dana Orlo's brother", ['Orlo', 'Dana Orlo']],
    ['with its particles', 'Pia de la Morn and Pia Morn', ['Pia de la Morn', 'Pia Morn']],
    ['with an article', 'Abu Zeyd al-Taren said', ['Abu Zeyd al-Taren']],
    ['in a script without capitals', 'اعتقلوا ليلى حداد أمس', ['ليلى حداد']],
    ['side by side with another', 'Dana Orlo, Pia Morn', ['Dana Orlo', 'Pia Morn']],
  ])('%s', (_, text, names) => {
    expect(found(text)).toEqual(names)
  })
})

it('no other word is taken for it', () => {
  expect(found('Orlovo, danas, the orlo, Danae and the de la road')).toEqual([])
})

it('where nobody is known, nothing is found', () => {
  expect(namesIn('Dana Orlo', nameWords([]))).toEqual([])
})

it('what cannot be blurred is covered', () => {
  expect(masked('Orlo’s trial: Dana Orlo freed', known)).toBe('▒▒▒’s trial: ▒▒▒ freed')
  expect(masked('No name here', known)).toBe('No name here')
})
