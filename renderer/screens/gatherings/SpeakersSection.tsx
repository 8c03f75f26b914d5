import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type SpeakerKind, speakerKinds } from '../../../shared/domain/speakers.ts'
import { Button } from '../../components/Button.tsx'
import { Checkbox } from '../../components/Checkbox.tsx'
import { ChoiceGroup } from '../../components/ChoiceGroup.tsx'
import { FormError } from '../../components/Form.tsx'
import { Line, Lines } from '../../components/Lines.tsx'
import { Section } from '../../components/Section.tsx'
import { TextField } from '../../components/TextField.tsx'
import { Answered } from '../../data/Answered.tsx'
import { type Api, api } from '../../data/api.ts'
import { useCommand } from '../../data/use-command.ts'
import { useQuery } from '../../data/use-query.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { FormDialog } from '../../parts/FormDialog.tsx'
import { PersonPicker, type PickedPerson } from '../../parts/PersonPicker.tsx'

type Speaker = Awaited<ReturnType<Api['speakers']['list']>>[number]

/** Who speaks, or tells a story of their own; only with their consent. */
export function SpeakersSection({ gatheringId, today }: { readonly gatheringId: string; readonly today: string }) {
  const { t } = useTranslation()
  const [isAdding, setAdding] = useState(false)
  const list = useQuery(api.speakers.list, { gatheringId })
  return (
    <Section
      title={t('forms.speakers.title')}
      action={
        <Button kind="plain" onPress={() => setAdding(true)}>
          {t('forms.speakers.add')}
        </Button>
      }
    >
      <Answered of={list}>
        {(speakers) =>
          speakers.length === 0 ? (
            <p className="soft">{t('forms.speakers.none')}</p>
          ) : (
            <Lines>
              {speakers.map((speaker) => (
                <OneSpeaker key={speaker.id} speaker={speaker} />
              ))}
            </Lines>
          )
        }
      </Answered>
      {isAdding && <AddSpeakerDialog gatheringId={gatheringId} today={today} onClose={() => setAdding(false)} />}
    </Section>
  )
}

function OneSpeaker({ speaker }: { readonly speaker: Speaker }) {
  const { t } = useTranslation()
  const format = useFormat()
  const remove = useCommand(api.speakers.remove)
  const { id, kind, name, topic, consentDay } = speaker
  const line = t(`forms.speakers.line.${kind}`, { name })
  return (
    <Line
      verbs={
        <Button
          kind="plain"
          label={t('forms.speakers.removeLabel', { name })}
          isBusy={remove.isRunning}
          onPress={() => void remove.run({ id })}
        >
          {t('forms.speakers.remove')}
        </Button>
      }
    >
      <bdi>{topic === null ? line : t('forms.speakers.lineTopic', { line, topic })}</bdi>{' '}
      <span className="soft">{t('forms.speakers.agreed', { day: format.day(consentDay) })}</span>
      <FormError text={remove.formError} />
    </Line>
  )
}

function AddSpeakerDialog(props: {
  readonly gatheringId: string
  readonly today: string
  readonly onClose: () => void
}) {
  const { gatheringId, today, onClose } = props
  const { t } = useTranslation()
  const [kind, setKind] = useState<SpeakerKind>('spreker')
  const [from, setFrom] = useState<'book' | 'outside'>('outside')
  const [person, setPerson] = useState<PickedPerson | null>(null)
  const [name, setName] = useState('')
  const [topic, setTopic] = useState('')
  const [hasConsent, setConsent] = useState(false)
  const [isReminded, setReminded] = useState(false)
  const add = useCommand(api.speakers.add)
  const save = async () => {
    setReminded(!hasConsent)
    if (!hasConsent || (from === 'book' && person === null)) return
    const outcome = await add.run({
      gatheringId,
      kind,
      personId: from === 'book' ? (person?.id ?? null) : null,
      name: from === 'book' ? '' : name,
      topic,
      consentDay: today,
    })
    if (outcome.ok) onClose()
  }
  const isUnagreed = isReminded && !hasConsent
  return (
    <FormDialog
      title={t('forms.speakers.addTitle')}
      submit={t('forms.speakers.save')}
      command={{
        isRunning: add.isRunning,
        formError: isUnagreed ? t('forms.speakers.consentNeeded') : add.formError,
      }}
      onSubmit={save}
      onClose={onClose}
    >
      <ChoiceGroup
        label={t('forms.speakers.kind')}
        value={kind}
        onChange={setKind}
        choices={speakerKinds.map((code) => ({ value: code, label: t(`forms.speakers.kinds.${code}`) }))}
      />
      <ChoiceGroup
        label={t('forms.speakers.who')}
        value={from}
        onChange={setFrom}
        choices={[
          { value: 'outside', label: t('forms.speakers.fromOutside') },
          { value: 'book', label: t('forms.speakers.fromBook') },
        ]}
      />
      {from === 'book' ? (
        <PersonPicker label={t('forms.speakers.person')} isRequired value={person} onChange={setPerson} />
      ) : (
        <TextField label={t('forms.speakers.name')} isRequired maxLength={120} value={name} onChange={setName} />
      )}
      <TextField label={t('forms.speakers.topic')} isOptional maxLength={200} value={topic} onChange={setTopic} />
      <Checkbox
        label={t('forms.speakers.consent')}
        hint={t('forms.speakers.consentHint')}
        isChecked={hasConsent}
        onChange={setConsent}
      />
    </FormDialog>
  )
}
