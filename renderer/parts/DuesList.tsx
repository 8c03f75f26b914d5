import { useTranslation } from 'react-i18next'
import type { DueView } from '../../shared/contract/dues.ts'
import { Amount } from '../components/Amount.tsx'
import { Button } from '../components/Button.tsx'
import { Status } from '../components/Status.tsx'
import { useFormat } from '../i18n/use-format.ts'
import styles from './PersonDues.module.css'
import { useDuesWords } from './use-dues-words.ts'

export interface DuesListProps {
  readonly dues: readonly DueView[]
  readonly onWaive: (due: DueView) => void
  readonly onUnwaive: (due: DueView) => void
  /** The last payment of it becomes credit. */
  readonly onLoosen: (due: DueView) => void
  /** Only an opening balance: dues of an agreement follow from the agreement. */
  readonly onDrop: (due: DueView) => void
}

/** Each period that was asked, newest first, with what happened to it. A list and not a table: it stands in half a page. */
export function DuesList({ dues, ...verbs }: DuesListProps) {
  const { t } = useTranslation()
  const words = useDuesWords()
  return (
    <ul className={styles.list} aria-label={t('dues.person.duesLabel')}>
      {[...dues].reverse().map((due) => (
        <li key={due.id}>
          <strong>{words.period(due)}</strong>
          <Amount cents={due.amountCents} />
          <DueStateText due={due} />
          <span className={styles.verbs}>
            <Verbs due={due} {...verbs} />
          </span>
        </li>
      ))}
    </ul>
  )
}

function Verbs({ due, onWaive, onUnwaive, onLoosen, onDrop }: Omit<DuesListProps, 'dues'> & { readonly due: DueView }) {
  const { t } = useTranslation()
  const words = useDuesWords()
  const period = words.period(due)
  return (
    <>
      {due.openCents > 0 && (
        <Button kind="plain" label={t('dues.person.waiveLabel', { period })} onPress={() => onWaive(due)}>
          {t('dues.person.waive')}
        </Button>
      )}
      {due.waivedCents > 0 && (
        <Button kind="plain" label={t('dues.person.unwaiveLabel', { period })} onPress={() => onUnwaive(due)}>
          {t('dues.person.unwaive')}
        </Button>
      )}
      {due.paidCents > 0 && (
        <Button kind="plain" label={t('dues.person.loosenLabel', { period })} onPress={() => onLoosen(due)}>
          {t('dues.person.loosen')}
        </Button>
      )}
      {due.kind === 'opening' && due.paidCents === 0 && (
        <Button kind="plain" onPress={() => onDrop(due)}>
          {t('dues.person.openingRemove')}
        </Button>
      )}
    </>
  )
}

const kinds = { open: 'att', part: 'att', paid: 'ok', waived: 'no', reversed: 'no' } as const

function DueStateText({ due }: { readonly due: DueView }) {
  const { t } = useTranslation()
  const format = useFormat()
  const last = due.paidBy.at(-1)
  const text =
    due.state === 'paid' && last
      ? t('dues.person.paidOn', { day: format.day(last.day) })
      : t(`dues.person.states.${due.state}`, { amount: format.amount(due.openCents) })
  return (
    <Status kind={kinds[due.state]} wraps>
      {text}
    </Status>
  )
}
