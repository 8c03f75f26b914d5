// Lines of a file of another book as somebody reads them before it is taken in.
import type { BetweenLine } from '../../../shared/contract/between.ts'
import { formatAddress } from '../../../shared/domain/address.ts'
import { type LineStatus, lineStatuses, type SharedField } from '../../../shared/domain/between.ts'
import { foldText, formatName, type PersonName } from '../../../shared/domain/person-name.ts'
import { describeKnown, factsOf, partsThatTell } from '../import/tell-apart.ts'
import type { OtherBook } from './between-queries.ts'
import { toldValues } from './compare-fields.ts'
import type { PersonValues } from './person-states.ts'
import type { AlikePerson, PlannedLine } from './plan-members.ts'

/** First what somebody is asked, chosen or not, then what changes; inside that as in the file. */
export function describeLines(book: OtherBook, lines: readonly PlannedLine[]): BetweenLine[] {
  const sameName = Map.groupBy(lines, (line) => foldText(nameOf(line)))
  const described = lines.map((line) =>
    describeLine(book, line, (sameName.get(foldText(nameOf(line))) ?? []).length > 1),
  )
  return lineStatuses.flatMap((status) => described.filter((line) => placeOf(line) === status))
}

/** What was chosen stays where it was asked. */
function placeOf({ status, alike, clashes, leaving }: BetweenLine): LineStatus {
  if (alike.length > 0) return 'unsure'
  if (clashes.length > 0) return 'clash'
  return leaving === null ? status : 'left'
}

function describeLine(book: OtherBook, line: PlannedLine, hasNamesake: boolean): BetweenLine {
  const { told, state, status, decisions } = line
  const ours = state?.values
  const theirs = told && ours ? toldValues(told.fields, ours) : null
  const taken = line.outcomes.filter(({ kind, field }) => kind === 'take' && !decisions.fields.has(field))
  const chosen = line.outcomes.filter(({ kind, field }) => kind === 'clash' || decisions.fields.has(field))
  const values = (field: SharedField) => ({
    mine: ours ? shownValue(field, ours) : '',
    theirs: theirs ? shownValue(field, theirs) : '',
  })
  return {
    key: line.key,
    status,
    name: nameOf(line),
    ...knownBy(line, hasNamesake),
    personId: state?.id ?? null,
    changes: taken
      .filter(({ field }) => status !== 'left' || field !== 'belongs')
      .map(({ field }) => ({ field, from: values(field).mine, to: values(field).theirs })),
    clashes: chosen
      .filter(({ field }) => !isLeaving(line, field))
      .map(({ field }) => ({ field, ...values(field), chosen: decisions.fields.get(field) ?? null })),
    alike: describeAlike(line.alike),
    who: line.alike.length === 0 ? null : (decisions.who ?? null),
    leaving: describeLeaving(book, line),
  }
}

function nameOf({ state, candidate }: PlannedLine): string {
  const named = state?.values ?? candidate
  return named ? formatName(named.name) : ''
}

function knownBy({ state, candidate, alike }: PlannedLine, hasNamesake: boolean) {
  // Of whom it is asked who they are, that is what the file says, also after the answer.
  const person = !state || alike.length > 0 ? candidate : hasNamesake && state.values
  if (!person) return { address: '', birthYear: '' }
  return { address: formatAddress(person.address), birthYear: String(person.birthYear ?? '') }
}

function describeAlike(alike: readonly AlikePerson[]): BetweenLine['alike'] {
  const described = alike.map((person) => ({ ...person, description: describeKnown(person.known) }))
  // These are shown of everybody.
  const shown = new Set<string>(['address', 'postcode', 'birthYear'])
  const parts = partsThatTell(described.map(({ description }) => description)).filter((part) => !shown.has(part))
  return described.map(({ known, canBeSame, description }) => ({
    personId: known.id,
    ...{ name: formatName(known.name), address: formatAddress(known.address) },
    ...{ birthYear: String(known.birthYear ?? ''), isDeceased: known.deceasedOn !== null, canBeSame },
    apart: factsOf(description, parts),
  }))
}

/** Also one that somebody said stays: to be able to choose otherwise. */
const isLeaving = ({ told, state }: PlannedLine, field: SharedField) =>
  field === 'belongs' && told?.fields.belongs.value.isIn === false && state?.values.belongs.isIn === true

function describeLeaving(book: OtherBook, line: PlannedLine): BetweenLine['leaving'] {
  const { told, decisions, outcomes, state } = line
  if (!told || !isLeaving(line, 'belongs')) return null
  const outcome = outcomes.find(({ field }) => field === 'belongs')
  const chosen = decisions.fields.get('belongs')
  // They left before they came back here.
  if (!outcome || (outcome.kind === 'keep' && chosen === undefined)) return null
  const { until, reason } = told.fields.belongs.value
  return {
    until,
    reason,
    choice:
      outcome.kind === 'clash' ? null : chosen === 'mine' ? 'stay' : decisions.endsMembership ? 'membership' : 'leave',
    canEndMembership: book.groupId !== null && state?.membership != null,
  }
}

/** Words for belonging are the screen's: 'in' or 'out'. */
function shownValue(field: SharedField, values: PersonValues): string {
  switch (field) {
    case 'name':
      return shownName(values.name)
    case 'address':
      return formatAddress(values.address)
    case 'belongs':
      return values.belongs.isIn ? 'in' : 'out'
    default:
      return String(values[field] ?? '')
  }
}

/** First name and the name somebody is called by, both: either may be what changed. */
export function shownName(name: PersonName): string {
  const plain = formatName({ ...name, called: '' })
  return name.called === '' || name.called === name.firstName ? plain : `${plain} (${name.called})`
}
