import type { Invitable } from './invitation-queries.ts'

/** An invitation as it begins: nothing known yet, name and group as they are now. */
export function newInvitation(id: string, gatheringId: string, person: Invitable) {
  return {
    id,
    gathering_id: gatheringId,
    person_id: person.personId,
    name_snapshot: person.name,
    neighbourhood_snapshot: person.groupName,
    said_coming: 0,
    status: 'onbekend' as const,
  }
}
