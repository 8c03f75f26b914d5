import { useTranslation } from 'react-i18next'
import { paths } from '../../app/paths.ts'
import { LinkButton } from '../../components/Button.tsx'
import { Disclosure } from '../../components/Disclosure.tsx'
import { FileDrop } from '../../components/FileDrop.tsx'
import { Notice } from '../../components/Notice.tsx'
import { Page } from '../../components/Page.tsx'
import { LoadingState } from '../../components/States.tsx'
import { api } from '../../data/api.ts'
import { useCommand } from '../../data/use-command.ts'
import { useFileReading } from '../../data/use-file-reading.ts'
import { useQuery } from '../../data/use-query.ts'

/** Step 1: which file. */
export function ChooseFile({ onRead }: { readonly onRead: (id: string) => void }) {
  const { t } = useTranslation()
  const book = useQuery(api.books.settings, {})
  const open = useCommand(api.imports.open)
  const { read, isReading, error } = useFileReading(
    (file) => open.run({ file }),
    ({ id }) => onRead(id),
  )
  return (
    <Page title={t('imports.file.title')} above={t('imports.step', { step: 1 })} sub={t('imports.file.lead')}>
      <div className="stack">
        <FileDrop
          label={t('imports.file.choose')}
          hint={`${t('imports.file.accepts')} ${t('imports.file.drop')}`}
          accept={['.xlsx', '.csv', '.txt', '.tsv']}
          onFile={(file) => void read(file)}
          isBusy={isReading}
          error={error}
        />
        {isReading && <LoadingState text={t('imports.file.reading')} />}
        {book.state === 'ready' && book.value.duesEnabled && (
          <Notice action={<LinkButton href={paths.bank}>{t('dues.tabs.bank')}</LinkButton>}>
            <p>{t('imports.file.bankTitle')}</p>
            <p>{t('imports.file.bank')}</p>
          </Notice>
        )}
        <Disclosure title={t('imports.file.wellKnownTitle')}>
          <p className="measure">{t('imports.file.wellKnown')}</p>
        </Disclosure>
      </div>
    </Page>
  )
}
