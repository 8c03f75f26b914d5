import type { speakers } from '../../../shared/contract/speakers.ts'
import type { BookContext } from '../context.ts'
import type { HandlersOf } from '../dispatch.ts'
import { addSpeaker, removeSpeaker, speakersAt } from './note-speaker.ts'

export const speakersHandlers: HandlersOf<typeof speakers, BookContext> = {
  list: ({ gatheringId }, { db }) => speakersAt(db, gatheringId),
  add: (input, context) => addSpeaker(context, input),
  async remove({ id }, context) {
    await removeSpeaker(context, id)
    return null
  },
}
