import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { BackupSummary } from '../../../shared/contract/backups.ts'
import { paths } from '../../app/paths.ts'
import { Bdi } from '../../components/Bdi.tsx'
import { Button } from '../../components/Button.tsx'
import { type Column, DataTable } from '../../components/DataTable.tsx'
import { FormError } from '../../components/Form.tsx'
import { Notice } from '../../components/Notice.tsx'
import { Page } from '../../components/Page.tsx'
import { Section } from '../../components/Section.tsx'
import { EmptyState } from '../../components/States.tsx'
import { Answered } from '../../data/Answered.tsx'
import { api } from '../../data/api.ts'
import { useCommand } from '../../data/use-command.ts'
import { useQuery } from '../../data/use-query.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { useCopyWords } from '../../parts/use-copy-words.ts'
import { CarriedCopy } from './CarriedCopy.tsx'
import { RestoreDialog } from './RestoreDialog.tsx'

/** Reservekopieën: what there is, make one now, put the book back. */
export function BackupsScreen() {
  const { t } = useTranslation()
  const format = useFormat()
  const copies = useQuery(api.backups.list, {})
  const book = useQuery(api.books.status, {})
  const make = useCommand(api.backups.make)
  const showFolder = useCommand(api.backups.showFolder)
  const [chosen, setChosen] = useState<BackupSummary>()
  const [done, setDone] = useState('')
  const sharing = useQuery(api.sync.state, {})
  const isShared = sharing.state === 'ready' && sharing.value.state === 'on'
  const isDemo = book.state === 'ready' && book.value.book?.demo === true

  const makeOne = async () => {
    const outcome = await make.run({})
    setDone(outcome.ok ? t(outcome.value.made ? 'backups.made' : 'backups.same') : '')
  }
  return (
    <Page
      title={t('backups.title')}
      sub={t('backups.sub')}
      back={{ href: paths.settings, label: t('backups.back') }}
      actions={
        !isDemo && (
          <Button isBusy={make.isRunning} onPress={() => void makeOne()}>
            {t('backups.make')}
          </Button>
        )
      }
    >
      <FormError text={make.formError ?? showFolder.formError} />
      <div role="status">{done && <Notice kind="ok">{done}</Notice>}</div>
      <Answered of={copies}>
        {({ backups, folder, canShowFolder, failure }) => (
          <>
            {failure && <Notice kind="att">{t('backups.failed', { when: format.moment(failure.at) })}</Notice>}
            {backups.length > 0 ? (
              <CopyTable copies={backups} onRestore={setChosen} />
            ) : (
              <EmptyState title={t('backups.empty')}>{t(isDemo ? 'backups.demo' : 'backups.emptyText')}</EmptyState>
            )}
            {!isDemo && <CarriedCopy />}
            <Section
              title={t('backups.place')}
              action={
                canShowFolder && (
                  <Button kind="plain" onPress={() => void showFolder.run({})}>
                    {t('backups.showFolder')}
                  </Button>
                )
              }
            >
              <div className="stack">
                <p className="measure">{t('backups.placeText')}</p>
                <p>
                  <Bdi>{folder}</Bdi>
                </p>
              </div>
            </Section>
            <Section title={t('backups.kept')}>
              <p className="measure">{t('backups.keptText')}</p>
            </Section>
          </>
        )}
      </Answered>
      {chosen && (
        <RestoreDialog
          copy={chosen}
          onClose={() => setChosen(undefined)}
          isShared={isShared}
          onDone={() =>
            setDone(t(isShared ? 'backups.restoredShared' : 'backups.restored', { when: format.moment(chosen.madeAt) }))
          }
        />
      )}
    </Page>
  )
}

interface CopyTableProps {
  readonly copies: readonly BackupSummary[]
  readonly onRestore: (copy: BackupSummary) => void
}

function CopyTable({ copies, onRestore }: CopyTableProps) {
  const { t } = useTranslation()
  const format = useFormat()
  const wordsOf = useCopyWords()
  const columns: readonly Column<BackupSummary>[] = [
    { key: 'when', header: t('backups.when'), kind: 'name', cell: (copy) => format.moment(copy.madeAt) },
    {
      key: 'what',
      header: t('backups.what'),
      cell: (copy) => (
        <>
          {wordsOf(copy.counts)}
          {copy.shrunk && <Notice kind="att">{t('backups.shrunk')}</Notice>}
        </>
      ),
    },
    { key: 'why', header: t('backups.why'), cell: (copy) => t(`backups.reasons.${copy.reason}`) },
    {
      key: 'actions',
      header: t('backups.actions'),
      kind: 'actions',
      cell: (copy) => (
        <Button
          kind="plain"
          label={t('backups.restoreOne', { when: format.moment(copy.madeAt) })}
          onPress={() => onRestore(copy)}
        >
          {t('backups.restore')}
        </Button>
      ),
    },
  ]
  return <DataTable label={t('backups.list')} columns={columns} rows={copies} rowKey={(copy) => copy.id} />
}
