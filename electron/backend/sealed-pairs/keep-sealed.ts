// Everything that is done in a sealed programme. The journal hears that something was done, and nothing of what.

import type { BookContext } from '../context.ts'
import type { Transaction } from '../database/transaction.ts'
import { write } from '../database/write.ts'
import { RuleBroken } from '../rule-broken.ts'
import type { Opener, Sealer } from '../sealing/sealer.ts'
import { isCode, makeCodeCheck } from './coach-code.ts'
import { lockOf, requireOpen } from './opened-programmes.ts'
import {
  changeRecord,
  dropRecord,
  putRecord,
  readPairs,
  readProgramme,
  type SealedAgreement,
  type SealedPair,
  type SealedPairFields,
  type SealedProgramme,
  type SealedRecord,
} from './sealed-records.ts'

/** @throws RuleBroken keyMissing */
export async function openerOf({ sealing }: BookContext): Promise<Opener> {
  const opener = await sealing.forReading()
  if (!opener) throw new RuleBroken('keyMissing')
  return opener
}

/** @throws RuleBroken codeWrong */
export async function openWithCode(context: BookContext, id: string, code: string): Promise<void> {
  const { content } = await readProgramme(context.db, await openerOf(context), id)
  if (!(await isCode(code, content.check))) throw new RuleBroken('codeWrong', { field: 'code' })
  lockOf(context, id).open()
}

export async function renewCode(context: BookContext, id: string, line: string, code: string): Promise<void> {
  await context.sealing.openBySheet(line)
  const sealer = await context.sealing.forWriting()
  const check = await makeCodeCheck(code, context.wordsWork)
  const programme = await readProgramme(context.db, sealer, id)
  await writeSealed(context, (tx) =>
    changeRecord(tx, sealer, { ...programme, content: { ...programme.content, check } }),
  )
  lockOf(context, id).open()
}

export async function addSealedProgramme(
  context: BookContext,
  { code, ...agreement }: SealedAgreement & { readonly code: string },
): Promise<{ id: string }> {
  const sealer = await context.sealing.forWriting()
  const check = await makeCodeCheck(code, context.wordsWork)
  const id = context.newId()
  await writeSealed(context, (tx) =>
    putRecord(tx, sealer, {
      id,
      place: 'sealed_record',
      programmeId: id,
      kind: 'programme',
      content: { ...agreement, check },
    }),
  )
  lockOf(context, id).open()
  return { id }
}

export async function changeSealedProgramme(
  context: BookContext,
  id: string,
  agreement: SealedAgreement,
): Promise<void> {
  await inProgramme(context, id, (tx, { sealer, programme }) =>
    changeRecord(tx, sealer, { ...programme, content: { ...agreement, check: programme.content.check } }),
  )
}

/** Lets it go along to the other PC of this book; or keeps it here from now on, and takes it away there. */
export async function shareSealedProgramme(context: BookContext, id: string, isShared: boolean): Promise<void> {
  await inProgramme(context, id, async (tx, { sealer, programme, pairs }) => {
    const place = isShared ? 'shared_sealed_record' : 'sealed_record'
    if (programme.place === place) return
    const at = context.now().toISOString()
    for (const record of [programme, ...pairs]) await dropRecord(tx, sealer, record, at)
    await putRecord(tx, sealer, { ...programme, place, programmeId: id, kind: 'programme' })
    // Oldest first, so that they keep their order.
    for (const pair of pairs.toReversed())
      await putRecord(tx, sealer, { ...pair, place, programmeId: id, kind: 'pair' })
  })
}

export async function removeSealedProgramme(context: BookContext, id: string): Promise<void> {
  const at = context.now().toISOString()
  await inProgramme(context, id, async (tx, { sealer, programme, pairs }) => {
    for (const record of [programme, ...pairs]) await dropRecord(tx, sealer, record, at)
  })
  lockOf(context, id).shut()
}

export async function addSealedPair(
  context: BookContext,
  programmeId: string,
  fields: SealedPairFields,
): Promise<{ id: string }> {
  checkPair(fields)
  const id = context.newId()
  await inProgramme(context, programmeId, (tx, { sealer, programme }) =>
    putRecord(tx, sealer, {
      id,
      place: programme.place,
      programmeId,
      kind: 'pair',
      content: { ...fields, contacts: [] },
    }),
  )
  return { id }
}

/** Changes the pair as `change` says. */
export async function changeSealedPair(
  context: BookContext,
  { programmeId, id }: { readonly programmeId: string; readonly id: string },
  change: (pair: SealedPair) => SealedPair,
): Promise<void> {
  await inProgramme(context, programmeId, async (tx, { sealer, pairs }) => {
    const pair = pairs.find((each) => each.id === id)
    if (!pair) throw new RuleBroken('notFound', { table: 'sealed_record' })
    const content = change(pair.content)
    checkPair(content)
    await changeRecord(tx, sealer, { ...pair, content })
  })
}

export async function removeSealedPair(context: BookContext, programmeId: string, id: string): Promise<void> {
  await inProgramme(context, programmeId, (tx, { sealer, programme }) =>
    dropRecord(tx, sealer, { id, place: programme.place }, context.now().toISOString()),
  )
}

function checkPair({ fromDay, plannedUntil, untilDay, endReason }: SealedPairFields): void {
  if (plannedUntil <= fromDay) throw new RuleBroken('dayBeforeStart', { field: 'plannedUntil', from: fromDay })
  if (untilDay !== null && untilDay < fromDay)
    throw new RuleBroken('dayBeforeStart', { field: 'untilDay', from: fromDay })
  if ((untilDay === null) !== (endReason === null)) throw new RuleBroken('badInput', { field: 'endReason' })
}

interface Inside {
  readonly sealer: Sealer
  readonly programme: SealedRecord<SealedProgramme>
  readonly pairs: readonly SealedRecord<SealedPair>[]
}

async function inProgramme(
  context: BookContext,
  id: string,
  work: (tx: Transaction, inside: Inside) => Promise<void>,
): Promise<void> {
  requireOpen(context, id)
  lockOf(context, id).stay()
  const sealer = await context.sealing.forWriting()
  await writeSealed(context, async (tx) => {
    const programme = await readProgramme(tx, sealer, id)
    await work(tx, { sealer, programme, pairs: await readPairs(tx, sealer, programme) })
  })
}

const writeSealed = (context: BookContext, work: (tx: Transaction) => Promise<void>) =>
  write(context, { kind: 'sealedChanged' }, work)
