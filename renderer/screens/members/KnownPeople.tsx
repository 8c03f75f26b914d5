import { useDeferredValue } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { paths } from '../../app/paths.ts'
import { Notice } from '../../components/Notice.tsx'
import { api } from '../../data/api.ts'
import { useQuery } from '../../data/use-query.ts'
import type { PersonDraft } from './person-draft.ts'

/** Says so when somebody with this name, phone or e-mail is in the book already. */
export function KnownPeople({ person }: { readonly person: PersonDraft }) {
  const { t } = useTranslation()
  const { firstName, lastName, mobile, phone, email } = useDeferredValue(person)
  const number = (mobile || phone).trim()
  const isWanted = (firstName.trim() !== '' && lastName.trim() !== '') || number.length > 9 || email.includes('@')
  const found = useQuery(
    api.members.findSame,
    { firstName, lastName, phone: number === '' ? null : number, email: email.trim() === '' ? null : email },
    { isWanted },
  )
  if (!isWanted || found.state !== 'ready' || found.value.length === 0) return null
  return (
    <Notice kind="att">
      <p>
        <strong>{t('members.same.title')}</strong>
      </p>
      <ul>
        {found.value.map(({ id, name, address, status }) => (
          <li key={id}>
            <Link href={paths.person(id)}>
              <bdi>{address === '' ? name : t('members.same.line', { name, address })}</bdi>
            </Link>{' '}
            ({t(`members.status.${status}`)})
          </li>
        ))}
      </ul>
    </Notice>
  )
}
