import type { workgroup } from '../../../shared/contract/workgroup.ts'
import { bookSecretOf } from '../books/book-queries.ts'
import type { BookContext } from '../context.ts'
import type { HandlersOf } from '../dispatch.ts'
import { exportWords } from '../export/export-words.ts'
import { fileName } from '../files/file-name.ts'
import { RuleBroken } from '../rule-broken.ts'
import { collectCounts } from './collect-counts.ts'
import { overviewTables } from './overview-table.ts'
import { readWorkgroupFile, writeWorkgroupFile } from './workgroup-file.ts'

interface Making {
  readonly from: string
  readonly until: string
  readonly questions: readonly string[]
}

export const workgroupHandlers: HandlersOf<typeof workgroup, BookContext> = {
  preview: (making, context) => contentOf(making, context),
  async make(making, context) {
    const content = await contentOf(making, context)
    const bytes = await writeWorkgroupFile(content, await bookSecretOf(context.db))
    const told = making.until < context.today() ? making.until : context.today()
    const name = `${fileName(`Werkgroep ${content.association}`)} ${told}.buurtgroep`
    return { file: context.files.produce(name, 'application/json', bytes), name }
  },
  async read({ file }, { files }) {
    const { bytes } = await files.open(file)
    await files.discard(file)
    return readWorkgroupFile(bytes)
  },
  async exportOverview({ files: contents }, context) {
    const words = exportWords(context.preferences.get().language)
    const { writeXlsxBook } = await import('../export/write-xlsx.ts')
    const name = `${fileName(words.words.workgroup.title)} ${context.today()}.xlsx`
    const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
    return { file: context.files.produce(name, type, await writeXlsxBook(overviewTables(contents, words))), name }
  },
}

function contentOf({ from, until, questions }: Making, { db, today }: BookContext) {
  if (until < from) throw new RuleBroken('badInput', { field: 'until' })
  return collectCounts(db, { from, until }, questions, today())
}
