import { directionOf, type PaperLanguage } from '../../../shared/domain/paper-language.ts'
import { type Html, html, isolated } from './html.ts'
import type { WrittenLetter } from './letter-parties.ts'
import type { Paper } from './paper.ts'

export interface LetterPaperValues {
  readonly title: string
  readonly language: PaperLanguage
  readonly sender: readonly string[]
  readonly letters: readonly WrittenLetter[]
}

/** Letters on sheets of A4, the address where the window of a Dutch envelope is. */
export function letterPaper({ title, language, sender, letters }: LetterPaperValues): Paper {
  return {
    title,
    language,
    style: letterStyle,
    body: html`${letters.map((letter) =>
      letterSheet(
        { language: letter.language, sender, addressee: letter.addressee },
        html`<p class="dated" dir="auto">${letter.dated}</p>
${letter.subject !== '' && html`<h1 dir="auto" lang="${letter.textLanguage}">${letter.subject}</h1>`}
<p>${letter.greeting}</p>
${letter.paragraphs.map(
  (text) => html`<p class="text" dir="auto" lang="${letter.textLanguage}">${text}</p>
`,
)}
${signature([letter.regards, ...letter.signature])}`,
      ),
    )}`,
  }
}

export interface LetterHead {
  readonly language: PaperLanguage
  readonly sender: readonly string[]
  readonly addressee: readonly string[]
}

/** One letter: who it is from and to, where a letter has them, and what it says. */
export const letterSheet = ({ language, sender, addressee }: LetterHead, text: Html): Html =>
  html`<article class="sheet" lang="${language}" dir="${directionOf(language)}">
<div class="sender" dir="ltr">${lines(sender)}</div>
<div class="addressee" dir="ltr">${lines(addressee)}</div>
${text}</article>
`

/** The words before a name, and under them who greets. */
export const signature = ([regards, ...names]: readonly string[]): Html =>
  html`<div class="signature"><p>${regards}</p>
${names.map(
  (line) => html`<p>${isolated(line)}</p>
`,
)}</div>`

const lines = (of: readonly string[]) =>
  of.map(
    (line) => html`<p>${isolated(line)}</p>
`,
  )

// The paper begins 15 mm from its edge: the window of an envelope lies 50 to 85 mm from it.
export const letterStyle = `@page { size: A4; margin: 15mm 20mm 18mm 25mm; @bottom-center { content: none } }
@media screen { body { padding: 0; background: none } .sheet { min-block-size: 297mm; margin-block-end: 8mm; padding: 15mm 20mm 18mm 25mm; background: #fff } }
.sender { min-block-size: 35mm; margin-inline: 95mm 0; margin-block-end: 2mm }
.addressee { min-block-size: 34mm; inline-size: 85mm; margin-inline: 0 auto; margin-block-end: 8mm }
:is(.sender, .addressee, .signature) p { margin: 0 }
.sheet h1 { margin-block: 5mm; font-size: 1.3em } .sheet > p { margin-block-end: 3.5mm } .text { white-space: pre-line }
.signature { break-inside: avoid; margin-block-start: 6mm } .signature p:first-child { margin-block-end: 4mm }`
