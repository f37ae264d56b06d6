import { describe, expect, it } from 'vitest'
import type { Labels } from '../../model/labels.js'
import type { Report } from '../../model/report.js'
import type { Reader } from '../../ports.js'
import { segmentReport } from '../3-segment/index.js'
import { labelReport } from './index.js'

const nothing: Labels = { triggers: [], mentions: [], roles: [], harms: [], attributions: [], same: [] }

/** What a reader is given of a text, and the codes of what is noted. */
async function givenTo(text: string, reader: Partial<Reader> = {}) {
  const given: string[] = []
  const report: Report = {
    id: 'report:0000000000000000',
    snapshot: `snapshot:${'0'.repeat(64)}`,
    name: 'test',
    body: text,
    outlet: null,
    headline: null,
    published: null,
    regions: [{ kind: 'prose', span: { start: 0, end: text.length }, by: 'test' }],
  }
  const { notes } = await labelReport(report, segmentReport(report), {
    version: 'test',
    async read({ body }, sentences) {
      given.push(...sentences.map(({ start, end }) => body.slice(start, end)))
      return nothing
    },
    ...reader,
  })
  return { given, notes }
}

const english =
  'At least twelve soldiers were killed on Tuesday in an attack on a checkpoint in the north of Ardania, a spokesman said.'

describe('a reader that knows English', () => {
  it('is given an English report without complaint', async () => {
    expect(await givenTo(english)).toEqual({ given: [english], notes: [] })
  })

  it.each([
    [
      'Spanish',
      'Al menos doce soldados murieron el martes en un ataque contra un puesto de control en el norte del país, dijo un portavoz del ejército.',
    ],
    [
      'French',
      'Au moins douze soldats ont été tués mardi dans une attaque contre un poste de contrôle dans le nord du pays, a déclaré un porte-parole.',
    ],
    [
      'German',
      'Bei einem Angriff auf einen Kontrollposten im Norden des Landes sind am Dienstag mindestens zwölf Soldaten getötet worden, teilte die Armee mit.',
    ],
    [
      'Turkish',
      'Ordu sözcüsü, salı günü ülkenin kuzeyinde bir kontrol noktasına düzenlenen saldırıda en az on iki askerin öldürüldüğünü söyledi.',
    ],
    [
      'Somali',
      'Ugu yaraan laba iyo toban askari ayaa lagu dilay weerar lagu qaaday bar kontorool oo ku taal waqooyiga dalka, sida uu sheegay afhayeenka.',
    ],
    [
      'Swahili',
      'Takriban wanajeshi kumi na wawili waliuawa Jumanne katika shambulio dhidi ya kituo cha ukaguzi kaskazini mwa nchi, alisema msemaji wa jeshi.',
    ],
  ])('is given nothing of one in %s, and its language is named', async (language, text) => {
    const { given, notes } = await givenTo(text)
    expect(given).toEqual([])
    expect(notes).toMatchObject([
      { code: 'language-not-read', severity: 'warning', message: expect.stringContaining(language) },
    ])
  })

  it.each([
    ['Arabic', 'قتل ما لا يقل عن اثني عشر جنديا يوم الثلاثاء في هجوم على نقطة تفتيش.'],
    ['Chinese', '周二,该国北部一个检查站遭到袭击,至少十二名士兵丧生。'],
    ['Cyrillic', 'По меньшей мере двенадцать солдат погибли во вторник.'],
  ])('is given nothing in %s letters, however short', async (_, text) => {
    const { given, notes } = await givenTo(text)
    expect(given).toEqual([])
    expect(notes).toMatchObject([{ code: 'language-not-read', severity: 'warning' }])
  })

  it('is given an English report without a quotation in another script, which is pointed at', async () => {
    const { given, notes } = await givenTo(`${english}\n\nВо вторник погибли солдаты.\n\nThey fell.`)
    expect(given).toEqual([english, 'They fell.'])
    expect(notes).toMatchObject([
      { code: 'language-not-read', severity: 'info', at: { exact: 'Во вторник погибли солдаты.' } },
    ])
  })

  it.each(['Attaque à Velat: 12 morts', 'Rebels shelled Velat.', '12 – 14 / 2031'])(
    'is given what is too short to tell: %s',
    async text => {
      expect(await givenTo(text)).toEqual({ given: [text], notes: [] })
    },
  )
})

it('a reader of any language is given every language without complaint, and its own complaints are kept', async () => {
  const complaint = {
    code: 'language-not-read',
    severity: 'info',
    message: 'two parts',
    at: null,
    help: 'none',
  } as const
  const text = 'По меньшей мере двенадцать солдат погибли во вторник.'
  const reader: Partial<Reader> = {
    languages: 'any',
    async read(_, sentences, note) {
      note?.({ ...complaint, message: `${sentences.length} sentence` })
      return nothing
    },
  }
  expect((await givenTo(text, reader)).notes).toEqual([{ ...complaint, message: '1 sentence' }])
})
