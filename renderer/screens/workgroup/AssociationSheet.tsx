import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import type { AssociationSums, GroupSums } from '../../../shared/domain/workgroup-sums.ts'
import { Sums } from '../../components/Sums.tsx'
import { useFormat } from '../../i18n/use-format.ts'
import { type ChartKind, chartsOf } from './charts.ts'
import { useWorkgroupWords } from './use-workgroup-words.ts'
import styles from './Workgroup.module.css'

/** All that the files of one association say: on paper one sheet. */
export function AssociationSheet({ of }: { readonly of: AssociationSums }) {
  const { t } = useTranslation()
  const id = useId()
  const chart = ({ name, Chart }: ChartKind) => (
    <div key={name}>
      <h3>{t(`workgroup.charts.${name}`)}</h3>
      <Chart of={of} caption={`${of.name}: ${t(`workgroup.charts.${name}`)}`} />
    </div>
  )
  return (
    <section aria-labelledby={id} className={styles.association}>
      <h2 id={id}>
        <bdi>{of.name}</bdi>
      </h2>
      <About of={of} />
      <SumsTogether of={of} />
      <div className={styles.wide}>
        {chartsOf(of)
          .filter(({ isNarrow }) => !isNarrow)
          .map(chart)}
      </div>
      <div className={styles.narrow}>
        {chartsOf(of)
          .filter(({ isNarrow }) => isNarrow)
          .map(chart)}
      </div>
    </section>
  )
}

/** Over which time it is; not said where the groups differ, which is a warning of its own. */
function About({ of: { lines } }: { readonly of: AssociationSums }) {
  const { t } = useTranslation()
  const { period } = useWorkgroupWords()
  const periods = new Set(lines.map(({ file }) => period(file.period)))
  const [one, ...others] = periods
  if (others.length > 0) return null
  return <p className="soft">{t('workgroup.ofPeriod', { period: one })}</p>
}

export function SumsTogether({ of }: { readonly of: GroupSums }) {
  const { t } = useTranslation()
  const format = useFormat()
  const words = useWorkgroupWords()
  return (
    <Sums
      label={t('workgroup.sums.label')}
      sums={[
        { term: t('workgroup.sums.groups'), value: format.count(of.groups) },
        {
          term: t('workgroup.sums.members'),
          value: (
            <>
              {format.count(of.members.known)}
              {of.members.unsaid > 0 && (
                <span className={styles.under}>{t('workgroup.unsaidOf', { count: of.members.unsaid })}</span>
              )}
            </>
          ),
        },
        {
          term: t('workgroup.sums.onSchedule'),
          value: t('workgroup.heldOf', { held: of.onSchedule, promised: of.groups }),
        },
        ...(of.dues ? [{ term: t('workgroup.sums.dues'), value: words.dues(of.dues) }] : []),
      ]}
    />
  )
}
