import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useParams } from 'wouter'
import { addDays, addMonths, type Day, dayOfClock } from '../../../shared/domain/calendar-date.ts'
import { PartOffScreen } from '../../app/PartOffScreen.tsx'
import { paths } from '../../app/paths.ts'
import { Button } from '../../components/Button.tsx'
import { DayField } from '../../components/DayField.tsx'
import { FieldRow } from '../../components/Form.tsx'
import { Page } from '../../components/Page.tsx'
import { SelectField } from '../../components/SelectField.tsx'
import { Answered } from '../../data/Answered.tsx'
import { api } from '../../data/api.ts'
import { useQuery } from '../../data/use-query.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { ReportBlocks } from './ReportBlocks.tsx'
import styles from './Reports.module.css'
import { reportCodeOf } from './report-words.ts'

const periods = ['thisYear', 'lastYear', 'threeMonths', 'other'] as const
type PeriodName = (typeof periods)[number]

/** One report; of a part that is off it says so. */
export function ReportScreen() {
  const { name: address = '' } = useParams()
  const code = address.replaceAll('-', '_')
  const off = useQuery(api.reports.partOff, { report: code })
  return (
    <Answered of={off}>
      {({ part }) => (part === null ? <OneReport code={code} /> : <PartOffScreen parts={[part]} />)}
    </Answered>
  )
}

/** A report over a period, as it comes out of the printer. */
function OneReport({ code }: { readonly code: string }) {
  const { t } = useTranslation()
  const format = useFormat()
  const today = dayOfClock(new Date())
  const [name, setName] = useState<PeriodName>('thisYear')
  const [own, setOwn] = useState<{ from: Day | null; until: Day | null }>({ ...daysOf('thisYear', today) })
  const { from, until } = name === 'other' ? own : daysOf(name, today)
  const isWhole = from !== null && until !== null && from <= until
  const report = useQuery(
    api.reports.get,
    { report: code, from: from ?? today, until: until ?? today },
    { keep: true, isWanted: isWhole },
  )
  const title = t(`reports.titles.${reportCodeOf(code)}`)
  return (
    <Page
      isForPaper
      title={title}
      sub={
        report.state === 'ready' &&
        isWhole &&
        t('reports.of', {
          book: report.value.bookName,
          from: format.day(from, 'plain'),
          until: format.day(until, 'plain'),
        })
      }
      back={{ href: paths.reports, label: t('reports.title') }}
      actions={
        <Button kind="main" icon="print" onPress={() => print()}>
          {t('reports.print')}
        </Button>
      }
    >
      <div className={styles.period}>
        <FieldRow>
          <SelectField
            label={t('reports.period')}
            value={name}
            onChange={setName}
            options={periods.map((value) => ({ value, label: t(`reports.periods.${value}`) }))}
          />
          {name === 'other' && (
            <>
              <DayField
                label={t('reports.from')}
                width="medium"
                value={own.from}
                onChange={(day) => setOwn({ ...own, from: day })}
              />
              <DayField
                label={t('reports.until')}
                width="medium"
                value={own.until}
                onChange={(day) => setOwn({ ...own, until: day })}
                error={isWhole || !own.from || !own.until ? undefined : t('reports.order')}
              />
            </>
          )}
        </FieldRow>
      </div>
      <Answered of={report}>{({ page }) => <ReportBlocks page={page} />}</Answered>
      <p className="soft small">{t('reports.few')}</p>
    </Page>
  )
}

function daysOf(name: PeriodName, today: Day): { from: Day; until: Day } {
  const year = Number(today.slice(0, 4))
  switch (name) {
    case 'lastYear':
      return { from: `${year - 1}-01-01`, until: `${year - 1}-12-31` }
    case 'threeMonths':
      return { from: addDays(addMonths(today, -3), 1), until: today }
    case 'thisYear':
    case 'other':
      return { from: `${year}-01-01`, until: today }
  }
}
