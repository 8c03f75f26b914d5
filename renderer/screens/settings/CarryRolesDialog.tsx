import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { placesOf, type RolePattern } from '../../../shared/domain/role-seats.ts'
import { Button } from '../../components/Button.tsx'
import { Dialog } from '../../components/Dialog.tsx'
import { Form } from '../../components/Form.tsx'
import { SelectField } from '../../components/SelectField.tsx'
import type { Api } from '../../data/api.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { useRoleWords } from '../../parts/use-role-words.ts'

export type Proposal = Awaited<ReturnType<Api['roles']['proposeCarry']>>[number]
export type Carry = NonNullable<Parameters<Api['books']['changeSettings']>[0]['carry']>[number]

export interface CarryRolesDialogProps {
  readonly pattern: RolePattern
  readonly proposals: readonly Proposal[]
  /** The pattern changes along with it; then it can also change alone. */
  readonly isChange: boolean
  readonly command: { readonly isRunning: boolean; readonly formError: string | undefined }
  readonly onCarry: (carry: readonly Carry[]) => unknown
  readonly onClose: () => void
}

const staying = 'stays'

/** Who had a role under the pattern of before, and what each becomes: said before it is done. */
export function CarryRolesDialog({ pattern, proposals, isChange, command, onCarry, onClose }: CarryRolesDialogProps) {
  const { t } = useTranslation()
  const format = useFormat()
  const roleWords = useRoleWords()
  // Places that are the same, as those of two coordinators, are one choice.
  const places = new Map(placesOf(pattern).map((place) => [`${place.role} ${place.side}`, place]))
  const [chosen, setChosen] = useState<ReadonlyMap<string, string>>(
    () => new Map(proposals.map(({ termId, to }) => [termId, to === null ? staying : `${to.role} ${to.side}`])),
  )
  const options = [
    ...[...places].map(([value, { role, side }]) => ({ value, label: roleWords(role, side) })),
    { value: staying, label: t('settings.book.carry.stays') },
  ]
  const carries = proposals.flatMap(({ termId }) => {
    const place = places.get(chosen.get(termId) ?? staying)
    return place ? [{ termId, ...place }] : []
  })
  return (
    <Dialog title={t('settings.book.carry.title')} sub={t('settings.book.carry.sub')} onClose={onClose}>
      <Form
        onSubmit={() => onCarry(carries)}
        error={command.formError}
        actions={
          <>
            <Button onPress={onClose}>{t('app.dialog.cancel')}</Button>
            {isChange && carries.length > 0 && (
              <Button isBusy={command.isRunning} onPress={() => void onCarry([])}>
                {t('settings.book.carry.leave')}
              </Button>
            )}
            <Button kind="main" type="submit" isBusy={command.isRunning} isDisabled={!isChange && carries.length === 0}>
              {carries.length > 0
                ? t(`settings.book.carry.${isChange ? 'change' : 'submit'}`)
                : t(`settings.book.carry.${isChange ? 'leave' : 'submit'}`)}
            </Button>
          </>
        }
      >
        {pattern === 'duo' && <p>{t('settings.book.carry.sides')}</p>}
        {proposals.map(({ termId, name, neighbourhoodName, role, side, beginsOn }) => (
          <SelectField
            key={termId}
            label={t('settings.book.carry.who', { name, neighbourhood: neighbourhoodName })}
            hint={
              beginsOn === null
                ? t('settings.book.carry.now', { role: roleWords(role, side) })
                : t('settings.book.carry.later', { role: roleWords(role, side), day: format.day(beginsOn) })
            }
            value={chosen.get(termId) ?? staying}
            onChange={(value) => setChosen(new Map(chosen).set(termId, value))}
            options={options}
          />
        ))}
      </Form>
    </Dialog>
  )
}
