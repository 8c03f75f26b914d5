import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useParams } from 'wouter'
import type { LeavingPerson } from '../../../shared/contract/between.ts'
import { Checkbox } from '../../components/Checkbox.tsx'
import { PlainTable } from '../../components/PlainTable.tsx'
import { Answered } from '../../data/Answered.tsx'
import { api } from '../../data/api.ts'
import { useCommand } from '../../data/use-command.ts'
import { useQuery } from '../../data/use-query.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { MakeFile } from './MakeFile.tsx'

/** Ledenbestand maken: exactly what leaves, and the one choice there is. */
export function MakeMembersScreen() {
  const { id = '' } = useParams<{ id: string }>()
  const state = useQuery(api.between.state, {})
  return (
    <Answered of={state}>
      {({ books }) => {
        const book = books.find((other) => other.id === id)
        return <MakeMembers id={id} name={book?.name ?? ''} gaveContact={book?.givesContact ?? false} />
      }}
    </Answered>
  )
}

function MakeMembers(props: { readonly id: string; readonly name: string; readonly gaveContact: boolean }) {
  const { id, name, gaveContact } = props
  const { t } = useTranslation()
  const [withContact, setWithContact] = useState(gaveContact)
  const preview = useQuery(api.between.previewMembers, { id, withContact }, { keep: true })
  const make = useCommand(api.between.makeMembers)
  const columns = ['name', 'address', 'birthYear', ...(withContact ? contact : [])] as const
  const belongingOf = useBelongingWords()
  return (
    <MakeFile
      title={t('between.make.leden', { name })}
      sub={t('between.make.ledenSub')}
      name={name}
      make={make}
      input={{ id, withContact }}
      choice={
        <Checkbox
          label={t('between.make.contact')}
          hint={t('between.make.contactHint')}
          isChecked={withContact}
          onChange={setWithContact}
        />
      }
    >
      <Answered of={preview}>
        {({ people, erased }) => (
          <div className="stack">
            {people.length === 0 ? (
              <p className="soft">{t('between.make.nobody')}</p>
            ) : (
              <PlainTable
                caption={t('between.make.what')}
                headers={[...columns.map((column) => t(`between.columns.${column}`)), t('between.make.belonging')]}
                rows={people.map((person, at) => ({
                  key: `${at} ${person.name}`,
                  cells: [
                    ...columns.map((column) => <bdi key={column}>{person[column]}</bdi>),
                    <span key="belonging">{belongingOf(person)}</span>,
                  ],
                }))}
              />
            )}
            {erased > 0 && <p>{t('between.make.erased', { count: erased })}</p>}
          </div>
        )}
      </Answered>
    </MakeFile>
  )
}

/** "lid, sinds 1 maart 2024", or since when somebody is gone and why. */
function useBelongingWords(): (person: LeavingPerson) => string {
  const { t } = useTranslation()
  const format = useFormat()
  return ({ isIn, kind, since, until, reason }) => {
    const kindWord = t(`members.status.${kind}`)
    if (isIn) return since === null ? kindWord : t('between.make.since', { kind: kindWord, day: format.day(since) })
    const left = until === null ? t('between.make.left') : t('between.make.leftSince', { day: format.day(until) })
    return reason === null ? left : `${left}: ${t(`members.person.endReason.${reason}`)}`
  }
}

const contact = ['phone', 'mobile', 'email'] as const
