import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { OpenLine } from '../../../shared/contract/bank.ts'
import { paths } from '../../app/paths.ts'
import { Button, LinkButton } from '../../components/Button.tsx'
import { Disclosure } from '../../components/Disclosure.tsx'
import { FormError } from '../../components/Form.tsx'
import { Notice } from '../../components/Notice.tsx'
import { Page } from '../../components/Page.tsx'
import { Section } from '../../components/Section.tsx'
import { EmptyState } from '../../components/States.tsx'
import { Status } from '../../components/Status.tsx'
import { Answered } from '../../data/Answered.tsx'
import { type Api, api } from '../../data/api.ts'
import { useCommand } from '../../data/use-command.ts'
import { useErrorText } from '../../data/use-error-text.ts'
import { useQuery } from '../../data/use-query.ts'
import { DuesTabs } from '../../parts/DuesTabs.tsx'
import { DoneLines } from './DoneLines.tsx'
import { LineList } from './LineList.tsx'
import { useLineWords } from './use-line-words.ts'

type ToAssign = Awaited<ReturnType<Api['bank']['toAssign']>>
type Refusal = Awaited<ReturnType<Api['bank']['bookCertain']>>['refused'][number]

const groups = ['certain', 'confirm', 'other'] as const

/** What each line of the bank was: certain ones at once, the rest one by one, with the keyboard if wanted, until nothing is left. */
export function AssignScreen() {
  const { t } = useTranslation()
  const lines = useQuery(api.bank.toAssign, {}, { keep: true })
  const shown = lines.state === 'ready' ? lines.value : undefined
  const certain = shown?.lines.filter(({ group }) => group === 'certain') ?? []
  const book = useCommand(api.bank.bookCertain)
  const [refused, setRefused] = useState<readonly Refusal[]>([])
  const bookAll = async () => {
    const booked = await book.run({ lineIds: certain.map(({ id }) => id) })
    setRefused(booked.ok ? booked.value.refused : [])
  }
  return (
    <Page
      title={t('bank.assign.title')}
      sub={shown && shown.lines.length > 0 && t('bank.assign.remaining', { count: shown.lines.length })}
      actions={
        certain.length > 0 && (
          <Button kind="main" isBusy={book.isRunning} onPress={() => void bookAll()}>
            {t('bank.assign.certainDo', { count: certain.length })}
          </Button>
        )
      }
    >
      <DuesTabs />
      <FormError text={book.formError} />
      {shown && <Refused lines={shown.lines} refused={refused} />}
      <Answered of={lines}>{(value) => <Filled value={value} />}</Answered>
    </Page>
  )
}

/** Which certain lines the book did not take and why; gone as soon as they are done in another way. */
function Refused({ lines, refused }: { readonly lines: readonly OpenLine[]; readonly refused: readonly Refusal[] }) {
  const { t } = useTranslation()
  const errorText = useErrorText()
  const lineWords = useLineWords()
  const shown = refused.flatMap((one) => {
    const line = lines.find(({ id }) => id === one.lineId)
    return line ? [{ ...one, line }] : []
  })
  if (shown.length === 0) return null
  return (
    <Notice kind="att">
      <p>{t('bank.assign.refused', { count: shown.length })}</p>
      <ul>
        {shown.map((one) => (
          <li key={one.lineId}>
            {lineWords(one.line)}: {errorText(one)}
          </li>
        ))}
      </ul>
    </Notice>
  )
}

function Filled({ value }: { readonly value: ToAssign }) {
  const { t } = useTranslation()
  if (!value.isReadable) return <Notice kind="att">{t('bank.locked')}</Notice>
  if (value.total === 0)
    return (
      <EmptyState
        title={t('bank.assign.emptyTitle')}
        actions={
          <LinkButton kind="main" href={paths.bank}>
            {t('bank.assign.emptyAction')}
          </LinkButton>
        }
      >
        {t('bank.assign.emptyText')}
      </EmptyState>
    )
  return (
    <>
      {value.lines.length === 0 ? <AllDone /> : <Waiting lines={value.lines} />}
      <DoneLines />
    </>
  )
}

function AllDone() {
  const { t } = useTranslation()
  return (
    <div role="status" className="stack">
      <p>
        <Status kind="ok">{t('bank.assign.all')}</Status>
      </p>
      <p className="soft">{t('bank.assign.allText')}</p>
    </div>
  )
}

function Waiting({ lines }: { readonly lines: readonly OpenLine[] }) {
  const { t } = useTranslation()
  return (
    <>
      <Disclosure title={t('bank.assign.keysTitle')}>
        <p className="measure">{t('bank.assign.keys')}</p>
      </Disclosure>
      {groups.map((group) => {
        const own = lines.filter((line) => line.group === group)
        return (
          own.length > 0 && (
            <Section key={group} title={t(`bank.assign.${group}`)}>
              <LineList label={t('bank.assign.list', { group: t(`bank.assign.${group}`) })} lines={own} />
            </Section>
          )
        )
      })}
    </>
  )
}
