// Things a contact person and a treasurer do, in any order and with any people: what undo must be able to take back.
import type { Contract } from '../../shared/contract/contract.ts'
import type { Client } from '../../shared/contract/create-client.ts'
import { CallError } from '../../shared/contract/create-client.ts'
import { plainGathering } from './plain-gathering.ts'
import type { Random } from './random.ts'

type Api = Client<Contract>

/** Ids of what there is to act upon, read anew before each action. */
interface World {
  readonly people: readonly string[]
  readonly households: readonly string[]
  readonly neighbourhoods: readonly string[]
  readonly plans: readonly string[]
  readonly gatherings: readonly string[]
}

const names = ['Ria', 'Wim', 'Joyce', 'Sanjay', 'Oksana', 'Tekle', 'Elif', 'Hassan']
const surnames = ['Berg', 'Groot', 'Pinas', 'Ramdin', 'Bondarenko', 'Ghebremedhin', 'Demir', 'El Idrissi']
const days = ['2026-01-15', '2026-03-31', '2026-06-01', '2026-09-30', '2026-11-01', '2026-11-23']

type Action = (api: Api, world: World, random: Random) => Promise<unknown>

const person = (random: Random) => ({
  firstName: random.pick(names) ?? '',
  infix: random.chance(0.2) ? 'van den' : '',
  lastName: random.pick(surnames) ?? '',
  called: '',
  birthYear: random.chance(0.3) ? 1940 + random.below(60) : null,
  phone: null,
  mobile: random.chance(0.5) ? `06-1000 22${10 + random.below(90)}` : null,
  email: null,
  preferredContact: null,
  languages: null,
  emergencyContact: null,
  note: random.chance(0.2) ? 'Belt liever na tien uur' : null,
})
const address = (random: Random) => ({
  street: random.pick(['Kastanjehof', 'Lijsterpad', 'Meerkoetkade']) ?? '',
  houseNumber: 1 + random.below(40),
  houseSuffix: '',
  postcode: '',
  city: '',
})
const home = (world: World, random: Random) => {
  const householdId = random.chance(0.4) ? random.pick(world.households) : undefined
  return householdId ? { kind: 'with' as const, householdId } : { kind: 'address' as const, ...address(random) }
}
const day = (random: Random) => random.pick(days) ?? '2026-11-23'
const orNull = <Item>(random: Random, items: readonly Item[]) =>
  random.chance(0.6) ? (random.pick(items) ?? null) : null
const payerOf = async (api: Api, personId: string) => {
  const { payer } = await api.dues.person({ personId })
  return { kind: payer.kind, id: payer.id }
}
const need = <Value>(value: Value | undefined | null): Value => {
  if (value === undefined || value === null) throw new CallError('notFound', {})
  return value
}

const actions: Readonly<Record<string, Action>> = {
  register: (api, world, random) =>
    api.members.register({
      ...person(random),
      home: home(world, random),
      membership: { kind: random.chance(0.8) ? 'lid' : 'belangstellende', from: day(random), number: null },
      neighbourhoodId: orNull(random, world.neighbourhoods),
      fee:
        world.plans.length > 0 && random.chance(0.6)
          ? { planId: need(random.pick(world.plans)), intervalMonths: 1 }
          : null,
    }),
  change: (api, world, random) => {
    const fields = person(random)
    const { mobile, note, lastName } = fields
    return api.members.change({
      id: need(random.pick(world.people)),
      fields: random.chance(0.5) ? { mobile, lastName } : { note },
      ...(random.chance(0.3) ? { address: address(random) } : {}),
    })
  },
  move: (api, world, random) =>
    api.members.move({
      personIds: [need(random.pick(world.people))],
      home: home(world, random),
      day: day(random),
      neighbourhoodId: orNull(random, world.neighbourhoods),
    }),
  end: (api, world, random) =>
    api.members.end({ personId: need(random.pick(world.people)), day: day(random), reason: 'opgezegd' }),
  die: (api, world, random) =>
    api.members.markDeceased({ personId: need(random.pick(world.people)), day: day(random) }),
  rejoin: (api, world, random) =>
    api.members.rejoin({
      personId: need(random.pick(world.people)),
      kind: 'lid',
      day: day(random),
      neighbourhoodId: orNull(random, world.neighbourhoods),
      fee: null,
    }),
  join: (api, world, random) =>
    api.members.joinNeighbourhood({
      personId: need(random.pick(world.people)),
      neighbourhoodId: need(random.pick(world.neighbourhoods)),
      day: day(random),
    }),
  remove: (api, world, random) => api.members.remove({ personId: need(random.pick(world.people)) }),
  restore: async (api, _world, random) => {
    const item = need(random.pick((await api.trash.list({})).items.filter(({ table }) => table === 'person')))
    return api.trash.restore({ table: 'person', id: item.id })
  },
  addNeighbourhood: (api, _world, random) =>
    api.neighbourhoods.add({
      name: `Buurt ${random.below(1000)}`,
      areaNote: null,
      targetSize: 50,
      cadencePerYear: null,
    }),
  closeNeighbourhood: (api, world, random) =>
    api.neighbourhoods.close({ id: need(random.pick(world.neighbourhoods)), day: day(random) }),
  assign: (api, world, random) =>
    api.roles.assign({
      personId: need(random.pick(world.people)),
      role: random.chance(0.5) ? 'contactpersoon' : 'vervanger',
      neighbourhoodId: need(random.pick(world.neighbourhoods)),
      side: null,
      from: day(random),
      plannedEnd: null,
    }),
  addPlan: (api, _world, random) =>
    api.dues.addPlan({
      name: `Regeling ${random.below(100)}`,
      amountCents: 500 * (1 + random.below(3)),
      rateMonths: random.pick([1, 3, 12] as const) ?? 1,
      validFrom: '2026-01-01',
    }),
  setRate: (api, world, random) =>
    api.dues.setRate({
      planId: need(random.pick(world.plans)),
      amountCents: 100 * (1 + random.below(15)),
      validFrom: day(random),
    }),
  agree: async (api, world, random) => {
    const personId = need(random.pick(world.people))
    const { household } = await api.dues.person({ personId })
    return api.dues.agree({
      personId,
      fromDay: day(random),
      planId: need(random.pick(world.plans)),
      intervalMonths: need(random.pick([1, 3, 6, 12] as const)),
      anchorDay: null,
      payer: random.chance(0.5) ? { kind: 'person', id: personId } : { kind: 'household', id: household.id },
      reduction: null,
      method: 'overboeking',
    })
  },
  runDues: (api) => api.dues.run({}),
  pay: async (api, world, random) =>
    api.dues.recordPayment({
      payer: await payerOf(api, need(random.pick(world.people))),
      amountCents: 250 * (1 + random.below(40)),
      day: day(random),
      method: random.chance(0.5) ? 'overboeking' : 'contant',
      note: random.chance(0.2) ? 'aan de deur' : null,
      parts: null,
      notDouble: true,
    }),
  reversePayment: async (api, _world, random) => {
    const { rows } = await api.dues.payments({ find: '', limit: 200 })
    const payment = need(random.pick(rows.filter(({ state }) => state === 'counts')))
    return api.dues.reversePayment({ paymentId: payment.id, reason: 'bounced' })
  },
  waive: async (api, world, random) => {
    const { dues } = await api.dues.person({ personId: need(random.pick(world.people)) })
    const due = need(random.pick(dues.filter(({ openCents }) => openCents > 0)))
    return api.dues.waive({ dueId: due.id, amountCents: null, reason: 'hardship' })
  },
  openingBalance: (api, world, random) =>
    api.dues.addOpeningBalance({
      personId: need(random.pick(world.people)),
      amountCents: 100 * (1 + random.below(50)),
      day: '2025-12-31',
    }),
  planGathering: (api, world, random) =>
    api.gatherings.plan({
      ...plainGathering,
      groupId: orNull(random, world.neighbourhoods),
      day: day(random),
      title: 'Theemiddag',
      hostPersonId: random.chance(0.5) ? (random.pick(world.people) ?? null) : null,
    }),
  mark: async (api, world, random) => {
    const gatheringId = need(random.pick(world.gatherings))
    const { rows } = await api.gatherings.invitees({ gatheringId, find: '', limit: 200 })
    const personId = need(random.pick(rows)).personId
    const status = need(random.pick(['aanwezig', 'afgemeld', 'niet_gekomen', 'onbekend'] as const))
    return api.gatherings.mark({ gatheringId, personId, status })
  },
  markRest: (api, world, random) => api.gatherings.markRest({ gatheringId: need(random.pick(world.gatherings)) }),
  answerContact: async (api, world, random) => {
    const gathering = await api.gatherings.detail({ id: need(random.pick(world.gatherings)) })
    const { personId } = need(random.pick(gathering.absentees))
    return api.gatherings.answerContact({ gatheringId: gathering.id, personId, contact: random.chance(0.7) })
  },
  cancelGathering: (api, world, random) => api.gatherings.cancel({ id: need(random.pick(world.gatherings)) }),
  removeGathering: (api, world, random) => api.gatherings.remove({ id: need(random.pick(world.gatherings)) }),
}

export const actionNames = Object.keys(actions)

/** Does one action of this name; false when a rule said no (nothing happened then). A bug is thrown on. */
export async function act(api: Api, name: string, random: Random): Promise<boolean> {
  try {
    await actions[name]?.(api, await look(api), random)
    return true
  } catch (error) {
    if (error instanceof CallError && error.code !== 'unexpected' && error.code !== 'badInput') return false
    throw error
  }
}

async function look(api: Api): Promise<World> {
  const { rows } = await api.members.list({
    neighbourhood: null,
    kind: 'now',
    text: '',
    sort: 'name',
    offset: 0,
    limit: 1000,
  })
  const past = await api.members.list({
    neighbourhood: null,
    kind: 'oud_lid',
    text: '',
    sort: 'name',
    offset: 0,
    limit: 20,
  })
  const households = await api.households.choose({ text: '' })
  const { planned, toRecord, past: held } = await api.gatherings.list({ year: null, group: null })
  return {
    people: [...rows, ...past.rows].map(({ id }) => id),
    households: households.map(({ id }) => id),
    neighbourhoods: (await api.neighbourhoods.names({})).map(({ id }) => id),
    plans: (await api.dues.plans({})).map(({ id }) => id),
    gatherings: [...planned, ...toRecord, ...held].map(({ id }) => id),
  }
}
