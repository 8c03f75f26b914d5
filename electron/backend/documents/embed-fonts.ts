// The letters of a document, put into the document itself: only of the scripts that stand in it.
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'

/** @font-face rules for every letter of `text`. @param folder the built window's files, or the folder of the packages with fonts */
export async function embedFonts(folder: string, text: string): Promise<string> {
  const wanted = typefaces.filter(({ holds }) => holds.test(text))
  return (await Promise.all(wanted.map((typeface) => faceOf(folder, typeface)))).join('')
}

interface Typeface {
  readonly family: string
  /** Its file begins with this. */
  readonly file: string
  readonly range: string
  readonly holds: RegExp
}

function typeface(family: string, subset: string, range: string): Typeface {
  const name = family
    .toLowerCase()
    .replace(/ variable$/, '')
    .replaceAll(' ', '-')
  return { family, file: `${name}-${subset}-wght-normal`, range, holds: patternOf(range) }
}

// Greek, Vietnamese and rarer letters are left to the computer.
const latin =
  'U+0000-00FF,U+0131,U+0152-0153,U+02BB-02BC,U+02C6,U+02DA,U+02DC,U+0304,U+0308,U+0329,U+2000-206F,U+20AC,U+2122,U+2191,U+2193,U+2212,U+2215,U+FEFF,U+FFFD'
const latinMore =
  'U+0100-0130,U+0132-0151,U+0154-02BA,U+02BD-02C5,U+02C7-02CC,U+02CE-02D7,U+02DD-02FF,U+1D00-1DBF,U+1E00-1E9F,U+1EF2-1EFF,U+20A0-20AB,U+20AD-20C0,U+2113,U+2C60-2C7F,U+A720-A7FF'
const cyrillic = 'U+0301,U+0400-045F,U+0490-0491,U+04B0-04B1,U+2116'
const arabic =
  'U+0600-06FF,U+0750-077F,U+0870-088E,U+0890-0891,U+0897-08E1,U+08E3-08FF,U+200C-200E,U+2010-2011,U+204F,U+2E41,U+FB50-FDFF,U+FE70-FE74,U+FE76-FEFC'
const ethiopic = 'U+030E,U+1200-1399,U+2D80-2DDE,U+AB01-AB2E'

const typefaces: readonly Typeface[] = [
  typeface('Noto Sans Variable', 'latin', latin),
  typeface('Noto Sans Variable', 'latin-ext', latinMore),
  typeface('Noto Sans Variable', 'cyrillic', cyrillic),
  { ...typeface('Noto Sans Arabic Variable', 'arabic', arabic), holds: /[\u0600-\u06ff\u0750-\u077f]/ },
  typeface('Noto Sans Ethiopic Variable', 'ethiopic', ethiopic),
  typeface('Literata Variable', 'latin', latin),
  typeface('Literata Variable', 'latin-ext', latinMore),
  typeface('Literata Variable', 'cyrillic', cyrillic),
]

function patternOf(range: string): RegExp {
  const parts = range
    .split(',')
    .map((part) =>
      part.replace(/U\+([0-9A-F]+)(?:-([0-9A-F]+))?/, (_part, from, to) =>
        to ? `\\u{${from}}-\\u{${to}}` : `\\u{${from}}`,
      ),
    )
  return new RegExp(`[${parts.join('')}]`, 'u')
}

const rules = new Map<string, Promise<string>>()

/** Read once: a font is the same for every document. */
function faceOf(folder: string, face: Typeface): Promise<string> {
  const key = `${folder} ${face.file}`
  const known = rules.get(key) ?? writeFace(folder, face)
  rules.set(key, known)
  return known
}

async function writeFace(folder: string, { family, file, range }: Typeface): Promise<string> {
  const bytes = await readFile(await placeOf(folder, file))
  return `@font-face{font-family:'${family}';font-weight:100 900;src:url(data:font/woff2;base64,${bytes.toString('base64')}) format('woff2');unicode-range:${range}}\n`
}

async function placeOf(folder: string, file: string): Promise<string> {
  const isIt = (name: string) => name.startsWith(file) && name.endsWith('.woff2')
  const built = (await readdir(folder)).find(isIt)
  return built
    ? join(folder, built)
    : join(folder, file.replace(/-[^-]+(?:-ext)?-wght-normal$/, ''), 'files', `${file}.woff2`)
}
