// Run by the benchmark under strace: saves as many members as asked in a new book in the folder given.
import { newMember } from '../../support/new-member.ts'
import { openTestBook } from '../../support/open-book.ts'

const [folder = '', count = '0'] = process.argv.slice(2)
const book = await openTestBook({ folder })
for (let index = 0; index < Number(count); index += 1) await book.api.members.register(newMember(index, null))
await book.opened.close()
