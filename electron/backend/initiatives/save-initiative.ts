// Rules of an initiative that look at more than one value.

import type { z } from 'zod'
import type { initiatives } from '../../../shared/contract/initiatives.ts'
import { sourcesOfKind, usualLoyalty, usualRetentionDays } from '../../../shared/domain/initiative-target.ts'
import type { BookContext } from '../context.ts'
import { joinExactly, saveRow } from '../database/rows.ts'
import { write } from '../database/write.ts'
import { RuleBroken } from '../rule-broken.ts'
import { findInitiative } from './initiative-queries.ts'

type Target = z.output<(typeof initiatives)['saveTarget']['input']>

/** Keeps of a target what its kind asks for. @throws RuleBroken targetSourceUnfit, targetNeedsNumber, targetNeedsAreas, loyalMoreThanOutOf */
export async function saveTarget(context: BookContext, { id, ...target }: Target): Promise<{ readonly id: string }> {
  if (!sourcesOfKind[target.kind].includes(target.source))
    throw new RuleBroken('targetSourceUnfit', { field: 'source' })
  const counts = target.kind !== 'mijlpaal' && target.kind !== 'eigen_woorden'
  if (counts && (target.needed === null || (target.kind === 'deel' && target.needed > 100)))
    throw new RuleBroken('targetNeedsNumber', { field: 'needed' })
  if (target.kind === 'per_gebied' && target.areas.length === 0)
    throw new RuleBroken('targetNeedsAreas', { field: 'areas' })
  const isLoyal = target.source === 'trouw'
  const loyal = {
    times: target.loyalTimes ?? usualLoyalty.times,
    outOf: target.loyalOutOf ?? Math.max(usualLoyalty.outOf, target.loyalTimes ?? 0),
  }
  if (isLoyal && loyal.times > loyal.outOf) throw new RuleBroken('loyalMoreThanOutOf', { field: 'loyalTimes' })
  const lasts = target.kind === 'na_dagen' || (target.kind === 'deel' && target.source === 'aanmeldingen')
  const values = {
    initiative_id: target.initiativeId,
    what: target.what,
    kind: target.kind,
    source: target.source,
    counting: target.counting,
    needed: counts ? target.needed : null,
    areas: target.kind === 'per_gebied' ? target.areas.join('\n') : null,
    days: lasts ? (target.days ?? usualRetentionDays) : null,
    year: target.year,
    loyal_times: isLoyal ? loyal.times : null,
    loyal_out_of: isLoyal ? loyal.outOf : null,
    by_day: target.byDay,
  }
  return saveRow(context, 'initiative_target', id, values, { kind: 'targetSaved', subject: about(target.initiativeId) })
}

/** Exactly these gatherings count from now on. */
export async function chooseGatherings(
  context: BookContext,
  id: string,
  gatheringIds: readonly string[],
): Promise<void> {
  await findInitiative(context.db, id)
  const counting = { name: 'initiative_gathering', owner: ['initiative_id', id], other: 'gathering_id' } as const
  await write(context, { kind: 'initiativeGatheringsChosen', subject: about(id) }, (tx) =>
    joinExactly(tx, context, counting, gatheringIds),
  )
}

const about = (id: string) => ({ table: 'initiative', id }) as const
