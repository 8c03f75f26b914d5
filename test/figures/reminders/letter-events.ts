// Making letters and writing them down, and what happens to people meanwhile.
import { insertRows } from '../../../electron/backend/database/insert-rows.ts'
import { write } from '../../../electron/backend/database/write.ts'
import { payerColumns } from '../../../electron/backend/dues/payer-accounts.ts'
import { postingOf } from '../../../electron/backend/dues/post-ledger.ts'
import { CallError } from '../../../shared/contract/create-client.ts'
import type { LettersAnswer, ReminderLetter } from '../../../shared/contract/reminders.ts'
import type { OpenTestBook } from '../../support/open-book.ts'
import type { Random } from '../../support/random.ts'
import type { Events, World } from '../ledger/ledger-events.ts'

/** Writes down that letters went out; answers how many were. */
export type Record = (book: OpenTestBook, made: LettersAnswer) => Promise<number>

const somebody = (world: World, random: Random) => random.pick(world.people) ?? ''

export const lifeEvents: Events = {
  die: ({ api, context }, world, random) =>
    random.chance(0.3)
      ? api.members.markDeceased({ personId: somebody(world, random), day: context.today() })
      : Promise.resolve(),
  move: ({ api, context }, world, random) =>
    api.members.move({
      personIds: [somebody(world, random)],
      home: {
        kind: 'address',
        street: random.chance(0.5) ? 'Meerkoetkade' : '',
        houseNumber: null,
        houseSuffix: '',
        postcode: '',
        city: '',
      },
      day: context.today(),
    }),
  pause: async ({ api }, world, random) => {
    const { payer } = await api.dues.person({ personId: somebody(world, random) })
    return api.reminders.pause({
      payer: { kind: payer.kind, id: payer.id },
      kind: random.pick(['pause', 'discussion', 'refused'] as const) ?? 'pause',
      reason: null,
      untilDay: random.pick(['2026-05-01', '2026-09-01', '2026-12-01']) ?? null,
    })
  },
  throwAway: ({ api }, world, random) =>
    random.chance(0.3) ? api.members.remove({ personId: somebody(world, random) }) : Promise.resolve(),
  direct: async ({ api }, world, random) => {
    const personId = somebody(world, random)
    const { agreement } = await api.dues.person({ personId })
    if (!agreement) return
    await api.dues.agree({
      personId,
      fromDay: agreement.fromDay,
      planId: agreement.planId,
      intervalMonths: 1,
      anchorDay: null,
      payer: null,
      reduction: null,
      method: random.chance(0.7) ? 'incasso' : 'overboeking',
    })
  },
  mandate: async ({ api }, world, random) =>
    api.directDebit.addMandate({
      personId: somebody(world, random),
      reference: '',
      kind: 'RCUR',
      holder: 'J. Pinas',
      iban: 'NL91ABNA0417164300',
      signedOn: '2026-01-05',
      usedBeforeOn: null,
    }),
}

export async function makeLetters({ api }: OpenTestBook, world: World, random: Random): Promise<LettersAnswer> {
  const payers = await Promise.all(
    world.people.map(async (personId) => {
      const { payer } = await api.dues.person({ personId })
      return { kind: payer.kind, id: payer.id }
    }),
  )
  const way = random.chance(0.8) ? 'letter' : 'mail'
  const language = random.chance(0.7) ? 'nl' : 'en'
  return api.reminders.letters({ payers, way, language, ownLanguage: false })
}

export const recordAnew: Record = async ({ api }, { letters }) => {
  const [first] = letters
  if (!first) return 0
  const sent = {
    way: 'letter',
    language: first.language,
    ownLanguage: false,
    day: first.day,
    letters: letters.map(({ payer, textHash }) => ({ payer: { kind: payer.kind, id: payer.id }, textHash })),
  } as const
  try {
    return (await api.reminders.record(sent)).recorded
  } catch (error) {
    // Money is collected on a day ahead: letters that were printed long before it are refused as a whole.
    if (error instanceof CallError && error.code === 'lettersTooOld') return 0
    throw error
  }
}

/** What the rule is there to prevent: trusts what was open when the letters were made. */
export const recordAsPrinted: Record = async ({ context, opened }, { letters }) => {
  if (letters.length === 0) return 0
  const dueId = opened.raw.prepare('SELECT id FROM due LIMIT 1').pluck().get() as string // letters are about dues
  await write(context, { kind: 'remindersSent' }, async (tx) => {
    for (const letter of letters) {
      const id = context.newId()
      const posting = { ...postingOf(context), amount_cents: letter.cents, reverses_id: null }
      await insertRows(tx, 'reminder', [{ ...posting, id, ...valuesOf(letter) }])
      await insertRows(tx, 'reminder_due', [{ ...posting, id: context.newId(), reminder_id: id, due_id: dueId }])
    }
  })
  return letters.length
}

const valuesOf = ({ payer, level, day, language, textHash }: ReminderLetter) => ({
  ...payerColumns(payer),
  level,
  day,
  language,
  way: 'letter' as const,
  text_hash: textHash,
})
