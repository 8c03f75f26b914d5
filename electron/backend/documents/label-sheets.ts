// What has to fall on a place of the paper: labels, cards to wear, envelopes. Sizes are those of label-sheet.ts; a printer that draws
// askew is set right by a nudge of some tenths of a millimetre.
import {
  badgeSheet,
  type EnvelopeName,
  edgesOf,
  envelopeSizes,
  type LabelSheet,
} from '../../../shared/domain/label-sheet.ts'
import { directionOf, type PaperLanguage } from '../../../shared/domain/paper-language.ts'
import { type Html, html, isolated } from './html.ts'
import type { Paper } from './paper.ts'
import { paperWords } from './paper-words.ts'

/** Millimetres to the end side and down. */
export interface Nudge {
  readonly across: number
  readonly down: number
}

export interface SheetPlace {
  /** The first label of the first sheet that is still there; 1 = a whole sheet. */
  readonly start: number
  readonly nudge: Nudge
}

export interface LabelValues extends SheetPlace {
  readonly title: string
  readonly language: PaperLanguage
  readonly sheet: LabelSheet
  /** Line by line. */
  readonly labels: readonly (readonly string[])[]
}

export function addressLabels({ title, language, sheet, labels, ...place }: LabelValues): Paper {
  const drawn = labels.map(
    (lines) => html`<div class="label ${fitOf(lines, sheet)}"><div>${lines.map(
      (line) => html`<p>${isolated(line)}</p>
`,
    )}</div></div>
`,
  )
  return {
    title,
    language,
    style: sheetStyle(sheet, place.nudge) + labelStyle(sheet),
    body: sheetsOf(drawn, sheet, place),
  }
}

/** Long names get smaller letters: nothing may run off a label. */
function fitOf(lines: readonly string[], sheet: LabelSheet): 'roomy' | 'tight' | 'tightest' {
  const width = sheet.width - 2 * paddingOf(sheet)
  const height = sheet.height - 2 * 2
  const fits = (points: number) => {
    // A letter is about half as wide as it is high, capitals and figures a little more; a line is a quarter higher than its letters.
    const letter = points * 0.353 * 0.62
    const rows = lines.reduce((sum, line) => sum + Math.ceil((line.length * letter) / width), 0)
    return rows * points * 0.353 * 1.3 <= height
  }
  return fits(11) ? 'roomy' : fits(9) ? 'tight' : 'tightest'
}

/** A printer leaves some millimetres at the edge of the paper white. */
const paddingOf = (sheet: LabelSheet) => (edgesOf(sheet).left < 2 ? 5.5 : 4)

const labelStyle = (sheet: LabelSheet) =>
  `.label { display: flex; align-items: center; padding: 2mm ${paddingOf(sheet)}mm } .label p { margin: 0 } .roomy { font-size: 11pt } .tight { font-size: 9pt } .tightest { font-size: 6.5pt }`

function sheetStyle({ columns, rows, width, height, gap }: LabelSheet, { across, down }: Nudge): string {
  const { left, top } = edgesOf({ columns, rows, width, height, gap })
  return `@page { size: A4; margin: 0; @bottom-center { content: none } }
@media screen { body { padding: 0 } .sheet { outline: .2mm solid #dccfb8 } .label { outline: .2mm dashed #dccfb8 } }
.sheet { direction: ltr; display: grid; grid-template-columns: repeat(${columns}, ${width}mm); grid-auto-rows: ${height}mm; column-gap: ${gap}mm; align-content: start; inline-size: 210mm; block-size: 296.9mm; padding: ${top}mm 0 0 ${left}mm; overflow: hidden }
.label { position: relative; inset-inline-start: ${across}mm; inset-block-start: ${down}mm; overflow: hidden; line-height: 1.3; overflow-wrap: anywhere }`
}

function sheetsOf(labels: readonly Html[], { columns, rows }: LabelSheet, { start }: SheetPlace): Html {
  const onSheet = columns * rows
  const taken = Array.from(
    { length: start - 1 },
    () => html`<div></div>
`,
  )
  const places = [...taken, ...labels]
  const sheets = Array.from({ length: Math.ceil(places.length / onSheet) }, (_sheet, at) =>
    places.slice(at * onSheet, (at + 1) * onSheet),
  )
  return html`${sheets.map(
    (own) => html`<section class="sheet">${own}</section>
`,
  )}`
}

export interface Badge {
  readonly given: string
  readonly family: string
  readonly groupName: string | null
  readonly language: PaperLanguage
}

export interface BadgeValues extends SheetPlace {
  readonly title: string
  readonly language: PaperLanguage
  readonly badges: readonly Badge[]
}

/** Cards with a first name that can be read across the room. */
export function nameBadges({ title, language, badges, ...place }: BadgeValues): Paper {
  const drawn = badges.map(({ given, family, groupName, language: own }) => {
    const length = Math.max(...given.split(/\s|-/).map((word) => word.length))
    const size =
      length > 18 || given.length > 30 ? 'smallest' : length > 10 || given.length > 14 ? 'smaller' : 'biggest'
    return html`<div class="label badge"><p class="soft" lang="${own}" dir="${directionOf(own)}">${paperWords(own).words.badge.welcome}</p>
<p class="given ${size}">${isolated(given)}</p>
<p>${isolated(family)}</p>
${groupName !== null && html`<p class="soft">${isolated(groupName)}</p>`}</div>
`
  })
  return {
    title,
    language,
    style: sheetStyle(badgeSheet, place.nudge) + badgeStyle,
    body: sheetsOf(drawn, badgeSheet, place),
  }
}

const badgeStyle =
  ".badge { display: flex; flex-direction: column; justify-content: center; padding: 3mm 4mm; border: .2mm dotted #dccfb8; text-align: center } .badge p { margin: 0; font-size: 14pt } .badge .soft { font-size: 11pt } .badge .given { font-family: 'Literata Variable', 'Noto Sans Arabic Variable', 'Noto Sans Ethiopic Variable', Georgia, serif; font-weight: 600; line-height: 1.25 } .badge .biggest { font-size: 36pt } .badge .smaller { font-size: 24pt } .badge .smallest { font-size: 13pt }"

export interface EnvelopeValues {
  readonly title: string
  readonly language: PaperLanguage
  readonly size: EnvelopeName
  /** Small, in the corner; empty: no sender. */
  readonly sender: readonly string[]
  readonly addressees: readonly (readonly string[])[]
  readonly nudge: Nudge
}

export function envelopes({ title, language, size, sender, addressees, nudge }: EnvelopeValues): Paper {
  const { width, height } = envelopeSizes[size]
  return {
    title,
    language,
    style: `@page { size: ${width}mm ${height}mm; margin: 0; @bottom-center { content: none } }
@media screen { body { inline-size: ${width}mm; min-block-size: 0; padding: 0 } .sheet { margin-block-end: 6mm; outline: .2mm solid #dccfb8 } }
.sheet { direction: ltr; position: relative; inline-size: ${width}mm; block-size: ${height - 0.1}mm; overflow: hidden }
.sheet p { margin: 0 } .sender { position: absolute; inset: 8mm auto auto 10mm; inline-size: 70mm; font-size: 8.5pt; line-height: 1.3 }
.addressee { position: absolute; inset: ${height * 0.46 + nudge.down}mm auto auto ${width * 0.46 + nudge.across}mm; inline-size: ${width * 0.46}mm; font-size: 12pt; line-height: 1.4 }`,
    body: html`${addressees.map(
      (lines) => html`<section class="sheet"><div class="sender">${sender.map(
        (line) => html`<p>${isolated(line)}</p>
`,
      )}</div>
<div class="addressee">${lines.map(
        (line) => html`<p>${isolated(line)}</p>
`,
      )}</div></section>
`,
    )}`,
  }
}
