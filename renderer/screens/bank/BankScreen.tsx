import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { paths } from '../../app/paths.ts'
import { LinkButton } from '../../components/Button.tsx'
import { FileDrop } from '../../components/FileDrop.tsx'
import { Notice } from '../../components/Notice.tsx'
import { Page } from '../../components/Page.tsx'
import { LoadingState } from '../../components/States.tsx'
import { type Api, api } from '../../data/api.ts'
import { useCommand } from '../../data/use-command.ts'
import { useFileReading } from '../../data/use-file-reading.ts'
import { useQuery } from '../../data/use-query.ts'
import { DuesTabs } from '../../parts/DuesTabs.tsx'
import { BankAccounts } from './BankAccounts.tsx'
import { BankFiles } from './BankFiles.tsx'
import { LearntAccounts } from './LearntAccounts.tsx'
import { TakeInPreview } from './TakeInPreview.tsx'

type Taken = Awaited<ReturnType<Api['bank']['takeIn']>>

/** Taking files of the bank in: choose one, see what is in it, take it in; and what was taken in before. */
export function BankScreen() {
  const [opened, setOpened] = useState<string | null>(null)
  const [taken, setTaken] = useState<Taken | null>(null)
  if (opened !== null)
    return (
      <TakeInPreview
        id={opened}
        onOther={() => setOpened(null)}
        onTaken={(outcome) => {
          setTaken(outcome)
          setOpened(null)
        }}
      />
    )
  return <ChooseBankFile taken={taken} onOpened={setOpened} />
}

function ChooseBankFile({
  taken,
  onOpened,
}: {
  readonly taken: Taken | null
  readonly onOpened: (id: string) => void
}) {
  const { t } = useTranslation()
  const open = useCommand(api.bank.open)
  const reading = useFileReading(
    (file) => open.run({ file }),
    ({ id }) => onOpened(id),
  )
  return (
    <Page title={t('bank.title')} sub={t('bank.lead')}>
      <DuesTabs />
      <div className="stack">
        {taken ? <TakenNotice taken={taken} /> : <WaitingNotice />}
        <FileDrop
          label={t('bank.file.choose')}
          hint={`${t('bank.file.accepts')} ${t('bank.file.drop')}`}
          accept={['.xml', '.sta', '.mt940', '.940', '.swi', '.txt', '.tab', '.csv', '.asc', '.zip']}
          onFile={(file) => void reading.read(file)}
          isBusy={reading.isReading}
          error={reading.error}
        />
        {reading.isReading && <LoadingState text={t('bank.file.reading')} />}
      </div>
      <BankAccounts />
      <BankFiles />
      <LearntAccounts />
    </Page>
  )
}

function TakenNotice({ taken }: { readonly taken: Taken }) {
  const { t } = useTranslation()
  return (
    <Notice kind="ok" action={<LinkButton href={paths.assign}>{t('bank.taken.assign')}</LinkButton>}>
      <p>{t('bank.taken.text', { count: taken.count })}</p>
      {taken.booked > 0 && <p>{t('bank.taken.booked', { count: taken.booked })}</p>}
      {taken.leftOut > 0 && <p>{t('bank.taken.leftOut', { count: taken.leftOut })}</p>}
    </Notice>
  )
}

function WaitingNotice() {
  const { t } = useTranslation()
  const waiting = useQuery(api.bank.waiting, {})
  if (waiting.state !== 'ready' || waiting.value.count === 0) return null
  return (
    <Notice kind="att" action={<LinkButton href={paths.assign}>{t('bank.taken.assign')}</LinkButton>}>
      {t('bank.waiting', { count: waiting.value.count })}
    </Notice>
  )
}
