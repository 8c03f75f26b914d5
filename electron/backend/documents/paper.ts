// A document on its way to paper. The same page and the same style are what is looked at, what the printer gets and what becomes a
// PDF; a file that is saved carries its letters with it, so that it looks the same on any computer.
import { directionOf, type PaperLanguage } from '../../../shared/domain/paper-language.ts'
import { embedFonts } from './embed-fonts.ts'
import { Html, html } from './html.ts'
import { printStyle } from './print-style.ts'

export interface Paper {
  /** Of the document as a whole; also the name of its file. */
  readonly title: string
  readonly language: PaperLanguage
  readonly body: Html
  /** usual: 11 points. large: for who sees less well, and for on the wall. small: long tables. */
  readonly letters?: 'usual' | 'large' | 'small'
  /** Of this document alone: the size of its sheets and where things lie on them. */
  readonly style?: string
}

/** A document as the window shows it: apart from its style, which a page inside the window may not bring itself. */
export function showPaper(paper: Paper) {
  return { title: paper.title, page: pageOf(paper, html``), style: styleOf(paper) }
}

/** A document as one file that needs nothing else. @param fontFolder where the letters are; without it those of the computer are used */
export async function paperFile(paper: Paper, fontFolder: string | undefined): Promise<string> {
  const faces = fontFolder === undefined ? '' : await embedFonts(fontFolder, paper.title + paper.body.text)
  return pageOf(
    paper,
    html`<meta http-equiv="Content-Security-Policy" content="${policy}"><style>${new Html(faces + styleOf(paper))}</style>`,
  )
}

/** Whoever opens the file: nothing in it is run, and nothing is fetched. */
const policy = "default-src 'none'; style-src 'unsafe-inline'; font-src data:; img-src data:"

const styleOf = ({ style = '' }: Paper) => printStyle + style

function pageOf({ title, language, body, letters = 'usual' }: Paper, head: Html): string {
  const page = html`<html lang="${language}" dir="${directionOf(language)}"><head><meta charset="utf-8"><title>${title}</title>${head}</head><body class="${letters}">${body}</body></html>`
  return `<!doctype html>${page.text}`
}
