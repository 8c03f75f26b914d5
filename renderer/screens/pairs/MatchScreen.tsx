import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation, useParams } from 'wouter'
import { adviseOnPair, sharedWords } from '../../../shared/domain/pair-advice.ts'
import { paths } from '../../app/paths.ts'
import { Button } from '../../components/Button.tsx'
import { Checkbox } from '../../components/Checkbox.tsx'
import { Columns } from '../../components/Columns.tsx'
import { DayField } from '../../components/DayField.tsx'
import { Form } from '../../components/Form.tsx'
import { Page } from '../../components/Page.tsx'
import { Section } from '../../components/Section.tsx'
import { SelectField } from '../../components/SelectField.tsx'
import { EmptyState } from '../../components/States.tsx'
import { Status } from '../../components/Status.tsx'
import { Answered } from '../../data/Answered.tsx'
import { type Api, api } from '../../data/api.ts'
import { useCommand } from '../../data/use-command.ts'
import { useQuery } from '../../data/use-query.ts'
import { PersonPicker, type PickedPerson } from '../../parts/PersonPicker.tsx'
import { IntakeFacts } from './IntakeFacts.tsx'
import styles from './Pairs.module.css'
import { RoundField } from './RoundField.tsx'
import { TogetherFields, type TogetherWords } from './TogetherFields.tsx'
import type { Intake } from './use-pair-words.ts'

type Shown = Awaited<ReturnType<Api['pairs']['programme']>>

/** The two sides beside each other: what they share, what each brings, and soft advice. */
export function MatchScreen() {
  const { t } = useTranslation()
  const { id = '' } = useParams<{ id: string }>()
  const answer = useQuery(api.pairs.programme, { id })
  const name = answer.state === 'ready' ? answer.value.programme.name : ''
  return (
    <Page
      title={t('pairs.match.title')}
      sub={t('pairs.match.sub')}
      back={{ href: paths.programme(id), label: t('pairs.pair.back', { name }) }}
    >
      <Answered of={answer}>
        {(shown) =>
          (['a', 'b'] as const).every((side) => shown.waiting.some((intake) => intake.side === side)) ? (
            <Match shown={shown} />
          ) : (
            <EmptyState title={t('pairs.match.none')}>{t('pairs.match.noneText')}</EmptyState>
          )
        }
      </Answered>
    </Page>
  )
}

function Match({ shown }: { readonly shown: Shown }) {
  const { t } = useTranslation()
  const { programme, waiting } = shown
  const sideOf = (side: 'a' | 'b') => waiting.filter((intake) => intake.side === side)
  const [aId, setAId] = useState(sideOf('a')[0]?.id)
  const [bId, setBId] = useState(sideOf('b')[0]?.id)
  const a = waiting.find(({ id }) => id === aId)
  const b = waiting.find(({ id }) => id === bId)
  return (
    <>
      <div className={styles.sides}>
        <Columns>
          <Side label={programme.aName} waiting={sideOf('a')} chosen={a} onChoose={setAId} />
          <Side label={programme.bName} waiting={sideOf('b')} chosen={b} onChoose={setBId} />
        </Columns>
      </div>
      {/* Other people, other words: the form begins anew. */}
      {a && b && <Together key={`${a.id}-${b.id}`} shown={shown} a={a} b={b} />}
      {!(a && b) && <p className="soft">{t('pairs.match.sub')}</p>}
    </>
  )
}

function Side(props: {
  readonly label: string
  readonly waiting: readonly Intake[]
  readonly chosen: Intake | undefined
  readonly onChoose: (id: string) => void
}) {
  const { t } = useTranslation()
  return (
    <div className={styles.side}>
      <SelectField
        label={props.label}
        value={props.chosen?.id ?? null}
        onChange={props.onChoose}
        placeholder={t('pairs.match.choose')}
        options={props.waiting.map(({ id, party }) => ({ value: id, label: party.name }))}
      />
      {props.chosen && <IntakeFacts intake={props.chosen} />}
    </div>
  )
}

function Together({ shown, a, b }: { readonly shown: Shown; readonly a: Intake; readonly b: Intake }) {
  const { t } = useTranslation()
  const [, navigate] = useLocation()
  const form = useCommand(api.pairs.form)
  const shared = [...sharedWords(a.interests, b.interests), ...sharedWords(a.languages, b.languages)]
  const [words, setWords] = useState<TogetherWords>(() => ({
    sharedGround: shared.join(', '),
    aBrings: a.brings ?? '',
    bBrings: b.brings ?? '',
  }))
  const [isOnce, setOnce] = useState(false)
  const [coach, setCoach] = useState<PickedPerson | null>(null)
  const [fromDay, setFromDay] = useState<string | null>(shown.today)
  const [roundId, setRoundId] = useState<string | null>(a.roundId ?? b.roundId ?? shown.rounds[0]?.id ?? null)
  const advice = adviseOnPair({ ...words, isOnce, hasCoach: coach !== null })

  const submit = async () => {
    if (fromDay === null) return
    const outcome = await form.run({
      aIntakeId: a.id,
      bIntakeId: b.id,
      roundId,
      fromDay,
      ...words,
      isOnce,
      coachPersonId: coach?.id ?? null,
    })
    if (outcome.ok) navigate(paths.pair(outcome.value.id))
  }
  return (
    <div className={styles.form}>
      <Form
        onSubmit={submit}
        error={form.formError}
        actions={
          <Button kind="main" type="submit" isBusy={form.isRunning}>
            {t('pairs.match.save')}
          </Button>
        }
      >
        <p>
          {shared.length > 0 ? t('pairs.match.shared', { words: shared.join(', ') }) : t('pairs.match.nothingShared')}
        </p>
        <TogetherFields a={a.party.name} b={b.party.name} words={words} onChange={setWords} />
        <PersonPicker
          label={t('pairs.match.coach')}
          hint={t('pairs.match.coachHint')}
          value={coach}
          onChange={setCoach}
          error={form.fieldError('coachPersonId')}
        />
        <DayField
          label={t('pairs.match.fromDay')}
          isRequired
          value={fromDay}
          onChange={setFromDay}
          error={form.fieldError('fromDay')}
        />
        <RoundField rounds={shown.rounds} value={roundId} onChange={setRoundId} />
        <Checkbox label={t('pairs.match.once')} isChecked={isOnce} onChange={setOnce} />
        {advice.length > 0 && (
          <Section title={t('pairs.match.advice')}>
            <ul className={styles.advice}>
              {advice.map((each) => (
                <li key={each}>
                  <Status kind="no" icon="note" wraps>
                    {t(`pairs.match.advices.${each}`, { a: a.party.name, b: b.party.name })}
                  </Status>
                </li>
              ))}
            </ul>
            <p className="soft">{t('pairs.match.adviceNote')}</p>
          </Section>
        )}
      </Form>
    </div>
  )
}
