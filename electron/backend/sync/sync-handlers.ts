import { isAbsolute } from 'node:path'
import type { z } from 'zod'
import type { sync } from '../../../shared/contract/sync.ts'
import type { AppContext } from '../context.ts'
import type { HandlersOf } from '../dispatch.ts'
import { RuleBroken } from '../rule-broken.ts'
import type { Sharing } from './sharing.ts'
import type { SharingState } from './sharing-state.ts'

type Shown = z.input<(typeof sync)['state']['output']>

export const syncHandlers: HandlersOf<typeof sync, AppContext> = {
  // Also asked before there is a book: then nothing is shared.
  state: async (_input, { books }) => shown((await books.current()?.sharing.state()) ?? nothingOpen),
  begin: ({ folder, name }, context) => after(context, (sharing) => sharing.begin({ folder: placeOf(folder), name })),
  async invite(whom, context) {
    const { words, letter } = await sharingOf(context).invite(whom)
    return { words, file: context.files.produce('uitnodiging.age', 'application/octet-stream', letter) }
  },
  confirm: ({ invitation }, context) => after(context, (sharing) => sharing.confirm(invitation)),
  withdraw: ({ invitation }, context) => after(context, (sharing) => sharing.withdraw(invitation)),
  async join({ folder, name, words, invitation }, { books, files }) {
    const letter = invitation === undefined ? undefined : (await files.open(invitation)).bytes
    return books.join({ folder: placeOf(folder), name, words, letter })
  },
  stopJoining: (_input, { books }) => books.stopJoining(),
  leave: (_input, context) => after(context, (sharing) => sharing.leave()),
  remove: ({ device, folder }, context) => after(context, (sharing) => sharing.remove(device, placeOf(folder))),
  makeAdmin: ({ device }, context) => after(context, (sharing) => sharing.makeAdmin(device)),
  handOver: ({ device }, context) => after(context, (sharing) => sharing.handOver(device)),
  settle: ({ line, keep }, context) => after(context, (sharing) => sharing.settle(line, keep)),
  moveTo: ({ folder }, context) => after(context, (sharing) => sharing.moveTo(placeOf(folder))),
  release: ({ device }, context) => after(context, (sharing) => sharing.release(device)),
  repair: (_input, context) => after(context, (sharing) => sharing.repair()),
  look: (_input, context) => after(context, (sharing) => sharing.look()),
}

const nothingOpen: SharingState = {
  ...{ state: 'off', folder: null, isAdmin: false, status: null, joining: null },
  ...{ devices: [], invitations: [], disputed: [] },
}

function sharingOf({ books }: AppContext): Sharing {
  const sharing = books.current()?.sharing
  if (!sharing) throw new RuleBroken('noBookOpen')
  return sharing
}

async function after(context: AppContext, work: (sharing: Sharing) => Promise<void>): Promise<Shown> {
  const sharing = sharingOf(context)
  await work(sharing)
  return shown(await sharing.state())
}

/** As it was typed or pasted: some file managers put it between quotes. */
function placeOf(folder: string): string {
  const place = folder.trim().replace(/^"(.*)"$/, '$1')
  if (!isAbsolute(place)) throw new RuleBroken('folderUnusable', { field: 'folder' })
  return place
}

function shown(state: SharingState): Shown {
  return {
    ...state,
    devices: state.devices.map((device) => ({ ...device, parts: [...device.parts] })),
    invitations: state.invitations.map((invitation) => ({
      ...invitation,
      answer: invitation.answer && { ...invitation.answer, words: [...invitation.answer.words] },
    })),
    disputed: [...state.disputed],
    joining: state.joining && { ...state.joining, words: [...state.joining.words] },
    status: state.status && { ...state.status, causes: [...state.status.causes] },
  }
}
