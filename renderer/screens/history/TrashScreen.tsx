import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Bdi } from '../../components/Bdi.tsx'
import { Button } from '../../components/Button.tsx'
import { ConfirmDialog } from '../../components/ConfirmDialog.tsx'
import { type Column, DataTable } from '../../components/DataTable.tsx'
import { DayText } from '../../components/DayText.tsx'
import { Page } from '../../components/Page.tsx'
import { EmptyState } from '../../components/States.tsx'
import { Answered } from '../../data/Answered.tsx'
import { type Api, api } from '../../data/api.ts'
import { useCommand } from '../../data/use-command.ts'
import { useQuery } from '../../data/use-query.ts'
import { useFormat } from '../../i18n/use-format.ts'

type TrashItem = Awaited<ReturnType<Api['trash']['list']>>['items'][number]

/** Prullenbak: what was thrown away, for 30 days. */
export function TrashScreen() {
  const { t } = useTranslation()
  const format = useFormat()
  const answer = useQuery(api.trash.list, {})
  const restore = useCommand(api.trash.restore)
  const [asked, setAsked] = useState<TrashItem>()
  const columns: readonly Column<TrashItem>[] = [
    {
      key: 'name',
      header: t('history.trash.name'),
      kind: 'name',
      cell: ({ name }) => <Bdi>{name ?? t('history.trash.unnamed')}</Bdi>,
    },
    { key: 'kind', header: t('history.trash.kind'), cell: ({ table }) => t(`history.trash.kinds.${table}`) },
    {
      key: 'deleted',
      header: t('history.trash.deleted'),
      isNamedInBlock: true,
      cell: ({ deletedAt }) => <bdi>{format.moment(deletedAt)}</bdi>,
    },
    {
      key: 'goes',
      header: t('history.trash.goes'),
      isNamedInBlock: true,
      cell: ({ goesOn }) => (goesOn ? <DayText day={goesOn} /> : t('history.trash.kept')),
    },
    {
      key: 'restore',
      header: t('history.trash.verbs'),
      kind: 'actions',
      cell: (item) => (
        <div className="cluster">
          <Button
            kind="plain"
            label={t('history.trash.restoreLabel', { name: item.name ?? t('history.trash.unnamed') })}
            onPress={() => void restore.run({ table: item.table, id: item.id })}
          >
            {t('history.trash.restore')}
          </Button>
          {item.table === 'person' && (
            <Button
              kind="plain"
              label={t('history.trash.eraseLabel', { name: item.name ?? t('history.trash.unnamed') })}
              onPress={() => setAsked(item)}
            >
              {t('history.trash.erase')}
            </Button>
          )}
        </div>
      ),
    },
  ]
  return (
    <Page
      title={t('history.trash.title')}
      sub={t('history.trash.sub')}
      back={{ href: '/geschiedenis', label: t('history.title') }}
    >
      {restore.formError && <p role="alert">{restore.formError}</p>}
      <Answered of={answer}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState title={t('history.trash.empty')} />
          ) : (
            <DataTable label={t('history.trash.label')} columns={columns} rows={items} rowKey={({ id }) => id} />
          )
        }
      </Answered>
      {asked && <EraseDialog item={asked} onClose={() => setAsked(undefined)} />}
    </Page>
  )
}

/** The one thing here that no undo brings back, on whichever computer: so it is asked once more. */
function EraseDialog({ item, onClose }: { readonly item: TrashItem; readonly onClose: () => void }) {
  const { t } = useTranslation()
  const erase = useCommand(api.trash.erase)
  const onConfirm = async () => {
    if ((await erase.run({ table: 'person', id: item.id })).ok) onClose()
  }
  return (
    <ConfirmDialog
      title={t('history.trash.eraseTitle', { name: item.name ?? t('history.trash.unnamed') })}
      confirmLabel={t('history.trash.erase')}
      isFinal
      isBusy={erase.isRunning}
      error={erase.formError}
      onConfirm={() => void onConfirm()}
      onClose={onClose}
    >
      <p>{t('history.trash.eraseGoes')}</p>
      <p>{t('history.trash.eraseStays')}</p>
    </ConfirmDialog>
  )
}
