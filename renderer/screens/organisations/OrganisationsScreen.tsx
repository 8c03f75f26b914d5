import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import { containsWords } from '../../../shared/domain/contains-words.ts'
import { organisationKinds } from '../../../shared/domain/organisation.ts'
import { paths } from '../../app/paths.ts'
import { Bdi } from '../../components/Bdi.tsx'
import { Button } from '../../components/Button.tsx'
import { type Column, DataTable } from '../../components/DataTable.tsx'
import { FieldRow } from '../../components/Form.tsx'
import { later } from '../../components/later.tsx'
import { Page } from '../../components/Page.tsx'
import { PhoneText } from '../../components/PhoneText.tsx'
import { SelectField } from '../../components/SelectField.tsx'
import { EmptyState } from '../../components/States.tsx'
import { TextField } from '../../components/TextField.tsx'
import { Answered } from '../../data/Answered.tsx'
import { type Api, api } from '../../data/api.ts'
import { useQuery } from '../../data/use-query.ts'
import { ExportButton } from '../../parts/ExportButton.tsx'
import styles from './Organisations.module.css'
import { OrganisationTabs } from './OrganisationTabs.tsx'

const OrganisationDialog = later(async () => (await import('./OrganisationDialog.tsx')).OrganisationDialog)

type Listed = Awaited<ReturnType<Api['organisations']['list']>>
type Summary = Listed['organisations'][number]

/** From so many on the list is too long to look through. */
const worthSearching = 8

/** The organisations around the neighbourhood: who does what, for whom, where. */
export function OrganisationsScreen() {
  const { t } = useTranslation()
  const [, navigate] = useLocation()
  const [isAdding, setAdding] = useState(false)
  const answer = useQuery(api.organisations.list, {})
  return (
    <Page
      title={t('organisations.title')}
      sub={
        answer.state === 'ready' &&
        answer.value.organisations.length > 0 &&
        t('organisations.sub', { count: answer.value.organisations.length })
      }
      actions={
        <Button kind="main" icon="plus" onPress={() => setAdding(true)}>
          {t('organisations.add')}
        </Button>
      }
    >
      <OrganisationTabs />
      <Answered of={answer}>
        {({ organisations, districts }) =>
          organisations.length === 0 ? (
            <EmptyState title={t('organisations.empty')}>{t('organisations.emptyText')}</EmptyState>
          ) : (
            <SocialMap organisations={organisations} districts={districts} />
          )
        }
      </Answered>
      {isAdding && (
        <OrganisationDialog
          organisation={null}
          onSaved={(id) => navigate(paths.organisation(id))}
          onClose={() => setAdding(false)}
        />
      )}
    </Page>
  )
}

function SocialMap({ organisations, districts }: Omit<Listed, 'today'>) {
  const { t } = useTranslation()
  const [, navigate] = useLocation()
  const [text, setText] = useState('')
  const [kind, setKind] = useState('all')
  const [district, setDistrict] = useState('all')
  const found = organisations.filter(
    (each) =>
      containsWords([each.name, each.what, each.forWhom, each.contactName, each.phone].join(' '), text) &&
      (kind === 'all' || each.kind === kind) &&
      (district === 'all' || each.district === district),
  )
  const kinds = organisationKinds.filter((code) => organisations.some((each) => each.kind === code))
  const columns: readonly Column<Summary>[] = [
    {
      key: 'name',
      header: t('organisations.column.name'),
      kind: 'name',
      cell: ({ name, what }) => (
        <>
          <Bdi>{name}</Bdi>
          {what && <div className={styles.second}>{what}</div>}
        </>
      ),
    },
    { key: 'kind', header: t('organisations.column.kind'), cell: (each) => t(`organisations.kinds.${each.kind}`) },
    {
      key: 'forWhom',
      header: t('organisations.column.forWhom'),
      isNamedInBlock: true,
      cell: ({ forWhom }) => forWhom ?? t('organisations.everybody'),
    },
    { key: 'district', header: t('organisations.column.district'), cell: (each) => each.district },
    {
      key: 'phone',
      header: t('organisations.column.contact'),
      cell: ({ contactName, phone }) => (
        <>
          {contactName && <div>{contactName}</div>}
          {phone && <PhoneText phone={phone} />}
        </>
      ),
    },
  ]
  return (
    <>
      {organisations.length >= worthSearching && (
        <div className={styles.filter}>
          <FieldRow>
            <TextField type="search" label={t('organisations.search')} width="medium" value={text} onChange={setText} />
            <SelectField
              label={t('organisations.column.kind')}
              width="medium"
              value={kind}
              onChange={setKind}
              options={[
                { value: 'all', label: t('organisations.allKinds') },
                ...kinds.map((code) => ({ value: code, label: t(`organisations.kinds.${code}`) })),
              ]}
            />
            <SelectField
              label={t('organisations.column.district')}
              width="medium"
              value={district}
              onChange={setDistrict}
              options={[
                { value: 'all', label: t('organisations.allDistricts') },
                ...districts.map((name) => ({ value: name, label: name })),
              ]}
            />
          </FieldRow>
        </div>
      )}
      {found.length === 0 ? (
        <p role="status">{t('organisations.nothing')}</p>
      ) : (
        <DataTable
          label={t('organisations.title')}
          columns={columns}
          rows={found}
          rowKey={({ id }) => id}
          onOpen={({ id }) => navigate(paths.organisation(id))}
        />
      )}
      <div className={styles.tools}>
        <ExportButton wanted={{ list: 'organisations' }} />
      </div>
    </>
  )
}
