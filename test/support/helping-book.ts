// A book of an association whose neighbours help each other, and short words for what they do in it.
import type { Contract } from '../../shared/contract/contract.ts'
import type { Client } from '../../shared/contract/create-client.ts'
import type { Day } from '../../shared/domain/calendar-date.ts'
import type { HelpCategory } from '../../shared/domain/mutual-help.ts'
import { type PresetCode, presets } from '../../shared/domain/presets.ts'
import { newMember } from './new-member.ts'
import { openTestBackend, type TestBackend } from './test-backend.ts'

type Api = Client<Contract>
type Input<Method extends 'offer' | 'ask' | 'recordAct'> = Parameters<Api['mutualHelp'][Method]>[0]
type Saved = Parameters<Api['newcomers']['save']>[0]

export interface HelpingBook extends TestBackend {
  readonly group: (name: string) => Promise<string>
  /** "Ria Berg" at an address of her own. */
  readonly neighbour: (name: string, place?: Place) => Promise<string>
  readonly offers: (personId: string, categories: HelpCategory[], more?: Partial<Input<'offer'>>) => Promise<unknown>
  readonly asks: (
    personId: string | null,
    category: HelpCategory,
    more?: Partial<Input<'ask'>>,
  ) => Promise<{ id: string }>
  /** Today, unless `doneDay` says otherwise. */
  readonly helps: (
    giverId: string | null,
    receiverId: string | null,
    more?: Partial<Input<'recordAct'>>,
  ) => Promise<{ id: string }>
  readonly isNew: (personId: string, arrivedDay: Day, more?: Partial<Saved>) => Promise<unknown>
  /** The cells of one table of a report, row by row. */
  readonly tableOf: (report: string, heading: string, period: Period) => Promise<readonly (readonly unknown[])[]>
  readonly factsOf: (report: string, period: Period) => Promise<Readonly<Record<string, unknown>>>
}

interface Place {
  readonly groupId?: string
  readonly street?: string
  readonly postcode?: string
  readonly since?: Day
  readonly preferredContact?: 'bellen' | 'mail'
}

interface Period {
  readonly from: Day
  readonly until: Day
}

export async function openHelpingBook(preset: PresetCode, today: Day): Promise<HelpingBook> {
  const book = await openTestBackend({ today, book: 'file' })
  const { api } = book
  const chosen = presets[preset]
  await api.books.create({
    name: 'Stadsdorp Oosterweide',
    ...chosen,
    modules: [...chosen.modules],
    preset,
    accountingStart: chosen.duesEnabled ? '2026-01-01' : null,
  })
  let clockDay = today
  let houseNumber = 0
  const blocksOf = async (report: string, period: Period) => (await api.reports.get({ report, ...period })).page.blocks
  return {
    ...book,
    setDay(day) {
      clockDay = day
      book.setDay(day)
    },
    group: async (name) =>
      (await api.neighbourhoods.add({ name, areaNote: null, targetSize: 50, cadencePerYear: null })).id,
    async neighbour(name, place = {}) {
      houseNumber += 1
      const [firstName = '', lastName = ''] = name.split(' ')
      const member = newMember(houseNumber, place.groupId ?? null)
      const { street = member.home.street, postcode = '', since = '2020-01-01', preferredContact = null } = place
      const { id } = await api.members.register({
        ...member,
        firstName,
        lastName,
        preferredContact,
        home: { ...member.home, street, postcode, city: 'Delft' },
        membership: { kind: 'lid', from: since, number: null },
      })
      return id
    },
    offers: (personId, categories, more = {}) =>
      api.mutualHelp.offer({
        personId,
        categories,
        times: [],
        perMonth: null,
        pausedUntil: null,
        words: null,
        ...more,
      }),
    asks: (personId, category, more = {}) =>
      api.mutualHelp.ask({
        personId,
        askedByPersonId: null,
        groupId: null,
        category,
        institution: null,
        words: null,
        wantedBy: null,
        wantedTime: null,
        lasting: false,
        ...more,
      }),
    helps: (giverId, receiverId, more = {}) =>
      api.mutualHelp.recordAct({
        giverId,
        receiverId,
        requestId: null,
        groupId: null,
        category: 'vervoer',
        institution: null,
        askedDay: null,
        doneDay: clockDay,
        outcome: 'gedaan',
        grewInto: null,
        ...more,
      }),
    isNew: (personId, arrivedDay, more = {}) =>
      api.newcomers.save({
        personId,
        arrivedDay,
        contactDay: null,
        contactByPersonId: null,
        invitedByPersonId: null,
        informedDay: null,
        visitedDay: null,
        ...more,
      }),
    async tableOf(report, heading, period) {
      const table = (await blocksOf(report, period)).find((each) => each.kind === 'table' && each.heading === heading)
      return table?.kind === 'table' ? table.rows.map(({ cells }) => cells.map(plain)) : []
    },
    async factsOf(report, period) {
      const [block] = await blocksOf(report, period)
      if (block?.kind !== 'facts') return {}
      return Object.fromEntries(block.facts.map(({ label, value }) => [label, plain(value)]))
    },
  }
}

type Cell = Extract<
  Awaited<ReturnType<Api['reports']['get']>>['page']['blocks'][number],
  { kind: 'facts' }
>['facts'][number]['value']

/** A cell as a test reads it: a number, a text, "3/4" of a share, "<5" of few people. */
function plain(cell: Cell): string | number {
  switch (cell.kind) {
    case 'persons':
      return cell.n ?? '<5'
    case 'count':
      return cell.n
    case 'share':
      return `${cell.part}/${cell.whole}`
    case 'text':
      return cell.text
    case 'word':
      return cell.word
    default:
      return cell.kind
  }
}
