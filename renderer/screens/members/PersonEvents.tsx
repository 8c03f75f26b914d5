import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { roles, seatRoles } from '../../../shared/domain/role-seats.ts'
import { Button } from '../../components/Button.tsx'
import { later } from '../../components/later.tsx'
import { Section } from '../../components/Section.tsx'
import { api } from '../../data/api.ts'
import { useQuery } from '../../data/use-query.ts'
import type { PersonPage } from './person-draft.ts'

const dialogs = {
  change: later(async () => (await import('./ChangePersonDialog.tsx')).ChangePersonDialog),
  move: later(async () => (await import('./MoveDialog.tsx')).MoveDialog),
  group: later(async () => (await import('./GroupDialog.tsx')).GroupDialog),
  kind: later(async () => (await import('./KindDialog.tsx')).KindDialog),
  end: later(async () => (await import('./EndDialog.tsx')).EndDialog),
  deceased: later(async () => (await import('./DeceasedDialog.tsx')).DeceasedDialog),
  rejoin: later(async () => (await import('./RejoinDialog.tsx')).RejoinDialog),
  remove: later(async () => (await import('./RemoveDialog.tsx')).RemoveDialog),
  erase: later(async () => (await import('./TakeDetailsDialog.tsx')).TakeDetailsDialog),
  role: RoleDialog,
}
const AssignRoleDialog = later(async () => (await import('../../parts/AssignRoleDialog.tsx')).AssignRoleDialog)

type DialogName = keyof typeof dialogs

/** What every dialog about a person gets. */
export interface PersonDialogProps {
  readonly person: PersonPage
  readonly onClose: () => void
}

export interface PersonDialog {
  readonly shown: DialogName | null
  readonly open: (name: DialogName) => void
  readonly close: () => void
}

/** Which of the dialogs about a person is open. */
export function usePersonDialog(): PersonDialog {
  const [shown, setShown] = useState<DialogName | null>(null)
  return { shown, open: setShown, close: () => setShown(null) }
}

/** Everything that can happen in somebody's life with the association, each under its own verb. */
export function PersonEvents({ person, dialog }: { readonly person: PersonPage; readonly dialog: PersonDialog }) {
  const { t } = useTranslation()
  const groups = useQuery(api.neighbourhoods.names, {})
  const isGone = person.status === 'oud_lid' || person.status === 'overleden'
  const names: readonly (readonly [DialogName, string])[] = [
    ...(person.status === 'overleden' ? [] : [['move', t('members.person.move')] as const]),
    ...(isGone || groups.state !== 'ready' || groups.value.length === 0
      ? []
      : [['group', t('members.person.changeNeighbourhood')] as const]),
    ...(isGone
      ? []
      : [['role', t('members.person.newRole')] as const, ['kind', t('members.person.changeKind')] as const]),
    ...(isGone ? [] : [['end', t('members.person.end')] as const]),
    ...(person.status === 'oud_lid' ? [['rejoin', t('members.person.rejoin')] as const] : []),
    ...(person.deceasedOn === null ? [['deceased', t('members.person.deceasedAction')] as const] : []),
    ['remove', t('members.person.remove')],
    ...(isGone ? [['erase', t('members.person.erase')] as const] : []),
  ]
  const Shown = dialog.shown && dialogs[dialog.shown]
  return (
    <>
      <Section title={t('members.person.events')}>
        <div className="cluster">
          {names.map(([name, words]) => (
            <Button key={name} {...(name === 'remove' && { icon: 'bin' })} onPress={() => dialog.open(name)}>
              {words}
            </Button>
          ))}
        </div>
      </Section>
      {Shown && <Shown person={person} onClose={dialog.close} />}
    </>
  )
}

/** Gives this person a role: the places of this book's binnenbuurten, and those of the association. */
function RoleDialog({ person, onClose }: PersonDialogProps) {
  const list = useQuery(api.neighbourhoods.list, {})
  if (list.state !== 'ready') return null
  const { pattern, open } = list.value
  const own = new Set(
    person.neighbourhoods.filter(({ until }) => until === null).map(({ neighbourhoodId }) => neighbourhoodId),
  )
  // The binnenbuurt somebody lives in comes first.
  const groups = open.toSorted((a, b) => Number(own.has(b.id)) - Number(own.has(a.id)))
  const ofAssociation = roles.filter((role) => associationRoles.has(role))
  return (
    <AssignRoleDialog
      roles={groups.length > 0 ? [...seatRoles(pattern), ...ofAssociation] : ofAssociation}
      neighbourhoods={groups}
      person={{ id: person.id, name: person.name }}
      today={person.today}
      onClose={onClose}
    />
  )
}

const associationRoles: ReadonlySet<string> = new Set(['voorzitter', 'secretaris', 'penningmeester', 'werkgroeplid'])
