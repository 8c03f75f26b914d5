// A book that was made with an older program keeps more than is promised now. Somebody hears it once, can take all of it along first,
// and says that it may go; from then on it goes by itself.
import { stopAsking } from '../books/book-queries.ts'
import type { BookContext } from '../context.ts'
import { write } from '../database/write.ts'
import { emptyPast } from './empty-past.ts'

export async function agreeToLettingGo(context: BookContext): Promise<void> {
  await write(context, { kind: 'lettingGoAgreed' }, stopAsking)
  await emptyPast(context)
}
