import { directionOf } from '../../../shared/domain/paper-language.ts'
import { figures, type Html, html, isolated } from '../documents/html.ts'
import { letterSheet, letterStyle, signature } from '../documents/letter-paper.ts'
import type { Paper } from '../documents/paper.ts'
import type { Letter, Said } from './write-letter.ts'

/** Letters about dues, each on a sheet of its own; behind it the same letter in the language of who reads it. */
export function reminderPaper(letters: readonly Letter[], title: string): Paper {
  return {
    title,
    language: letters[0]?.language ?? 'nl',
    style: letterStyle + style,
    body: html`${letters.map(
      (letter) =>
        html`${letterSheet(letter, letterText(letter, paymentCode(letter)))}${letter.own && translation(letter.own)}`,
    )}`,
  }
}

function translation(said: NonNullable<Letter['own']>): Html {
  return html`<article class="sheet" lang="${said.language}" dir="${directionOf(said.language)}">
<p class="soft">${said.translated}</p>
${letterText(said, null)}</article>
`
}

function letterText(said: Said, code: Html | null): Html {
  const { payment } = said
  return html`<p class="dated">${said.dated}</p>
<h1>${said.subject}</h1>
<p>${said.greeting}</p>
<p>${said.opening}</p>
${owed(said)}
${said.closing.map(
  (text) => html`<p>${text}</p>
`,
)}
<section class="payment"><div><h2>${payment.heading}</h2>
<dl>${payment.rows.map(
    ({ label, value }) => html`<div><dt>${label}</dt><dd>${figures(value)}</dd></div>
`,
  )}</dl>
<p class="note">${payment.note}</p></div>${code}</section>
${signature(said.signature)}`
}

/** What the letter is about: line by line, and together. */
function owed({ groups, total }: Said): Html {
  return html`<table class="owed">${groups.map(
    ({ heading, lines }) =>
      html`<tbody>${
        heading !== null &&
        html`<tr><th colspan="2" scope="rowgroup">${heading}</th></tr>
`
      }${lines.map(
        ({ text, amount }) => html`<tr><td>${isolated(text)}</td><td class="number">${figures(amount)}</td></tr>
`,
      )}</tbody>`,
  )}<tbody><tr class="sum"><th scope="row">${total.label}</th><td class="number">${figures(total.amount)}</td></tr></tbody></table>`
}

/** Black on white whatever the paper around it: that is what a bank's app looks for. */
const paymentCode = ({ qr: { size, path }, payment }: Letter): Html =>
  html`<div class="code"><svg viewBox="0 0 ${size} ${size}" role="img" aria-label="${payment.qrText}"><rect width="${size}" height="${size}" fill="#fff"/><path d="${path}" fill="#000"/></svg>
<p class="note">${payment.qrText}</p></div>`

// A letter with all there is to say still lies on one sheet.
const style = `
.sheet { line-height: 1.35 } .addressee { margin-block-end: 4mm } .sheet h1 { margin-block: 3.5mm } .sheet > p { margin-block-end: 2.5mm }
.owed :is(th, td) { padding-block: .9mm } .signature { margin-block-start: 4mm } .signature p:first-child { margin-block-end: 2mm }
.owed { margin-block-end: 3.5mm } .owed tbody:last-child :is(th, td) { border-block-end: 0 }
.payment { display: grid; grid-template-columns: minmax(0, 1fr) 40mm; gap: 8mm; padding-block-start: 3mm; border-block-start: .25mm solid #7d725f; break-inside: avoid }
.payment h2 { margin: 0; font-size: 1.1em } .payment dl { margin-block: 1.5mm } .payment dl > div { display: grid; grid-template-columns: 44mm minmax(0, 1fr) }
.payment dd { margin: 0; font-weight: 600 } .payment > div:only-child { grid-column: 1 / -1 } .note { font-size: 9pt; line-height: 1.3 } .code svg { display: block; inline-size: 34mm; margin-block: -2mm 0; margin-inline: -3mm 0 }`
