import { useTranslation } from 'react-i18next'
import { useParams } from 'wouter'
import { addDays } from '../../../shared/domain/calendar-date.ts'
import { findCurrent } from '../../../shared/domain/membership.ts'
import { paths } from '../../app/paths.ts'
import { Button, LinkButton } from '../../components/Button.tsx'
import { Columns } from '../../components/Columns.tsx'
import { FormError } from '../../components/Form.tsx'
import { Notice } from '../../components/Notice.tsx'
import { Page } from '../../components/Page.tsx'
import { Section } from '../../components/Section.tsx'
import { Answered } from '../../data/Answered.tsx'
import { api } from '../../data/api.ts'
import { useCommand } from '../../data/use-command.ts'
import { useQuery } from '../../data/use-query.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { PersonCare } from '../../parts/PersonCare.tsx'
import { PersonDues } from '../../parts/PersonDues.tsx'
import { PersonGatherings } from '../../parts/PersonGatherings.tsx'
import { PersonHelp } from '../../parts/PersonHelp.tsx'
import { PersonMandates } from '../../parts/PersonMandates.tsx'
import { PersonPairs } from '../../parts/PersonPairs.tsx'
import { PersonStanding } from '../../parts/PersonStanding.tsx'
import { PersonWelcome } from '../../parts/PersonWelcome.tsx'
import { RecordHistory } from '../../parts/RecordHistory.tsx'
import styles from './Person.module.css'
import { PersonEvents, usePersonDialog } from './PersonEvents.tsx'
import { PersonFacts } from './PersonFacts.tsx'
import { PersonRights, RightsNotices } from './PersonRights.tsx'
import type { PersonPage } from './person-draft.ts'

/** One person: dues in a sentence first, then what is known, what they came to, what was done. */
export function PersonScreen() {
  const { t } = useTranslation()
  const { id = '' } = useParams<{ id: string }>()
  const answer = useQuery(api.members.get, { id })
  const rights = useQuery(api.rights.ofPerson, { personId: id })
  const dialog = usePersonDialog()
  const person = answer.state === 'ready' ? answer.value : undefined
  const isHere = person !== undefined && person.deletedAt === null && person.erasedOn === null
  return (
    <Page
      title={person?.name ?? (answer.state === 'error' ? t('members.title') : undefined)}
      sub={person && <Sub person={person} />}
      back={{ href: paths.people, label: t('members.person.back') }}
      actions={
        isHere && (
          <>
            {!isGone(person) && (
              <LinkButton icon="print" href={paths.paper('brieven', { mens: id })}>
                {t('members.person.letter')}
              </LinkButton>
            )}
            <Button kind="main" icon="pencil" onPress={() => dialog.open('change')}>
              {t('members.person.change')}
            </Button>
          </>
        )
      }
    >
      <Answered of={answer}>
        {(shown) => (
          <>
            {shown.deletedAt !== null && <InTrash id={shown.id} />}
            {shown.erasedOn !== null && <Erased on={shown.erasedOn} />}
            {isHere && rights.state === 'ready' && <RightsNotices person={shown} rights={rights.value} />}
            <Columns>
              <div>
                <PersonDues personId={shown.id} />
                <PersonStanding personId={shown.id} />
                <PersonMandates personId={shown.id} canAdd={isHere && !isGone(shown)} />
                <Section title={t('members.person.facts')}>
                  <PersonFacts person={shown} disputes={rights.state === 'ready' ? rights.value.disputes : []} />
                </Section>
                {isHere && <PersonEvents person={shown} dialog={dialog} />}
                {isHere && rights.state === 'ready' && <PersonRights person={shown} rights={rights.value} />}
              </div>
              <div>
                <PersonGatherings personId={shown.id} name={shown.name} canContact={isHere && !isGone(shown)} />
                <PersonHelp
                  personId={shown.id}
                  name={shown.name}
                  canChange={isHere && !isGone(shown) && shown.status !== 'oud_lid'}
                />
                <PersonWelcome personId={shown.id} name={shown.name} canChange={isHere && !isGone(shown)} />
                {isHere && <PersonCare personId={shown.id} name={shown.name} canAdd={!isGone(shown)} />}
                <PersonPairs personId={shown.id} />
                <Section title={t('members.person.history')}>
                  <RecordHistory table="person" id={shown.id} />
                </Section>
              </div>
            </Columns>
          </>
        )}
      </Answered>
    </Page>
  )
}

const isGone = ({ status }: PersonPage) => status === 'overleden'

/** "Lijsterpad 5 · lid sinds 1 maart 2019" */
function Sub({ person }: { readonly person: PersonPage }) {
  const standing = useStanding(person)
  return <bdi>{[person.streetLine, standing].filter(Boolean).join(' · ')}</bdi>
}

function useStanding(person: PersonPage): string {
  const { t } = useTranslation()
  const format = useFormat()
  if (person.deceasedOn !== null && person.status === 'overleden') {
    return t('members.person.deceased', { day: format.day(person.deceasedOn) })
  }
  const kind = t(`members.status.${person.status}`)
  const current = findCurrent(person.memberships, person.today)
  if (current) return t('members.person.since', { kind, day: format.day(current.from) })
  const coming = person.memberships.find(({ from }) => from > person.today)
  if (coming) return t('members.person.from', { kind, day: format.day(coming.from) })
  const last = person.memberships[0]?.until
  return last ? `${kind}, ${t('members.person.neighbourhoodUntil', { last: format.day(addDays(last, -1)) })}` : kind
}

function Erased({ on }: { readonly on: string }) {
  const { t } = useTranslation()
  const format = useFormat()
  return (
    <div className={styles.notice}>
      <Notice>{t('members.person.erased', { day: format.day(on) })}</Notice>
    </div>
  )
}

function InTrash({ id }: { readonly id: string }) {
  const { t } = useTranslation()
  const restore = useCommand(api.trash.restore)
  return (
    <div className={styles.notice}>
      <Notice
        kind="att"
        action={
          <Button isBusy={restore.isRunning} onPress={() => void restore.run({ table: 'person', id })}>
            {t('members.person.restore')}
          </Button>
        }
      >
        {t('members.person.inTrash')}
      </Notice>
      <FormError text={restore.formError} />
    </div>
  )
}
