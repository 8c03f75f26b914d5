import type { AppContext } from '../context.ts'
import { fileName } from '../files/file-name.ts'
import { RuleBroken } from '../rule-broken.ts'
import { type Paper, paperFile } from './paper.ts'

/** A document as a file, waiting to be fetched. @throws RuleBroken notInThisShell */
export async function savePaper(context: AppContext, paper: Paper, format: 'pdf' | 'html') {
  const { printToPdf } = context.capabilities
  const page = await paperFile(paper, context.fontFolder)
  const name = `${fileName(paper.title)} ${context.today()}.${format}`
  if (format === 'html') {
    return { file: context.files.produce(name, 'text/html; charset=utf-8', new TextEncoder().encode(page)), name }
  }
  if (!printToPdf) throw new RuleBroken('notInThisShell')
  return { file: context.files.produce(name, 'application/pdf', await printToPdf(page)), name }
}
