import { useTranslation } from 'react-i18next'
import { Link, useLocation } from 'wouter'
import { paths } from '../../app/paths.ts'
import { Bdi } from '../../components/Bdi.tsx'
import { DataTable } from '../../components/DataTable.tsx'
import { Answered } from '../../data/Answered.tsx'
import { api } from '../../data/api.ts'
import { useQuery } from '../../data/use-query.ts'
import styles from './Neighbourhood.module.css'

const shownHere = 12

/** The first people of a binnenbuurt by last name, and the way to all of them. */
export function GroupPeople({ groupId, count }: { readonly groupId: string; readonly count: number }) {
  const { t } = useTranslation()
  const [, navigate] = useLocation()
  const people = useQuery(api.members.list, {
    neighbourhood: groupId,
    kind: 'now',
    text: '',
    sort: 'name',
    offset: 0,
    limit: shownHere,
  })
  return (
    <Answered of={people}>
      {({ rows }) =>
        count === 0 ? (
          <p className="soft">{t('neighbourhoods.page.nobody')}</p>
        ) : (
          <>
            <DataTable
              label={t('neighbourhoods.page.people')}
              isCompact
              columns={[
                {
                  key: 'name',
                  header: t('members.column.name'),
                  kind: 'name',
                  cell: ({ name }) => <Bdi>{name}</Bdi>,
                },
                { key: 'address', header: t('members.column.address'), cell: ({ address }) => <Bdi>{address}</Bdi> },
              ]}
              rows={rows}
              rowKey={({ id }) => id}
              onOpen={({ id }) => navigate(paths.person(id))}
            />
            <p className={styles.all}>
              <Link href={`${paths.people}?binnenbuurt=${encodeURIComponent(groupId)}`}>
                {t('neighbourhoods.page.toPeople')}
              </Link>
            </p>
          </>
        )
      }
    </Answered>
  )
}
