import { describe, expect, test } from 'vitest'
import type { Noted } from '../../../model/diagnostic.js'
import type { Report } from '../../../model/report.js'
import { snapshotId } from '../../../text/ids.js'
import { extractReport } from '../index.js'
import { keptBlocks } from './align.js'
import { render } from './render.js'
import { parsePart } from './tree.js'

const page = (html: string): Noted<Report> => {
  const bytes = new TextEncoder().encode(html)
  return extractReport({
    id: snapshotId(bytes),
    bytes,
    source: 'page.html',
    mediaType: 'text/html',
    charset: null,
    capturedAt: '2031-05-04T00:00:00Z',
    given: { name: 'page', published: null, outlet: null, headline: null },
  })
}
const marksOf = ({ body, regions }: Report): string[] =>
  regions.map(({ kind, span }) => `${kind}: ${body.slice(span.start, span.end)}`)

describe('the text that a browser shows', () => {
  test.each([
    ['white space folds', '<p> Two \n\t men </p>', 'Two men'],
    [
      'blocks break lines',
      'a<div>b</div>c<ul><li>d<li>e</ul><table><tr><td>f<td>g</table>',
      'a\nb\nc\nd\ne\nf\ng',
    ],
    ['so does br', 'a<br>b<br/><br>c', 'a\nb\nc'],
    ['inline elements do not', 'a<b>b</b> <i> c</i><custom-x>d</custom-x>', 'ab cd'],
    ['entities', 'R&amp;D &lt;b&gt; caf&eacute; &#x1F600; &nbsp;x', 'R&D <b> café 😀 \u00a0x'],
    ['pre is kept', '<pre>a  b\n  c</pre>', 'a  b\n  c'],
    [
      'what is no text is left out',
      'a<script>b</script><style>c</style><noscript>d</noscript><template>e</template><!--f--><svg><text>g</text></svg>',
      'a',
    ],
    ['what is hidden is left out', '<p hidden>a</p><p style="color:red; display: none">b</p><p>c</p>', 'c'],
    ['combining marks and Arabic', '<p>cafe\u0301</p><p>قتل <b>رجلان</b></p>', 'cafe\u0301\nقتل رجلان'],
  ])('%s', (_, html, text) => {
    const { body, blocks } = render(parsePart(html))
    expect(body).toBe(text)
    expect(blocks.map(({ start, end }) => body.slice(start, end)).join('\n')).toBe(text)
  })
})

describe('blocks are found again', () => {
  // A block that is to be kept stands in capitals.
  test.each([
    ['those that were kept', 'menu ONE TWO foot', ['one', 'two']],
    [
      'the paragraph, not the teaser that says the same',
      'one side head ONE TWO THREE',
      ['one', 'two', 'three'],
    ],
    ['blocks that the extractor joined', 'menu ONE TWO THREE', ['one two', 'three']],
    ['nothing in nothing', 'one two', []],
  ])('%s', (_, blocks, extract) => {
    const words = blocks.split(' ')
    const kept = keptBlocks(
      words.map(word => word.toLowerCase()),
      extract,
    )
    expect(kept).toEqual(words.map(word => word === word.toUpperCase()))
  })

  test('whatever their white space', () => {
    expect(keptBlocks(['a  b', 'c'], ['a\nb'])).toEqual([true, false])
  })
})

const story = [
  'Shells fell on the mills of Vantry before dawn on Monday, and two millers were killed, officials said.',
  'The governor said that the Red Front had fired them from the hills across the river, as it did in March.',
  'Nobody in the hills could be reached, and the bridge to the town has been closed since the morning.',
]
const whole = `<!doctype html><html lang="en"><head><title>Two killed at the mills | The Paper</title>
  <meta property="og:title" content="Two killed at the mills"><meta property="og:site_name" content="The Paper">
  <meta property="article:published_time" content="2031-05-03T22:10:00+02:00"><meta name="author" content="Ana Lind">
  <script>document.write("never run")</script></head><body>
  <nav><ul><li><a href="/">Home</a><li><a href="/war">War</a></ul></nav>
  <main><article><h1>Two killed at the mills</h1><p class="byline">By Ana Lind</p>
  <figure><img src="a.jpg"><figcaption>Smoke over the mills</figcaption></figure>
  ${story.map(text => `<p>${text}</p>`).join('\n')}<p>Advertisement</p></article></main>
  <aside><h3>Most read</h3><a href="/x">Market opens in Port Alder</a></aside><footer>© 2031 The Paper</footer></body></html>`

describe('a page', () => {
  test('is all there, with its article marked', () => {
    const { value, notes } = page(whole)
    expect(notes).toEqual([])
    const marks = marksOf(value)
    for (const mark of [
      'furniture: Home',
      'headline: Two killed at the mills',
      'byline: By Ana Lind',
      'caption: Smoke over the mills',
      ...story.map(text => `prose: ${text}`),
      'furniture: Advertisement',
      'furniture: Market opens in Port Alder',
      'furniture: © 2031 The Paper',
    ]) {
      expect(marks).toContain(mark)
    }
    expect(marks.filter(mark => mark.startsWith('prose'))).toHaveLength(story.length)
    expect(value.body).not.toContain('never run')
  })

  test('tells of itself in its metadata', () => {
    const { value } = page(whole)
    expect(value).toMatchObject({ outlet: 'The Paper', headline: 'Two killed at the mills' })
    expect(value.published).toEqual({ edtf: '2031-05-03', basis: 'metadata', quote: null })
  })

  test.each([
    [
      'JSON-LD',
      '<script type="application/ld+json">{"@graph":[{"@type":"WebPage"},{"@type":"NewsArticle","datePublished":"2031-05-03","publisher":{"name":"The Wire"}}]}</script>',
      '2031-05-03',
      'The Wire',
    ],
    [
      'broken JSON-LD',
      '<script type="application/ld+json">{"@type":"NewsArticle",</script>',
      undefined,
      null,
    ],
    [
      'JSON-LD of odd types',
      '<script type="application/ld+json">[null, 5, {"@type":["Article"],"datePublished":{"a":1},"publisher":[[]]}]</script>',
      undefined,
      null,
    ],
    ['a time element', '<time pubdate datetime="2031-05-03">Saturday</time>', '2031-05-03', null],
  ])('%s', (_, head, edtf, outlet) => {
    const { value } = page(`${head}<article>${story.map(text => `<p>${text}</p>`).join('')}</article>`)
    expect(value.published?.edtf).toBe(edtf)
    expect(value.outlet).toBe(outlet)
  })

  test('too much for the extractors is read by its sentences, and says so', () => {
    const { value, notes } = page(`${'<div>'.repeat(500)}<p>${story[0]}</p><p>Share</p>`)
    expect(notes.map(({ code }) => code)).toEqual(['extractor-failed', 'extractor-failed', 'article-guessed'])
    expect(marksOf(value)).toEqual([`prose: ${story[0]}`, 'furniture: Share'])
  })
})
