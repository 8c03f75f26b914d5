// What the example keeps of looking after each other: a few points of attention, who spoke to whom, and who is away.
import { addDays, type Day } from '../../../shared/domain/calendar-date.ts'
import type { Story } from './fill-example.ts'

/** By the day they happen on. */
export function careEvents(story: Story): (readonly [day: Day, happen: () => Promise<void>])[] {
  return [
    [addDays(story.today, -40), () => helpSomebody(story)],
    [addDays(story.today, -12), () => askAttention(story)],
  ]
}

const noConsent = { saidByPersonId: null, consent: null, note: null } as const

async function helpSomebody({ api, today, personId }: Story): Promise<void> {
  await api.care.unlock({ passphrase: null })
  const helped = await api.care.openSignal({
    ...noConsent,
    about: { kind: 'person', personId: personId('Bep Kuipers') },
    kind: 'praktisch',
    source: 'zelf',
    ownHelp: ['boodschap', 'vervoer'],
    ownerPersonId: personId('Margreet Hoekstra'),
    ownerName: null,
    nextDay: addDays(today, -30),
    nextHow: 'langsgaan',
  })
  await api.care.recordStep({
    id: helped.id,
    day: addDays(today, -40),
    how: 'langsgaan',
    result: 'gesproken',
    onward: { kind: 'close', reason: 'geholpen' },
  })
}

async function askAttention({ api, today, personId }: Story): Promise<void> {
  await api.care.unlock({ passphrase: null })
  const consent = { by: 'zelf', how: 'mondeling', day: addDays(today, -12) } as const
  const lonely = await api.care.openSignal({
    about: { kind: 'person', personId: personId('Nel Oostveen') },
    kind: 'eenzaam',
    source: 'zelf',
    saidByPersonId: null,
    ownHelp: ['langsgaan', 'meenemen'],
    consent,
    note: 'Wil graag mee naar de soep in het buurthuis, maar niet alleen binnenkomen.',
    ownerPersonId: personId('Margreet Hoekstra'),
    ownerName: null,
    nextDay: addDays(today, 2),
    nextHow: 'bellen',
  })
  await api.care.refer({
    signalId: lonely.id,
    organisationId: null,
    organisationName: 'Buurthuis De Ekster',
    consent,
  })
  await api.care.openSignal({
    ...noConsent,
    about: { kind: 'place', place: 'Lijsterpad 41, begane grond' },
    kind: 'opgevallen',
    source: 'buur',
    ownHelp: ['langsgaan'],
    ownerPersonId: personId('Elif Demir'),
    ownerName: null,
    nextDay: addDays(today, 4),
    nextHow: 'langsgaan',
  })
  const spoken = { how: 'bellen', result: 'gesproken', byName: null, note: null, consent: null } as const
  await api.care.recordContact({
    ...spoken,
    personId: personId('Greet Postma'),
    day: addDays(today, -13),
    byPersonId: personId('Margreet Hoekstra'),
  })
  await api.care.planAway({
    personId: personId('Jan Visser'),
    from: addDays(today, -5),
    until: addDays(today, 45),
    why: 'familie',
    consent: null,
  })
}
