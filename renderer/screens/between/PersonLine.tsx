import { useTranslation } from 'react-i18next'
import type { BetweenLine } from '../../../shared/contract/between.ts'
import type { LineStatus } from '../../../shared/domain/between.ts'
import { ChoiceGroup } from '../../components/ChoiceGroup.tsx'
import type { IconName } from '../../components/Icon.tsx'
import { Line } from '../../components/Lines.tsx'
import { Status, type StatusKind } from '../../components/Status.tsx'
import { api } from '../../data/api.ts'
import { useCommand } from '../../data/use-command.ts'
import { useFormat } from '../../i18n/use-format.ts'
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
  if (line.alike === null && line.clashes.length === 0 && line.leaving === null) return null
  return (
    <div className={styles.choices}>
      {line.alike && <Alike line={line} alike={line.alike} onChoose={(value) => choose({ kind: 'who', value })} />}
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
  const known = useKnownBy(address, birthYear)
  return known === '' ? null : (
    <span className={styles.under} dir="auto">
      {known}
    </span>
  )
}

/** "Lijsterpad 4, geboren in 1951" */
function useKnownBy(address: string, birthYear: string): string {
  const { t } = useTranslation()
  const born = birthYear === '' ? '' : t('between.line.born', { year: birthYear })
  return [address, born].filter((part) => part !== '').join(', ')
}

interface AlikeProps {
  readonly line: BetweenLine
  readonly alike: NonNullable<BetweenLine['alike']>
  readonly onChoose: (who: 'same' | 'other') => void
}

function Alike({ line, alike: { name, address, birthYear, canBeSame }, onChoose }: AlikeProps) {
  const { t } = useTranslation()
  const known = useKnownBy(address, birthYear)
  const same = { value: 'same' as const, label: t('between.line.same') }
  return (
    <>
      <span className={styles.under} dir="auto">
        {t(known === '' ? 'between.line.alikeAlone' : 'between.line.alike', { name, known })}
      </span>
      <ChoiceGroup
        label={t('between.line.who')}
        value={line.who}
        onChange={onChoose}
        choices={[...(canBeSame ? [same] : []), { value: 'other' as const, label: t('between.line.other') }]}
      />
    </>
  )
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
