// Lines of a file of another book as somebody reads them before it is taken in.
import type { BetweenLine } from '../../../shared/contract/between.ts'
import { formatAddress } from '../../../shared/domain/address.ts'
import { lineStatuses, type SharedField } from '../../../shared/domain/between.ts'
import { formatName, type PersonName } from '../../../shared/domain/person-name.ts'
import type { OtherBook } from './between-queries.ts'
import { toldValues } from './compare-fields.ts'
import type { PersonValues } from './person-states.ts'
import type { PlannedLine } from './plan-members.ts'

/** First what needs somebody, then what changes; inside that as in the file. */
export function describeLines(book: OtherBook, lines: readonly PlannedLine[]): BetweenLine[] {
  return lineStatuses.flatMap((status) =>
    lines.filter((line) => line.status === status).map((line) => describeLine(book, line)),
  )
}

function describeLine(book: OtherBook, line: PlannedLine): BetweenLine {
  const { told, state, status, candidate, decisions } = line
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
    name: ours && status !== 'unsure' ? formatName(ours.name) : candidate ? formatName(candidate.name) : '',
    ...toldOf(line),
    personId: status === 'unsure' ? null : (state?.id ?? null),
    changes: taken
      .filter(({ field }) => status !== 'left' || field !== 'belongs')
      .map(({ field }) => ({ field, from: values(field).mine, to: values(field).theirs })),
    clashes: chosen
      .filter(({ field }) => !isLeaving(line, field))
      .map(({ field }) => ({ field, ...values(field), chosen: decisions.fields.get(field) ?? null })),
    alike:
      status === 'unsure' && line.known
        ? {
            name: formatName(line.known.name),
            address: formatAddress(line.known.address),
            birthYear: String(line.known.birthYear ?? ''),
            canBeSame: line.canBeSame,
          }
        : null,
    who: decisions.who ?? null,
    leaving: describeLeaving(book, line),
  }
}

function toldOf({ status, candidate }: PlannedLine): Pick<BetweenLine, 'address' | 'birthYear'> {
  if (!candidate || (status !== 'new' && status !== 'unsure')) return { address: '', birthYear: '' }
  return { address: formatAddress(candidate.address), birthYear: String(candidate.birthYear ?? '') }
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
