import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../components/Button.tsx'
import { ConfirmDialog } from '../components/ConfirmDialog.tsx'
import { Verbs } from '../components/Lines.tsx'
import { later } from '../components/later.tsx'
import { Section } from '../components/Section.tsx'
import { Answered } from '../data/Answered.tsx'
import { type Api, api } from '../data/api.ts'
import { useCommand } from '../data/use-command.ts'
import { useQuery } from '../data/use-query.ts'
import { useFormat } from '../i18n/use-format.ts'
import { AwayList } from './AwayList.tsx'
import { CareLock } from './CareLock.tsx'
import { MomentList } from './MomentList.tsx'
import { NoteList } from './NoteList.tsx'
import { SignalList } from './SignalList.tsx'
import { useModules } from './use-modules.ts'

const SignalDialog = later(async () => (await import('./SignalDialog.tsx')).SignalDialog)
const ContactDialog = later(async () => (await import('./ContactDialog.tsx')).ContactDialog)
const AwayDialog = later(async () => (await import('./AwayDialog.tsx')).AwayDialog)
const NoteDialog = later(async () => (await import('./NoteDialog.tsx')).NoteDialog)

const momentsShown = 3

export interface PersonCareProps {
  readonly personId: string
  readonly name: string
  /** Something new can be written down; not of somebody who died. */
  readonly canAdd: boolean
}

/** What care holds of one person, behind its lock. Nothing in a book without care. */
export function PersonCare(props: PersonCareProps) {
  const { t } = useTranslation()
  const keeps = useModules()
  if (!keeps('care')) return null
  return (
    <Section title={t('care.person.title')}>
      <CareLock>
        <OpenCare {...props} />
      </CareLock>
    </Section>
  )
}

function OpenCare({ personId, name, canAdd }: PersonCareProps) {
  const care = useQuery(api.care.forPerson, { personId })
  return (
    <>
      <Answered of={care}>{(value) => <Shown care={value} person={{ id: personId, name }} />}</Answered>
      {canAdd && <PersonVerbs person={{ id: personId, name }} />}
    </>
  )
}

type Care = Awaited<ReturnType<Api['care']['forPerson']>>

interface Named {
  readonly id: string
  readonly name: string
}

function Shown({ care, person }: { readonly care: Care; readonly person: Named }) {
  const { t } = useTranslation()
  const format = useFormat()
  const { signals, away, moments, notes, contactUntil, hasConsented } = care
  const isEmpty = [signals, away, moments, notes].every(({ length }) => length === 0)
  return (
    <>
      {contactUntil !== null && <p>{t('care.person.contactUntil', { day: format.day(contactUntil) })}</p>}
      {isEmpty && <p className="soft">{t('care.person.none')}</p>}
      {signals.length > 0 && <SignalList signals={signals} today={care.today} />}
      {away.length > 0 && <AwayList absences={away} />}
      {moments.length > 0 && <MomentList moments={moments.slice(0, momentsShown)} />}
      {notes.length > 0 && <NoteList notes={notes} />}
      {hasConsented && <WithdrawButton person={person} />}
    </>
  )
}

function PersonVerbs({ person }: { readonly person: Named }) {
  const { t } = useTranslation()
  const [opened, setOpened] = useState<'signal' | 'contact' | 'away' | 'note'>()
  const close = () => setOpened(undefined)
  return (
    <Verbs>
      <Button kind="plain" onPress={() => setOpened('signal')}>
        {t('care.add')}
      </Button>
      <Button kind="plain" onPress={() => setOpened('contact')}>
        {t('care.addContact')}
      </Button>
      <Button kind="plain" onPress={() => setOpened('away')}>
        {t('care.addAway')}
      </Button>
      <Button kind="plain" onPress={() => setOpened('note')}>
        {t('care.addNote')}
      </Button>

      {opened === 'signal' && <SignalDialog person={person} onClose={close} />}
      {opened === 'contact' && <ContactDialog person={person} onClose={close} />}
      {opened === 'away' && <AwayDialog person={person} away={null} onClose={close} />}
      {opened === 'note' && <NoteDialog personId={person.id} signalId={null} onClose={close} />}
    </Verbs>
  )
}

/** Everything that rests on somebody's word goes when they take it back. */
function WithdrawButton({ person: { id, name } }: { readonly person: Named }) {
  const { t } = useTranslation()
  const [isAsking, setAsking] = useState(false)
  const withdraw = useCommand(api.care.withdrawConsent)
  return (
    <>
      <Button kind="plain" onPress={() => setAsking(true)}>
        {t('care.consent.withdraw')}
      </Button>
      {isAsking && (
        <ConfirmDialog
          title={t('care.consent.withdrawTitle', { name })}
          confirmLabel={t('care.consent.withdrawVerb')}
          isFinal
          isBusy={withdraw.isRunning}
          error={withdraw.formError}
          onClose={() => setAsking(false)}
          onConfirm={async () => {
            const outcome = await withdraw.run({ personId: id })
            if (outcome.ok) setAsking(false)
          }}
        >
          <p>{t('care.consent.withdrawText', { name })}</p>
        </ConfirmDialog>
      )}
    </>
  )
}
