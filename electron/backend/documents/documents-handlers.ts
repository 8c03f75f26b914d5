import type { documents } from '../../../shared/contract/documents.ts'
import type { BookContext } from '../context.ts'
import type { HandlersOf } from '../dispatch.ts'

// Documents and their words in six languages come in when the first one is asked for.
const papers = () => import('./make-paper.ts')
const post = () => import('./make-post.ts')

export const documentsHandlers: HandlersOf<typeof documents, BookContext> = {
  async show(wish, context) {
    const [{ makePaper }, { showPaper }] = await Promise.all([papers(), import('./paper.ts')])
    const { paper, remarks } = await makePaper(context, wish)
    return { ...showPaper(paper), remarks: [...remarks] }
  },
  async make({ wish, format }, context) {
    const [{ makePaper }, { savePaper }] = await Promise.all([papers(), import('./save-paper.ts')])
    const { paper } = await makePaper(context, wish)
    return savePaper(context, paper, format)
  },
  parties: async (wish, context) => (await post()).listParties(context, wish),
  mail: async ({ letter, key }, context) => (await post()).mailTo(context, letter, key),
  saveMails: async (wish, context) => (await post()).saveMails(context, wish),
  formats: (_input, { capabilities }) => ({ pdf: capabilities.printToPdf !== undefined }),
}
