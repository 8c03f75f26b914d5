import { useTranslation } from 'react-i18next'
import type { BetweenLine } from '../../../shared/contract/between.ts'
import { type LineStatus, somebodyElse } from '../../../shared/domain/between.ts'
import { ChoiceGroup } from '../../components/ChoiceGroup.tsx'
import type { IconName } from '../../components/Icon.tsx'
import { Line } from '../../components/Lines.tsx'
import { Status, type StatusKind } from '../../components/Status.tsx'
import { api } from '../../data/api.ts'
import { useCommand } from '../../data/use-command.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { useFactWords } from '../../parts/use-fact-words.ts'
import styles from './Between.module.css'

const looks: Readonly<Record<LineStatus, { readonly kind: StatusKind; readonly icon: IconName }>> = {
  unsure: { kind: 'att', icon: 'overlap' },
  clash: { kind: 'att', icon: 'attention' },
  left: { kind: 'no', icon: 'minus' },
  changed: { kind: 'no', icon: 'pencil' },
  new: { kind: 'ok', icon: 'plus' },
  erasedThere: { kind: 'att', icon: 'attention' },
  goneHere: { kind: 'no', icon: 'cross' },
  same: { kind: 'no', icon: 'equals' },
}

/** Whether there is something to choose about somebody, also once it was chosen. */
export function isAsked({ alike, clashes, leaving }: BetweenLine): boolean {
  return alike.length > 0 || clashes.length > 0 || leaving !== null
}

/** One person of the file: what happens to them here, and what somebody has to choose. */
export function PersonLine({ id, line }: { readonly id: string; readonly line: BetweenLine }) {
  const { t } = useTranslation()
  const wordsOf = useValueWords()
  return (
    <Line verbs={<Status {...looks[line.status]}>{t(`between.statuses.${line.status}`)}</Status>}>
      <b>
        <bdi>{line.name}</bdi>
      </b>
      <Known address={line.address} birthYear={line.birthYear} />
      {line.changes.map(({ field, from, to }) => (
        <span key={field} className={styles.under} dir="auto">
          {t(from === '' ? 'between.line.added' : 'between.line.becomes', {
            field: t(`between.columns.${field}`),
            from: wordsOf(field, from),
            to: wordsOf(field, to),
          })}
        </span>
      ))}
      {line.status === 'goneHere' && <span className={styles.under}>{t('between.line.goneHere')}</span>}
      {line.status === 'erasedThere' && <span className={styles.under}>{t('between.line.erasedThere')}</span>}
      <Choices id={id} line={line} />
    </Line>
  )
}

function Choices({ id, line }: { readonly id: string; readonly line: BetweenLine }) {
  const { t } = useTranslation()
  const wordsOf = useValueWords()
  const decide = useCommand(api.between.decide)
  const choose = (choice: Parameters<typeof api.between.decide>[0]['choice']) =>
    void decide.run({ id, key: line.key, choice })
  if (!isAsked(line)) return null
  return (
    <div className={styles.choices}>
      {line.alike.length > 0 && <Who line={line} onChoose={(value) => choose({ kind: 'who', value })} />}
      {line.clashes.map(({ field, mine, theirs, chosen }) => (
        <ChoiceGroup
          key={field}
          label={t('between.line.clash', { field: t(`between.columns.${field}`) })}
          value={chosen}
          onChange={(value) => choose({ kind: 'field', field, value })}
          choices={[
            { value: 'mine', label: t('between.line.mine', { value: wordsOf(field, mine) }) },
            { value: 'theirs', label: t('between.line.theirs', { value: wordsOf(field, theirs) }) },
          ]}
        />
      ))}
      {line.leaving && <Leaving leaving={line.leaving} onChoose={(value) => choose({ kind: 'leaving', value })} />}
    </div>
  )
}

interface KnownProps {
  readonly address: string
  readonly birthYear: string
}

/** What the file says of somebody, to know them by. */
function Known({ address, birthYear }: KnownProps) {
  const known = useKnownBy()(address, birthYear)
  return known === '' ? null : (
    <span className={styles.under} dir="auto">
      {known}
    </span>
  )
}

/** "Lijsterpad 4, geboren in 1951" */
function useKnownBy(): (address: string, birthYear: string) => string {
  const { t } = useTranslation()
  return (address, birthYear) => {
    const born = birthYear === '' ? '' : t('between.line.born', { year: birthYear })
    return [address, born].filter((part) => part !== '').join(', ')
  }
}

interface WhoProps {
  readonly line: BetweenLine
  readonly onChoose: (who: string) => void
}

function Who({ line: { alike, who }, onChoose }: WhoProps) {
  const { t } = useTranslation()
  const wordsOf = useAlikeWords()
  const possible = alike.filter(({ canBeSame }) => canBeSame)
  const isOfMore = possible.length > 1
  return (
    <>
      {!isOfMore &&
        (possible.length === 0 ? alike : possible).map((person) => (
          <span key={person.personId} className={styles.under} dir="auto">
            {wordsOf(person, 'between.line.alike')}
          </span>
        ))}
      <ChoiceGroup
        label={t(isOfMore ? 'between.line.whoOf' : 'between.line.who')}
        layout={isOfMore ? 'column' : 'below'}
        value={who}
        onChange={onChoose}
        choices={[
          ...possible.map((person) => ({
            value: person.personId,
            label: isOfMore ? wordsOf(person, 'between.line.sameAs') : t('between.line.same'),
          })),
          { value: somebodyElse, label: t(isOfMore ? 'between.line.noneOf' : 'between.line.other') },
        ]}
      />
    </>
  )
}

/** "Lijkt op Jan Bos uit dit boek: Lijsterpad 4, geboren in 1951" */
function useAlikeWords() {
  const { t } = useTranslation()
  const wordsOf = useKnownBy()
  const factWords = useFactWords()
  return (person: BetweenLine['alike'][number], key: 'between.line.alike' | 'between.line.sameAs') => {
    const { name, address, birthYear } = person
    const known = [wordsOf(address, birthYear), ...factWords(person)].filter((part) => part !== '').join(', ')
    return known === '' ? t(`${key}Alone`, { name }) : t(key, { name, known })
  }
}

interface LeavingProps {
  readonly leaving: NonNullable<BetweenLine['leaving']>
  readonly onChoose: (choice: 'leave' | 'membership' | 'stay') => void
}

function Leaving({ leaving: { until, reason, choice, canEndMembership }, onChoose }: LeavingProps) {
  const { t } = useTranslation()
  const format = useFormat()
  const day = until === null ? '' : format.day(until)
  return (
    <>
      {until !== null && (
        <span className={styles.under}>
          {reason === null
            ? t('between.line.left', { day })
            : t('between.line.leftReason', { day, reason: t(`members.person.endReason.${reason}`) })}
        </span>
      )}
      <ChoiceGroup
        label={t('between.line.leaving')}
        layout="column"
        value={choice}
        onChange={onChoose}
        choices={[
          { value: 'leave', label: t(canEndMembership ? 'between.line.leave' : 'between.line.leaveHere') },
          ...(canEndMembership ? [{ value: 'membership' as const, label: t('between.line.membership') }] : []),
          { value: 'stay', label: t('between.line.stay') },
        ]}
      />
    </>
  )
}

/** What stands in a field, as it is read aloud. */
function useValueWords(): (field: BetweenLine['changes'][number]['field'], value: string) => string {
  const { t } = useTranslation()
  return (field, value) => {
    if (field === 'belongs') return t(value === 'in' ? 'between.line.in' : 'between.line.out')
    return value === '' ? t('between.line.empty') : value
  }
}
