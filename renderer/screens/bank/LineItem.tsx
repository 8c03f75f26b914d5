import type { KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { OpenLine } from '../../../shared/contract/bank.ts'
import { Amount } from '../../components/Amount.tsx'
import { Bdi } from '../../components/Bdi.tsx'
import { Button } from '../../components/Button.tsx'
import { DayText } from '../../components/DayText.tsx'
import { useFormat } from '../../i18n/use-format.ts'
import styles from './Bank.module.css'
import type { Asked } from './LineList.tsx'
import type { LineOption } from './use-line-options.ts'

export interface LineItemProps {
  readonly line: OpenLine
  readonly isCurrent: boolean
  readonly options: readonly LineOption[]
  readonly isBusy: boolean
  readonly onCurrent: () => void
  readonly onKeyDown: (event: KeyboardEvent<HTMLLIElement>) => void
  readonly onTake: (index: number) => void
  readonly onAsk: (about: Asked) => void
}

/** One line of the bank; the current one shows what it may be. */
export function LineItem({ line, isCurrent, onCurrent, onKeyDown, ...choice }: LineItemProps) {
  const { t } = useTranslation()
  const format = useFormat()
  const name = line.counterName ?? t('bank.assign.noName')
  return (
    <li
      data-line
      data-current={isCurrent || undefined}
      tabIndex={isCurrent ? 0 : -1}
      aria-label={t('bank.assign.line', { amount: format.amount(line.cents), day: format.day(line.day), name })}
      aria-current={isCurrent || undefined}
      className={styles.line}
      onFocus={onCurrent}
      onClick={onCurrent}
      onKeyDown={onKeyDown}
    >
      <div className={styles.head}>
        <span className="soft nowrap">
          <DayText day={line.day} form="numeric" />
        </span>
        <span className={styles.name}>
          <Bdi>{name}</Bdi>
        </span>
        <span className={styles.amount}>
          <Amount cents={line.cents} />
        </span>
        <span className={styles.text}>
          <Bdi>{line.text === '' ? t('bank.assign.noText') : line.text}</Bdi>
        </span>
      </div>
      {isCurrent && <Choice line={line} {...choice} />}
    </li>
  )
}

type ChoiceProps = Pick<LineItemProps, 'line' | 'options' | 'isBusy' | 'onTake' | 'onAsk'>

function Choice({ line, options, isBusy, onTake, onAsk }: ChoiceProps) {
  const { t } = useTranslation()
  const [first] = options
  return (
    <div className={styles.choice}>
      <p>{line.reason}</p>
      {options.length === 0 && line.group !== 'other' && <p className="soft">{t('bank.assign.noOptions')}</p>}
      {options.length > 0 && (
        <ol aria-label={t('bank.assign.options')} className={styles.options}>
          {options.map((option, index) => (
            <li key={option.key} className={styles.option}>
              <Button isBusy={isBusy} onPress={() => onTake(index)}>
                <span className={styles.key} aria-hidden="true">
                  {index + 1}
                </span>
                {option.label}
              </Button>
              {option.hint !== null && option !== first && <p>{option.hint}</p>}
            </li>
          ))}
        </ol>
      )}
      <div className="cluster">
        {line.cents > 0 ? (
          <>
            <Button kind="plain" onPress={() => onAsk('member')}>
              {t('bank.assign.member')}
            </Button>
            <Button kind="plain" onPress={() => onAsk('divide')}>
              {t('bank.assign.divide')}
            </Button>
          </>
        ) : (
          <Button kind="plain" onPress={() => onAsk('refund')}>
            {t('bank.assign.refundTo')}
          </Button>
        )}
        <Button kind="plain" onPress={() => onAsk('category')}>
          {t(line.group === 'other' ? 'bank.assign.chooseKind' : 'bank.assign.noDues')}
        </Button>
        <Button kind="plain" onPress={() => onAsk('transfer')}>
          {t('bank.assign.transfer')}
        </Button>
      </div>
    </div>
  )
}
