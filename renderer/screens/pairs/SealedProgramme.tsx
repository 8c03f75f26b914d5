import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import { paths } from '../../app/paths.ts'
import { Button } from '../../components/Button.tsx'
import { Checkbox } from '../../components/Checkbox.tsx'
import { ConfirmDialog } from '../../components/ConfirmDialog.tsx'
import { Disclosure } from '../../components/Disclosure.tsx'
import { FormError } from '../../components/Form.tsx'
import { Line, Lines, LineTitle } from '../../components/Lines.tsx'
import { later } from '../../components/later.tsx'
import { Section } from '../../components/Section.tsx'
import { Status } from '../../components/Status.tsx'
import { Answered } from '../../data/Answered.tsx'
import { type Api, api } from '../../data/api.ts'
import { useCommand } from '../../data/use-command.ts'
import type { Answer } from '../../data/use-query.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { ContactForm, type Moment } from './ContactForm.tsx'
import { usePairWords } from './use-pair-words.ts'

const SealedPairDialog = later(async () => (await import('./SealedPairDialog.tsx')).SealedPairDialog)

type Shown = Awaited<ReturnType<Api['sealedPairs']['get']>>
export type SealedPair = Shown['pairs'][number]

/** The pairs of a sealed programme, under their aliases. */
export function SealedProgramme({ id, answer }: { readonly id: string; readonly answer: Answer<Shown> }) {
  const { t } = useTranslation()
  const words = usePairWords()
  const format = useFormat()
  const [changing, setChanging] = useState<SealedPair | 'new'>()
  const [isWritingFor, setWritingFor] = useState<SealedPair>()
  return (
    <Answered of={answer}>
      {(shown) => (
        <>
          <Section
            title={shown.name}
            action={
              <Button kind="main" onPress={() => setChanging('new')}>
                {t('pairs.sealed.addPair')}
              </Button>
            }
          >
            <p className="soft">{words.agreed(shown)}</p>
            {shown.pairs.length === 0 ? (
              <p className="soft">{t('pairs.running.none')}</p>
            ) : (
              <Lines>
                {shown.pairs.map((pair) => (
                  <OnePair
                    key={pair.id}
                    programmeId={id}
                    pair={pair}
                    shown={shown}
                    onChange={() => setChanging(pair)}
                    onContact={() => setWritingFor(pair)}
                  />
                ))}
              </Lines>
            )}
          </Section>
          {shown.outcome.pairs > 0 && (
            <Section title={t('pairs.sealed.outcome')}>
              <p>
                {t('pairs.sealed.outcomeText', {
                  pairs: format.count(shown.outcome.pairs),
                  never: format.count(shown.outcome.never),
                  once: format.count(shown.outcome.once),
                  oftener: format.count(shown.outcome.oftener),
                })}
              </p>
            </Section>
          )}
          <Settings id={id} isShared={shown.isShared} />
          {changing && (
            <SealedPairDialog
              programmeId={id}
              shown={shown}
              pair={changing === 'new' ? null : changing}
              onClose={() => setChanging(undefined)}
            />
          )}
          {isWritingFor && (
            <SealedContact
              programmeId={id}
              pair={isWritingFor}
              today={shown.today}
              onClose={() => setWritingFor(undefined)}
            />
          )}
        </>
      )}
    </Answered>
  )
}

function OnePair(props: {
  readonly programmeId: string
  readonly pair: SealedPair
  readonly shown: Shown
  readonly onChange: () => void
  readonly onContact: () => void
}) {
  const { programmeId, pair, shown, onChange, onContact } = props
  const { t } = useTranslation()
  const format = useFormat()
  const name = format.list([pair.aAlias, pair.bAlias])
  const { rhythm, talk } = pair.asks
  return (
    <Line
      verbs={
        <>
          {pair.untilDay === null && (
            <Button kind="plain" label={t('pairs.running.contactLabel', { name })} onPress={onContact}>
              {t('pairs.running.contact')}
            </Button>
          )}
          <Button kind="plain" label={t('pairs.waiting.changeLabel', { name })} onPress={onChange}>
            {t('pairs.pair.change')}
          </Button>
        </>
      }
    >
      <LineTitle>
        <bdi>{name}</bdi>
      </LineTitle>
      <p className="soft">
        {pair.lastContact === null
          ? t('pairs.running.never')
          : `${t('pairs.running.last')}: ${format.dayNear(pair.lastContact, shown.today)}`}
        {pair.months && ` · ${t('pairs.running.months')}: ${t('pairs.running.monthsOf', pair.months)}`}
      </p>
      {pair.untilDay !== null ? (
        <Status kind="no">
          {t('pairs.running.until')} {format.day(pair.untilDay)}
        </Status>
      ) : rhythm !== null ? (
        <Status kind="att" wraps>
          {shown.rhythm.unit === 'maand'
            ? t('pairs.asks.rhythmMonth', { count: rhythm.contacts, month: format.month(rhythm.since, shown.today) })
            : t('pairs.asks.rhythmWeek', { count: rhythm.contacts })}
        </Status>
      ) : (
        talk !== null && (
          <Status kind="att" wraps>
            {t(`pairs.asks.${talk}`)}
          </Status>
        )
      )}
      {pair.contacts.length > 0 && (
        <Disclosure title={t('pairs.pair.contacts')}>
          <Lines>
            {pair.contacts.map((contact) => (
              <OneContact
                key={contact.id}
                programmeId={programmeId}
                pairId={pair.id}
                contact={contact}
                today={shown.today}
              />
            ))}
          </Lines>
        </Disclosure>
      )}
    </Line>
  )
}

function OneContact(props: {
  readonly programmeId: string
  readonly pairId: string
  readonly contact: SealedPair['contacts'][number]
  readonly today: string
}) {
  const { programmeId, pairId, contact, today } = props
  const { t } = useTranslation()
  const format = useFormat()
  const remove = useCommand(api.sealedPairs.removeContact)
  const day = format.dayNear(contact.day, today)
  return (
    <Line
      verbs={
        <Button
          kind="plain"
          isBusy={remove.isRunning}
          label={t('pairs.pair.removeContactLabel', { day })}
          onPress={() => void remove.run({ programmeId, pairId, id: contact.id })}
        >
          {t('pairs.pair.removeContact')}
        </Button>
      }
    >
      {contact.confirmedBy === null ? `${day} · ${t('pairs.pair.unconfirmed')}` : day}
      <FormError text={remove.formError} />
    </Line>
  )
}

function SealedContact(props: {
  readonly programmeId: string
  readonly pair: SealedPair
  readonly today: string
  readonly onClose: () => void
}) {
  const { programmeId, pair, today, onClose } = props
  const { t } = useTranslation()
  const record = useCommand(api.sealedPairs.recordContact)
  const save = async (moment: Moment) => {
    const outcome = await record.run({ programmeId, pairId: pair.id, ...moment })
    if (outcome.ok) onClose()
  }
  return (
    <ContactForm
      title={t('pairs.contact.title')}
      a={pair.aAlias}
      b={pair.bAlias}
      moment={{ day: today, initiatedBy: null, confirmedBy: 'begeleider' }}
      command={record}
      onSave={save}
      onClose={onClose}
    />
  )
}

function Settings({ id, isShared }: { readonly id: string; readonly isShared: boolean }) {
  const { t } = useTranslation()
  const [, navigate] = useLocation()
  const share = useCommand(api.sealedPairs.share)
  const remove = useCommand(api.sealedPairs.remove)
  const [isRemoving, setRemoving] = useState(false)
  const throwAway = async () => {
    const outcome = await remove.run({ programmeId: id })
    if (outcome.ok) navigate(paths.pairs)
  }
  return (
    <Section title={t('pairs.sealed.settings')}>
      <div className="stack">
        <Checkbox
          label={t('pairs.sealed.share')}
          hint={t('pairs.sealed.shareHint')}
          isChecked={isShared}
          onChange={(chosen) => void share.run({ programmeId: id, isShared: chosen })}
        />
        <div>
          <Button kind="plain" onPress={() => setRemoving(true)}>
            {t('pairs.programme.remove')}
          </Button>
        </div>
        <FormError text={share.formError} />
      </div>
      {isRemoving && (
        <ConfirmDialog
          isFinal
          title={t('pairs.sealed.removeTitle')}
          confirmLabel={t('pairs.sealed.removeVerb')}
          isBusy={remove.isRunning}
          error={remove.formError}
          onConfirm={() => void throwAway()}
          onClose={() => setRemoving(false)}
        >
          <p>{t('pairs.sealed.removeText')}</p>
        </ConfirmDialog>
      )}
    </Section>
  )
}
