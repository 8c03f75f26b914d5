import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { LiftKind } from '../../../shared/domain/lifts.ts'
import { Button } from '../../components/Button.tsx'
import { ChoiceGroup } from '../../components/ChoiceGroup.tsx'
import { FormError } from '../../components/Form.tsx'
import { Line, Lines } from '../../components/Lines.tsx'
import { NumberField } from '../../components/NumberField.tsx'
import { Section } from '../../components/Section.tsx'
import { SelectField } from '../../components/SelectField.tsx'
import { Status } from '../../components/Status.tsx'
import { TextField } from '../../components/TextField.tsx'
import { Answered } from '../../data/Answered.tsx'
import { type Api, api } from '../../data/api.ts'
import { useCommand } from '../../data/use-command.ts'
import { useQuery } from '../../data/use-query.ts'
import { FormDialog } from '../../parts/FormDialog.tsx'
import { PersonPicker, type PickedPerson } from '../../parts/PersonPicker.tsx'

type Lift = Awaited<ReturnType<Api['lifts']['list']>>['lifts'][number]

/** Who can take others along to this gathering, who needs a lift, and who is still without. */
export function LiftsSection({ gatheringId }: { readonly gatheringId: string }) {
  const { t } = useTranslation()
  const [isAdding, setAdding] = useState(false)
  const list = useQuery(api.lifts.list, { gatheringId })
  return (
    <Section
      title={t('lifts.title')}
      action={
        <Button kind="plain" onPress={() => setAdding(true)}>
          {t('lifts.add')}
        </Button>
      }
    >
      <Answered of={list}>
        {({ lifts, needed, without }) => {
          const offers = lifts.filter(({ kind }) => kind === 'aanbod')
          const driving = offers.filter(({ isComing }) => isComing)
          const needs = lifts.filter(({ kind }) => kind === 'nodig')
          return (
            <div className="stack">
              {lifts.length === 0 && <p className="soft">{t('lifts.none')}</p>}
              {needed > 0 && (
                <p>
                  {without > 0 ? (
                    <Status kind="att">{t('lifts.without', { count: without })}</Status>
                  ) : (
                    <Status kind="ok">{t('lifts.allSet')}</Status>
                  )}
                </p>
              )}
              {offers.length > 0 && (
                <div>
                  <h3>{t('lifts.offers')}</h3>
                  <Lines>
                    {offers.map((lift) => (
                      <OneLift key={lift.id} lift={lift} offers={driving} />
                    ))}
                  </Lines>
                </div>
              )}
              {needs.length > 0 && (
                <div>
                  <h3>{t('lifts.needs')}</h3>
                  <Lines>
                    {needs.map((lift) => (
                      <OneLift key={lift.id} lift={lift} offers={driving} />
                    ))}
                  </Lines>
                </div>
              )}
              {isAdding && (
                <AddLiftDialog
                  gatheringId={gatheringId}
                  except={lifts.map(({ personId }) => personId)}
                  onClose={() => setAdding(false)}
                />
              )}
            </div>
          )
        }}
      </Answered>
    </Section>
  )
}

const nobody = 'nobody'

function OneLift({ lift, offers }: { readonly lift: Lift; readonly offers: readonly Lift[] }) {
  const { t } = useTranslation()
  const match = useCommand(api.lifts.match)
  const remove = useCommand(api.lifts.remove)
  const roomWords = (free: number) => {
    if (free < 0) return t('lifts.tooFull')
    return free === 0 ? t('lifts.full') : t('lifts.freeSeats', { count: free })
  }
  const roomOrNeed = () => {
    if (!lift.isComing) return t('lifts.notComing')
    return lift.kind === 'nodig' ? t('lifts.forPeople', { count: lift.seats }) : roomWords(lift.free ?? 0)
  }
  // Where there is room, and the one they go along with already.
  const fitting = offers.filter((offer) => offer.id === lift.offerId || (offer.free ?? 0) >= lift.seats)
  return (
    <Line
      verbs={
        <>
          {lift.kind === 'nodig' && lift.isComing && offers.length > 0 && (
            <SelectField
              label={t('lifts.withLabel', { name: lift.name })}
              value={lift.offerId ?? nobody}
              onChange={(offer) => void match.run({ id: lift.id, offerId: offer === nobody ? null : offer })}
              options={[
                { value: nobody, label: t('lifts.nobody') },
                ...fitting.map(({ id, name }) => ({ value: id, label: name })),
              ]}
              error={match.fieldError('offerId')}
            />
          )}
          <Button
            kind="plain"
            label={t('lifts.removeLabel', { name: lift.name })}
            isBusy={remove.isRunning}
            onPress={() => void remove.run({ id: lift.id })}
          >
            {t('lifts.remove')}
          </Button>
        </>
      }
    >
      <b>
        <bdi>{lift.name}</bdi>
      </b>{' '}
      <span className="soft">{[roomOrNeed(), lift.note].filter(Boolean).join(' · ')}</span>
      <FormError text={match.formError ?? remove.formError} />
    </Line>
  )
}

function AddLiftDialog(props: {
  readonly gatheringId: string
  readonly except: readonly string[]
  readonly onClose: () => void
}) {
  const { gatheringId, except, onClose } = props
  const { t } = useTranslation()
  const [kind, setKind] = useState<LiftKind>('nodig')
  const [person, setPerson] = useState<PickedPerson | null>(null)
  const [seats, setSeats] = useState<number | null>(1)
  const [note, setNote] = useState('')
  const add = useCommand(api.lifts.add)
  const save = async () => {
    if (person === null || seats === null) return
    const outcome = await add.run({ gatheringId, personId: person.id, kind, seats, note })
    if (outcome.ok) onClose()
  }
  return (
    <FormDialog title={t('lifts.addTitle')} submit={t('lifts.save')} command={add} onSubmit={save} onClose={onClose}>
      <ChoiceGroup
        label={t('lifts.kind')}
        value={kind}
        onChange={setKind}
        choices={[
          { value: 'nodig', label: t('lifts.kinds.nodig') },
          { value: 'aanbod', label: t('lifts.kinds.aanbod') },
        ]}
      />
      <PersonPicker
        label={t('lifts.who')}
        isRequired
        value={person}
        onChange={setPerson}
        except={except}
        error={add.fieldError('personId')}
      />
      <NumberField
        label={t(`lifts.seats.${kind}`)}
        isRequired
        width="medium"
        min={1}
        max={60}
        value={seats}
        onChange={setSeats}
      />
      <TextField label={t('lifts.note')} isOptional maxLength={200} value={note} onChange={setNote} />
    </FormDialog>
  )
}
