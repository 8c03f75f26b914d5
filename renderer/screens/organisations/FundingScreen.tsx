import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Amount } from '../../components/Amount.tsx'
import { Bdi } from '../../components/Bdi.tsx'
import { Button } from '../../components/Button.tsx'
import { type Column, DataTable } from '../../components/DataTable.tsx'
import { later } from '../../components/later.tsx'
import { Page } from '../../components/Page.tsx'
import { EmptyState } from '../../components/States.tsx'
import { Answered } from '../../data/Answered.tsx'
import { api } from '../../data/api.ts'
import { useQuery } from '../../data/use-query.ts'
import { ExportButton } from '../../parts/ExportButton.tsx'
import { RowVerbs } from '../../parts/RowVerbs.tsx'
import type { FundingLine } from './FundingLines.tsx'
import { FundingStatus } from './FundingStatus.tsx'
import styles from './Organisations.module.css'
import { OrganisationTabs } from './OrganisationTabs.tsx'

const FundingDialog = later(async () => (await import('./FundingDialog.tsx')).FundingDialog)

/** Who pays for what, what ends soon first. */
export function FundingScreen() {
  const { t } = useTranslation()
  const [edited, setEdited] = useState<FundingLine | 'new' | null>(null)
  const answer = useQuery(api.organisations.funding, {})
  const ending = answer.state === 'ready' ? answer.value.funding.filter(({ state }) => state === 'loopt_af').length : 0
  return (
    <Page
      title={t('organisations.funding.title')}
      sub={ending > 0 && t('organisations.funding.ending', { count: ending })}
      actions={
        <Button kind="main" icon="plus" onPress={() => setEdited('new')}>
          {t('organisations.funding.add')}
        </Button>
      }
    >
      <OrganisationTabs />
      <Answered of={answer}>
        {({ funding }) =>
          funding.length === 0 ? (
            <EmptyState title={t('organisations.funding.empty')}>{t('organisations.funding.emptyText')}</EmptyState>
          ) : (
            <>
              <FundingTable lines={funding} onChange={setEdited} />
              <div className={styles.tools}>
                <ExportButton wanted={{ list: 'funding' }} />
              </div>
            </>
          )
        }
      </Answered>
      {edited !== null && <FundingDialog line={edited === 'new' ? null : edited} onClose={() => setEdited(null)} />}
    </Page>
  )
}

function FundingTable(props: {
  readonly lines: readonly FundingLine[]
  readonly onChange: (line: FundingLine) => void
}) {
  const { t } = useTranslation()
  const columns: readonly Column<FundingLine>[] = [
    {
      key: 'funder',
      header: t('organisations.funding.funder'),
      kind: 'name',
      cell: ({ funder, offerName }) => (
        <>
          <Bdi>{funder}</Bdi>
          {offerName && <div className={styles.second}>{offerName}</div>}
        </>
      ),
    },
    {
      key: 'whose',
      header: t('organisations.funding.whose'),
      isNamedInBlock: true,
      cell: ({ organisationName }) => organisationName ?? t('organisations.funding.ourselves'),
    },
    {
      key: 'amount',
      header: t('organisations.funding.amount'),
      kind: 'number',
      cell: ({ amountCents }) => <Amount cents={amountCents} />,
    },
    {
      key: 'kind',
      header: t('organisations.funding.kind'),
      cell: ({ kind }) => t(`organisations.funding.kinds.${kind}`),
    },
    { key: 'until', header: t('organisations.funding.until'), cell: (line) => <FundingStatus line={line} /> },
    {
      key: 'verbs',
      header: t('app.row.verbs'),
      kind: 'actions',
      cell: (line) => (
        <RowVerbs
          name={line.funder}
          id={line.id}
          remove={api.organisations.removeFunding}
          onChange={() => props.onChange(line)}
        />
      ),
    },
  ]
  return (
    <DataTable label={t('organisations.funding.title')} columns={columns} rows={props.lines} rowKey={({ id }) => id} />
  )
}
