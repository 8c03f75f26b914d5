import type { documents } from '../../../shared/contract/documents.ts'
import type { BookContext } from '../context.ts'
import type { HandlersOf } from '../dispatch.ts'

export const documentsHandlers: HandlersOf<typeof documents, BookContext> = {
  // Documents and their words in six languages come in when the first one is asked for.
  async show(wish, context) {
    const [{ makePaper }, { showPaper }] = await Promise.all([import('./make-paper.ts'), import('./paper.ts')])
    const { paper, remarks } = await makePaper(context, wish)
    return { ...showPaper(paper), remarks: [...remarks] }
  },
  async make({ wish, format }, context) {
    const [{ makePaper }, { savePaper }] = await Promise.all([import('./make-paper.ts'), import('./save-paper.ts')])
    const { paper } = await makePaper(context, wish)
    return savePaper(context, paper, format)
  },
  formats: (_input, { capabilities }) => ({ pdf: capabilities.printToPdf !== undefined }),
}
