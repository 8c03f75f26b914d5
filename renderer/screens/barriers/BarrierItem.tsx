import { useTranslation } from 'react-i18next'
import { Button } from '../../components/Button.tsx'
import { FormError } from '../../components/Form.tsx'
import { Status } from '../../components/Status.tsx'
import { api } from '../../data/api.ts'
import { useCommand } from '../../data/use-command.ts'
import { useFormat } from '../../i18n/use-format.ts'
import styles from './Barriers.module.css'
import type { Barrier } from './BarriersScreen.tsx'

export type BarrierStep = 'change' | 'measure' | 'judge'

interface ItemProps {
  readonly barrier: Barrier
  readonly today: string
  readonly onStep: (step: BarrierStep) => void
}

/** One barrier from start to end: what stood in the way, what was done, what difference it made. */
export function BarrierItem({ barrier, today, onStep }: ItemProps) {
  const { t } = useTranslation()
  const format = useFormat()
  const close = useCommand(api.barriers.close)
  const remove = useCommand(api.barriers.remove)
  const what = t(`barriers.kinds.${barrier.kind}`)
  const isClosed = barrier.closedDay !== null
  return (
    <article className={styles.item} aria-label={what}>
      <div className={styles.part}>
        <p className={styles.column}>{t('barriers.columns.barrier')}</p>
        <h3>{what}</h3>
        {barrier.note && <p>{barrier.note}</p>}
        <p className="soft">
          {t('barriers.found', {
            how: t(`barriers.foundWays.${barrier.foundHow}`),
            day: format.day(barrier.foundDay),
          })}
        </p>
        <p className="soft">
          {barrier.seriesTitle !== null
            ? t('barriers.forSeries', { name: barrier.seriesTitle })
            : barrier.groupName !== null
              ? t('barriers.forGroup', { name: barrier.groupName })
              : t('barriers.forAll')}
        </p>
      </div>
      <div className={styles.part}>
        <p className={styles.column}>{t('barriers.columns.measure')}</p>
        {barrier.measure === null || barrier.measureDay === null ? (
          <>
            <p>{t('barriers.measure.none')}</p>
            {!isClosed && (
              <Button label={t('barriers.measure.takeLabel', { what })} onPress={() => onStep('measure')}>
                {t('barriers.measure.take')}
              </Button>
            )}
          </>
        ) : (
          <>
            <p>{barrier.measure}</p>
            <p className="soft">{t('barriers.measure.since', { day: format.day(barrier.measureDay) })}</p>
            <span className={styles.plain}>
              <Button
                kind="plain"
                label={t('barriers.measure.changeLabel', { what })}
                onPress={() => onStep('measure')}
              >
                {t('barriers.measure.change')}
              </Button>
            </span>
          </>
        )}
      </div>
      <div className={styles.part}>
        <p className={styles.column}>{t('barriers.columns.effect')}</p>
        <EffectWords barrier={barrier} />
        {barrier.outcome !== null && (
          <p>
            <Status kind={barrier.outcome === 'hielp' ? 'ok' : 'no'}>
              {t(`barriers.judge.outcomes.${barrier.outcome}`)}
            </Status>
          </p>
        )}
        {barrier.outcomeNote !== null && <p>{barrier.outcomeNote}</p>}
        {barrier.measure !== null && (
          <span className={styles.plain}>
            <Button kind="plain" label={t('barriers.judge.openLabel', { what })} onPress={() => onStep('judge')}>
              {t('barriers.judge.open')}
            </Button>
          </span>
        )}
      </div>
      <div className={styles.verbs}>
        <Button
          kind="plain"
          label={t(isClosed ? 'barriers.reopenLabel' : 'barriers.closeLabel', { what })}
          isBusy={close.isRunning}
          onPress={() => void close.run({ id: barrier.id, day: isClosed ? null : today })}
        >
          {t(isClosed ? 'barriers.reopen' : 'barriers.close')}
        </Button>
        <Button kind="plain" label={t('barriers.changeLabel', { what })} onPress={() => onStep('change')}>
          {t('barriers.change')}
        </Button>
        <Button
          kind="plain"
          label={t('barriers.removeLabel', { what })}
          isBusy={remove.isRunning}
          onPress={() => void remove.run({ id: barrier.id })}
        >
          {t('barriers.remove')}
        </Button>
      </div>
      <FormError text={close.formError ?? remove.formError} />
    </article>
  )
}

/** The numbers in sentences; how often is part of them, because one evening proves little. */
function EffectWords({ barrier }: { readonly barrier: Barrier }) {
  const { t, i18n } = useTranslation()
  const { before, after, averageBefore, averageAfter } = barrier
  const number = new Intl.NumberFormat(i18n.language, { maximumFractionDigits: 1, numberingSystem: 'latn' })
  if (barrier.measure === null)
    return (
      <p className="soft">
        {averageBefore === null
          ? t('barriers.effect.unknown')
          : t('barriers.effect.now', { average: number.format(averageBefore), times: before.length })}
      </p>
    )
  return (
    <>
      <p>
        {averageBefore === null
          ? t('barriers.effect.noBefore')
          : t('barriers.effect.before', { average: number.format(averageBefore), count: before.length })}
      </p>
      <p>
        {averageAfter === null
          ? t('barriers.effect.wait')
          : t('barriers.effect.after', { average: number.format(averageAfter), count: after.length })}
      </p>
      {averageBefore !== null && averageAfter !== null && (
        <p>
          <Difference by={averageAfter - averageBefore} number={number} />
        </p>
      )}
    </>
  )
}

function Difference({ by, number }: { readonly by: number; readonly number: Intl.NumberFormat }) {
  const { t } = useTranslation()
  if (by === 0) return <b>{t('barriers.effect.same')}</b>
  return <b>{t(by > 0 ? 'barriers.effect.more' : 'barriers.effect.less', { number: number.format(Math.abs(by)) })}</b>
}
