import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { YearReport } from '../../../shared/contract/bookkeeping.ts'
import { Button } from '../../components/Button.tsx'
import { ConfirmDialog } from '../../components/ConfirmDialog.tsx'
import { FormError } from '../../components/Form.tsx'
import { Notice } from '../../components/Notice.tsx'
import { Page } from '../../components/Page.tsx'
import { Section } from '../../components/Section.tsx'
import { SelectField } from '../../components/SelectField.tsx'
import { Status } from '../../components/Status.tsx'
import { Answered } from '../../data/Answered.tsx'
import { api } from '../../data/api.ts'
import { useCommand } from '../../data/use-command.ts'
import { useDownload } from '../../data/use-download.ts'
import { useQuery } from '../../data/use-query.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { DuesTabs } from '../../parts/DuesTabs.tsx'
import styles from './Bookkeeping.module.css'
import { BudgetDialog } from './BudgetDialog.tsx'
import { CategoriesButton } from './CategoriesButton.tsx'
import { BalanceTable, DuesCalculation, OpenByAge, ResultTable } from './YearTables.tsx'

/** Jaar: what there was, came in, went out and is; the papers for the kascommissie; closing. */
export function YearScreen() {
  const { t } = useTranslation()
  const format = useFormat()
  const [year, setYear] = useState<number | null>(null)
  const [isBudgeting, setBudgeting] = useState(false)
  const answer = useQuery(api.bookkeeping.year, { year }, { keep: true })
  const report = answer.state === 'ready' ? answer.value : undefined
  const pack = usePack()
  return (
    <Page
      isForPaper
      title={report ? t('bookkeeping.year.title', { year: report.year }) : undefined}
      sub={report && <Sub report={report} />}
      actions={
        report && (
          <>
            <Button onPress={() => setBudgeting(true)}>{t('bookkeeping.year.budget')}</Button>
            <Button kind="main" icon="giveOut" isBusy={pack.isRunning} onPress={() => void pack.make(report.year)}>
              {t('bookkeeping.year.pack')}
            </Button>
          </>
        )
      }
    >
      <DuesTabs />
      <FormError text={pack.error} />
      <div role="status" className="stack">
        {pack.isRunning && <Notice>{t('bookkeeping.year.packBusy')}</Notice>}
        {pack.done && !pack.isRunning && (
          <Notice kind="ok">
            <p>{t('bookkeeping.year.packDone', { name: pack.done.name })}</p>
            {!pack.done.isPdf && <p>{t('bookkeeping.year.packHtml')}</p>}
            {pack.done.missing.length > 0 && (
              <p>{t('bookkeeping.year.packMissing', { names: format.list(pack.done.missing) })}</p>
            )}
          </Notice>
        )}
      </div>
      <Answered of={answer}>{(value) => <Filled report={value} onYear={setYear} />}</Answered>
      {isBudgeting && report && <BudgetDialog report={report} onClose={() => setBudgeting(false)} />}
    </Page>
  )
}

function Sub({ report }: { readonly report: YearReport }) {
  const { t } = useTranslation()
  const format = useFormat()
  if (report.isClosed) return t('bookkeeping.year.subClosed')
  return report.isOver
    ? t('bookkeeping.year.subOver')
    : t('bookkeeping.year.subRunning', { day: format.day(report.endDay) })
}

function usePack() {
  const command = useCommand(api.bookkeeping.makePack)
  const download = useDownload()
  const [done, setDone] = useState<Awaited<ReturnType<typeof api.bookkeeping.makePack>>>()
  const make = async (year: number) => {
    const outcome = await command.run({ year })
    if (!outcome.ok) return
    setDone(outcome.value)
    download(outcome.value.file)
  }
  return { make, done, isRunning: command.isRunning, error: command.formError }
}

function Filled({ report, onYear }: { readonly report: YearReport; readonly onYear: (year: number) => void }) {
  const { t } = useTranslation()
  const format = useFormat()
  const { year, resultCents } = report
  return (
    <>
      {report.years.length > 1 && (
        <div className={styles.year}>
          <SelectField
            label={t('bookkeeping.year.choose')}
            width="short"
            value={String(year)}
            onChange={(chosen) => onYear(Number(chosen))}
            options={report.years.map((known) => ({ value: String(known), label: String(known) }))}
          />
        </div>
      )}
      <Section title={t('bookkeeping.year.balanceTitle')}>
        <BalanceTable report={report} />
      </Section>
      <Section title={t('bookkeeping.year.incomeTitle')} action={<CategoriesButton />}>
        <ResultTable report={report} kind="income" />
      </Section>
      <Section title={t('bookkeeping.year.expenseTitle')}>
        <ResultTable report={report} kind="expense" />
        <p className={styles.left}>
          {t(resultCents < 0 ? 'bookkeeping.year.short' : 'bookkeeping.year.left', {
            year,
            amount: format.amountExact(Math.abs(resultCents)),
          })}
        </p>
      </Section>
      <Section title={t('bookkeeping.year.duesTitle')}>
        <DuesCalculation report={report} />
      </Section>
      <Section title={t('bookkeeping.year.ageTitle')}>
        <OpenByAge report={report} />
      </Section>
      <Section title={t('bookkeeping.year.checkTitle')}>
        <CheckBooks />
      </Section>
      <Section title={t('bookkeeping.year.closeTitle')}>
        <CloseYear report={report} />
      </Section>
    </>
  )
}

function CheckBooks() {
  const { t } = useTranslation()
  const check = useCommand(api.bookkeeping.checkBooks)
  const [result, setResult] = useState<{ isWhole: boolean; rows: number }>()
  const run = async () => {
    const outcome = await check.run({})
    if (outcome.ok) setResult(outcome.value)
  }
  return (
    <div className="stack">
      <div role="status">
        {result && (
          <Notice kind={result.isWhole ? 'ok' : 'att'}>
            {t(result.isWhole ? 'bookkeeping.year.checkOk' : 'bookkeeping.year.checkBad', { count: result.rows })}
          </Notice>
        )}
      </div>
      <FormError text={check.formError} />
      <div>
        <Button isBusy={check.isRunning} onPress={() => void run()}>
          {t('bookkeeping.year.check')}
        </Button>
      </div>
    </div>
  )
}

function CloseYear({ report }: { readonly report: YearReport }) {
  const { t } = useTranslation()
  const [isAsking, setAsking] = useState(false)
  const close = useCommand(api.bookkeeping.closeYear)
  const { year, toClose, toDo } = report
  if (report.isClosed)
    return (
      <div className="stack">
        {!report.isAsClosed && <Notice kind="att">{t('bookkeeping.year.differs', { year })}</Notice>}
        <p className="measure">{t('bookkeeping.year.closedText', { year })}</p>
      </div>
    )
  if (!report.isOver) return <p className="measure">{t('bookkeeping.year.notOver', { year })}</p>
  if (toClose !== null && toClose < year) return <p>{t('bookkeeping.year.first', { year: toClose })}</p>
  const run = async () => {
    const outcome = await close.run({ year })
    if (outcome.ok) setAsking(false)
  }
  return (
    <div className="stack">
      <p className="measure">{t('bookkeeping.year.closeText', { year })}</p>
      <ToDo toDo={toDo} />
      <div>
        <Button onPress={() => setAsking(true)}>{t('bookkeeping.year.closeDo', { year })}</Button>
      </div>
      {isAsking && (
        <ConfirmDialog
          title={t('bookkeeping.year.confirm', { year })}
          confirmLabel={t('bookkeeping.year.closeDo', { year })}
          onConfirm={() => void run()}
          onClose={() => {
            close.clear()
            setAsking(false)
          }}
          isBusy={close.isRunning}
          error={close.formError}
        >
          <p>{t('bookkeeping.year.confirmText', { year })}</p>
        </ConfirmDialog>
      )}
    </div>
  )
}

/** What is not finished yet, said before the year is closed. */
function ToDo({ toDo }: { readonly toDo: YearReport['toDo'] }) {
  const { t } = useTranslation()
  const format = useFormat()
  const { duesToRun, bankLines, cashCountedOn } = toDo
  const isDone = duesToRun === 0 && bankLines === 0
  return (
    <ul className={styles.lines}>
      {duesToRun > 0 && (
        <li>
          <Status kind="att">{t('bookkeeping.year.todoDues', { count: duesToRun })}</Status>
        </li>
      )}
      {bankLines > 0 && (
        <li>
          <Status kind="att">{t('bookkeeping.year.todoLines', { count: bankLines })}</Status>
        </li>
      )}
      {isDone && (
        <li>
          <Status kind="ok">{t('bookkeeping.year.todoDone')}</Status>
        </li>
      )}
      <li>
        <Status kind={cashCountedOn === null ? 'att' : 'ok'}>
          {cashCountedOn === null
            ? t('bookkeeping.year.todoNoCount')
            : t('bookkeeping.year.todoCount', { day: format.day(cashCountedOn) })}
        </Status>
      </li>
    </ul>
  )
}
