import { describe, expect, it } from 'vitest'
import { compareBounds, compareBreadth, edtfBounds } from './edtf.js'

describe('edtfBounds', () => {
  it.each([
    ['2031-03-05', '2031-03-05', '2031-03-05'],
    ['2031-03', '2031-03-01', '2031-03-31'],
    ['2032-02', '2032-02-01', '2032-02-29'],
    ['2100-02', '2100-02-01', '2100-02-28'],
    ['2031', '2031-01-01', '2031-12-31'],
    ['203X', '2030-01-01', '2039-12-31'],
    ['2031-21', '2031-03-01', '2031-05-31'],
    ['2031-24', '2031-12-01', '2032-02-29'],
    ['2031-10-12~', '2031-10-12', '2031-10-12'],
    ['2031-10-11/2031-10-20', '2031-10-11', '2031-10-20'],
    ['2031-01/2031-04', '2031-01-01', '2031-04-30'],
    ['2031-05/..', '2031-05-01', null],
    ['../2031-12-04', null, '2031-12-04'],
    ['XXXX-12-06', null, null],
  ])('%s', (edtf, earliest, latest) => {
    expect(edtfBounds(edtf)).toEqual({ earliest, latest })
  })

  it.each(['2031-02-30', '2031-13', '2031-00-10', 'March', '', '2031/', '31-3-5'])('refuses %j', edtf => {
    expect(() => edtfBounds(edtf)).toThrow(SyntaxError)
  })
})

describe('compareBounds', () => {
  it('orders by first day, then by last; open values by the end they have; unknown ones last', () => {
    const values = ['2031', '2031-03-05', '../2031-02-01', 'XXXX-12-06', '2031-01/2031-02', '2030-12/..']
    const sorted = values.map(edtf => ({ edtf, ...edtfBounds(edtf) })).sort(compareBounds)
    expect(sorted.map(({ edtf }) => edtf)).toEqual([
      '2030-12/..',
      '2031-01/2031-02',
      '2031',
      '../2031-02-01',
      '2031-03-05',
      'XXXX-12-06',
    ])
  })
})

describe('compareBreadth', () => {
  it('orders by how much a value tells, open ones last, of equals the earlier first', () => {
    const values = ['2031', '2031-03/..', '2031-03', '2031-03-05', '2030-03-05']
    const sorted = values.map(edtf => ({ edtf, ...edtfBounds(edtf) })).sort(compareBreadth)
    expect(sorted.map(({ edtf }) => edtf)).toEqual([
      '2030-03-05',
      '2031-03-05',
      '2031-03',
      '2031',
      '2031-03/..',
    ])
  })
})
