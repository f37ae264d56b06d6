import type { BlockRule } from './rule.js'

/** Who made or lent a picture, as credits name it. */
const credit =
  '(?:getty(?: images)?|reuters|ap(?: photo)?|afp|epa|anadolu|xinhua|shutterstock|istock|alamy|tass|sana|pool|hand-?out|file|archive|screen ?grab|screen ?shot|twitter|facebook|youtube|courtesy|photo(?:graph|s)?|image|picture|video|via)'

/** A block that ends with a picture's credit in brackets: "Smoke over the port [Screen Grab]", "(Ana Lind/AP)". */
export const captionCredit: BlockRule = {
  id: 'caption:credit',
  kind: 'caption',
  holds: text =>
    text.length <= 500 &&
    new RegExp(
      `[\\[(](?:[^\\[\\]()]{0,60}[\\s/:,|–-])?${credit}(?:[\\s/:,|–-][^\\[\\]()]{0,60})?[\\])]\\.?$`,
      'i',
    ).test(text) &&
    !isReporting(text),
}

/** A block that opens as archives' captions do: "FILE - ", "Photo: ", "Image caption ". */
export const captionOpening: BlockRule = {
  id: 'caption:opening',
  kind: 'caption',
  holds: text =>
    text.length <= 500 &&
    /^(?:file(?: photo| picture| image)?\s*[-–—:]|(?:photo|image|picture|media)(?: caption)?:|image caption\b|a file (?:photo|picture) )/i.test(
      text,
    ),
}

/** "(Reporting by … for Reuters)" ends like a credit and is none. */
const isReporting = (text: string): boolean => /\((?:reporting|writing|editing) /i.test(text)
