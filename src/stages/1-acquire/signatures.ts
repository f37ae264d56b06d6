/** First bytes of files that people hand in by mistake, as latin-1, and what to call them. */
const signatures: readonly (readonly [start: string, what: string])[] = [
  ['%PDF-', 'a PDF'],
  ['PK\x03\x04', 'a ZIP archive, or a file kept as one (DOCX, ODT, EPUB)'],
  ['\x1f\x8b', 'a gzip archive'],
  ['BZh', 'a bzip2 archive'],
  ['7z\xbc\xaf\x27\x1c', 'a 7-Zip archive'],
  ['\xd0\xcf\x11\xe0', 'an old Microsoft Office file'],
  ['{\\rtf', 'an RTF file'],
  ['\x89PNG', 'a PNG picture'],
  ['\xff\xd8\xff', 'a JPEG picture'],
  ['GIF8', 'a GIF picture'],
  ['RIFF', 'a RIFF file (WebP, WAV, AVI)'],
  ['\x00\x00\x00\x18ftyp', 'an MP4 film'],
  ['\x00\x00\x00\x20ftyp', 'an MP4 film'],
  ['ID3', 'an MP3 sound'],
  ['OggS', 'an Ogg sound'],
  ['SQLite format 3\0', 'an SQLite database'],
  ['WARC/', 'a WARC archive'],
  ['\x7fELF', 'a program'],
  ['MZ\x90\x00', 'a program'],
]

/** What the first bytes are known to start, or null. */
export function signatureOf(bytes: Uint8Array): string | null {
  const head = Buffer.from(bytes.subarray(0, 16)).toString('latin1')
  return signatures.find(([start]) => head.startsWith(start))?.[1] ?? null
}
