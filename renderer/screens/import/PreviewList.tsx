import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { importStatuses } from '../../../shared/domain/import-field.ts'
import { Button } from '../../components/Button.tsx'
import { ChoiceGroup } from '../../components/ChoiceGroup.tsx'
import { FormError } from '../../components/Form.tsx'
import type { IconName } from '../../components/Icon.tsx'
import { Page } from '../../components/Page.tsx'
import { ErrorState, LoadingState } from '../../components/States.tsx'
import { type Api, api } from '../../data/api.ts'
import { useCommand } from '../../data/use-command.ts'
import { useErrorText } from '../../data/use-error-text.ts'
import { useQuery } from '../../data/use-query.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { ExportButton } from '../../parts/ExportButton.tsx'
import type { Taken } from './ImportDone.tsx'
import { PeopleTable } from './PeopleTable.tsx'
import { RowDialog } from './RowDialog.tsx'
import type { PreviewRow } from './use-reason-text.ts'

type Preview = Awaited<ReturnType<Api['imports']['preview']>>
type Filter = (typeof importStatuses)[number] | 'all'

const icons: Readonly<Record<Filter, IconName>> = {
  all: 'circle',
  error: 'cross',
  double: 'overlap',
  left: 'minus',
  changed: 'pencil',
  new: 'plus',
  same: 'equals',
}
const order: readonly Filter[] = ['all', 'new', 'changed', 'same', 'error', 'double', 'left']
const pageSize = 100

export interface PreviewListProps {
  readonly id: string
  readonly onBack: () => void
  readonly onPutAway: () => void
  readonly onTaken: (taken: Taken) => void
}

/** Step 3: what would happen with everybody in the list. Nothing is written until the button says so. */
export function PreviewList({ id, onBack, onPutAway, onTaken }: PreviewListProps) {
  const { t } = useTranslation()
  const [filter, setFilter] = useState<Filter>('all')
  const [limit, setLimit] = useState(pageSize)
  const [open, setOpen] = useState<PreviewRow>()
  const status = filter === 'all' ? null : filter
  const preview = useQuery(api.imports.preview, { id, status, offset: 0, limit }, { keep: true })
  const textOf = useErrorText()
  const value = preview.state === 'ready' ? preview.value : undefined
  // In most lists nobody is: there the choice would only be one more to read.
  const isOffered = (each: Filter) => each !== 'left' || each === filter || (value?.counts.left ?? 0) > 0
  return (
    <Page
      title={t('imports.preview.title')}
      above={value ? t('imports.stepOf', { step: 3, file: value.fileName }) : t('imports.step', { step: 3 })}
      sub={t('imports.preview.lead')}
      actions={
        <>
          {value && value.leftOutCount > 0 && (
            <ExportButton wanted={{ list: 'importErrors', importId: id }}>
              {t('imports.preview.saveErrors')}
            </ExportButton>
          )}
          <Button onPress={onBack}>{t('imports.preview.back')}</Button>
        </>
      }
      bar={value && <TakeInBar id={id} preview={value} onPutAway={onPutAway} onTaken={onTaken} />}
    >
      {preview.state === 'loading' && <LoadingState />}
      {preview.state === 'error' && (
        <ErrorState
          text={textOf(preview.error)}
          actions={
            <Button onPress={preview.error.code === 'importGone' ? onPutAway : onBack}>
              {t(preview.error.code === 'importGone' ? 'imports.columns.other' : 'imports.preview.back')}
            </Button>
          }
        />
      )}
      {value && (
        <div className="stack">
          <ChoiceGroup
            label={t('imports.preview.filter')}
            isLabelHidden
            value={filter}
            onChange={(chosen) => {
              setFilter(chosen)
              setLimit(pageSize)
            }}
            choices={order.filter(isOffered).map((each) => ({
              value: each,
              label: each === 'all' ? t('imports.preview.all') : t(`imports.statuses.${each}`),
              count: value.counts[each],
              icon: icons[each],
            }))}
          />
          <Remarks preview={value} />
          <PeopleTable
            rows={value.rows}
            total={value.total}
            onOpen={setOpen}
            onMore={() => setLimit(limit + pageSize * 5)}
            isLoadingMore={preview.state === 'ready' && preview.isStale}
          />
        </div>
      )}
      {open && <RowDialog key={open.key} id={id} opened={open} onClose={() => setOpen(undefined)} />}
    </Page>
  )
}

/** What holds for the whole list and is not said at one person. */
function Remarks({ preview }: { readonly preview: Preview }) {
  const { t } = useTranslation()
  const format = useFormat()
  const remarks = [
    preview.gone > 0 && t('imports.preview.gone'),
    preview.toLookAt > 0 && t('imports.preview.toLookAt', { count: preview.toLookAt }),
    preview.notListedCount > 0 &&
      t('imports.preview.notListed', {
        count: preview.notListedCount,
        names: format.list(
          preview.notListedCount > preview.notListed.length
            ? [
                ...preview.notListed,
                t('imports.preview.others', { count: preview.notListedCount - preview.notListed.length }),
              ]
            : preview.notListed,
        ),
      }),
    preview.groupsCarried && t('imports.preview.groupsCarried'),
    preview.newNeighbourhoods.length > 0 &&
      t('imports.preview.groups', { names: format.list(preview.newNeighbourhoods) }),
    preview.toNote.length > 0 &&
      // The sentence has a full stop of its own behind "opm.".
      t('imports.preview.toNote', { names: format.list(preview.toNote).replace(/\.$/, '') }),
    preview.yearOnly && t('imports.preview.yearOnly'),
  ].filter((remark) => remark !== false)
  if (remarks.length === 0) return null
  return (
    <div className="soft measure">
      {remarks.map((remark) => (
        <p key={remark}>{remark}</p>
      ))}
    </div>
  )
}

interface TakeInBarProps {
  readonly id: string
  readonly preview: Preview
  readonly onPutAway: () => void
  readonly onTaken: (taken: Taken) => void
}

function TakeInBar({ id, preview, onPutAway, onTaken }: TakeInBarProps) {
  const { t } = useTranslation()
  const format = useFormat()
  const run = useCommand(api.imports.run)
  const close = useCommand(api.imports.close)
  const { leftOut, leftOutCount, taking } = preview
  const takeIn = async () => {
    const outcome = await run.run({ id })
    if (outcome.ok) onTaken(outcome.value)
  }
  const putAway = async () => {
    await close.run({ id })
    onPutAway()
  }
  const lines = leftOut.map(String)
  return (
    <>
      <p>
        {leftOutCount > 0 && (
          <>
            <strong>
              {leftOutCount > lines.length
                ? t('imports.preview.leftOutMore', { lines: lines.join(', '), count: leftOutCount - lines.length })
                : t('imports.preview.leftOut', { lines: format.list(lines), count: lines.length })}
            </strong>
            <br />
          </>
        )}
        <span className="soft">
          {run.isRunning
            ? t('imports.preview.running')
            : taking === 0
              ? t('imports.preview.nothing')
              : t('imports.preview.undoLater')}
        </span>
      </p>
      {run.formError && <FormError text={run.formError} />}
      <Button onPress={() => void putAway()}>{t('imports.preview.cancel')}</Button>
      {taking > 0 && (
        <Button kind="main" isBusy={run.isRunning} onPress={() => void takeIn()}>
          {t('imports.preview.run', { count: taking })}
        </Button>
      )}
    </>
  )
}
