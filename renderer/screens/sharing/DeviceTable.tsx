import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { dayOfClock } from '../../../shared/domain/calendar-date.ts'
import { leftComputers } from '../../../shared/domain/left-computers.ts'
import { partsOfRole, sharedParts, sharingRoles } from '../../../shared/domain/sharing-role.ts'
import { Button } from '../../components/Button.tsx'
import { ConfirmDialog } from '../../components/ConfirmDialog.tsx'
import { type Column, DataTable } from '../../components/DataTable.tsx'
import { FormError } from '../../components/Form.tsx'
import { Section } from '../../components/Section.tsx'
import { Status } from '../../components/Status.tsx'
import { api } from '../../data/api.ts'
import { useCommand } from '../../data/use-command.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { FolderField } from '../../parts/FolderField.tsx'
import { FormDialog } from '../../parts/FormDialog.tsx'
import type { Sharing } from './SharingScreen.tsx'

type Device = Sharing['devices'][number]

/** Who take part, what each may see, and when each was last heard of. */
export function DeviceTable({ sharing }: { readonly sharing: Sharing }) {
  const { t } = useTranslation()
  const format = useFormat()
  const [removing, setRemoving] = useState<Device>()
  const [successor, setSuccessor] = useState<Device>()
  const makeAdmin = useCommand(api.sync.makeAdmin)
  const heard = (device: Device) => {
    if (device.isHere) return t('sharing.here')
    return device.heardAt === null ? t('sharing.never') : format.moment(device.heardAt)
  }
  const columns: readonly Column<Device>[] = [
    { key: 'who', header: t('sharing.who'), kind: 'name', cell: ({ name }) => <bdi>{name}</bdi> },
    {
      key: 'sees',
      header: t('sharing.sees'),
      cell: (device) => (
        <>
          {t(`sharing.parts.${partsName(device.parts)}`)}
          {device.isAdmin && <span className="soft"> ({t('sharing.admin')})</span>}
        </>
      ),
    },
    { key: 'heard', header: t('sharing.heard'), cell: heard },
    {
      key: 'actions',
      header: t('sharing.actions'),
      kind: 'actions',
      cell: (device) =>
        sharing.isAdmin &&
        !device.isHere && (
          <>
            {!device.isAdmin && (
              <Button
                kind="plain"
                label={t('sharing.makeAdminOf', { name: device.name })}
                onPress={() => void makeAdmin.run({ device: device.id })}
              >
                {t('sharing.makeAdmin')}
              </Button>
            )}
            {!(device.isAdmin && device.parts.length === sharedParts.length) && (
              <Button
                kind="plain"
                label={t('sharing.handOverOf', { name: device.name })}
                onPress={() => setSuccessor(device)}
              >
                {t('sharing.handOver')}
              </Button>
            )}
            <Button
              kind="plain"
              label={t('sharing.removeOf', { name: device.name })}
              onPress={() => setRemoving(device)}
            >
              {t('sharing.remove')}
            </Button>
          </>
        ),
    },
  ]
  return (
    <Section title={t('sharing.people')}>
      <FormError text={makeAdmin.formError} />
      <div className="stack">
        <DataTable label={t('sharing.people')} columns={columns} rows={sharing.devices} rowKey={({ id }) => id} />
        <Left sharing={sharing} />
        <Forgotten devices={sharing.devices} />
      </div>
      {successor && <HandOverDialog device={successor} onClose={() => setSuccessor(undefined)} />}
      {removing && <RemoveDialog device={removing} onClose={() => setRemoving(undefined)} />}
    </Section>
  )
}

/** Which computers perhaps take part no more, and what to do about them. */
function Left({ sharing }: { readonly sharing: Sharing }) {
  const { t } = useTranslation()
  const format = useFormat()
  const { quiet, doubled } = leftComputers(sharing.devices, new Date())
  if (quiet.length + doubled.length === 0) return null
  return (
    <div>
      {quiet.map(({ name, since }) => (
        <p key={`${name} ${since}`}>{t('sharing.quiet', { name, day: format.day(dayOfClock(new Date(since))) })}</p>
      ))}
      {doubled.map((name) => (
        <p key={name}>{t('sharing.doubled', { name })}</p>
      ))}
      <p className="soft measure">{t(sharing.isAdmin ? 'sharing.takeOff' : 'sharing.askToTakeOff')}</p>
    </div>
  )
}

/** Where what was erased for good is gone, old files included, and where not yet. */
function Forgotten({ devices }: { readonly devices: readonly Device[] }) {
  const { t } = useTranslation()
  const format = useFormat()
  const named = (isGone: boolean) =>
    devices
      .filter(({ hasForgotten }) => hasForgotten === isGone)
      .map(({ isHere, name }) => (isHere ? t('sharing.erasedHere') : name))
  const [gone, waits] = [named(true), named(false)]
  return (
    <>
      {gone.length > 0 && (
        <p>
          <Status kind="ok" wraps>
            {t('sharing.erasedGone', { names: format.list(gone) })}
          </Status>
        </p>
      )}
      {waits.length > 0 && (
        <p>
          <Status kind="att" wraps>
            {t('sharing.erasedWaits', { names: format.list(waits) })}
          </Status>
        </p>
      )}
    </>
  )
}

function HandOverDialog({ device, onClose }: { readonly device: Device; readonly onClose: () => void }) {
  const { t } = useTranslation()
  const handOver = useCommand(api.sync.handOver)
  const { id, name } = device
  return (
    <ConfirmDialog
      title={t('sharing.handOverTitle', { name })}
      confirmLabel={t('sharing.handOverSubmit')}
      isBusy={handOver.isRunning}
      error={handOver.formError}
      onClose={onClose}
      onConfirm={() => void handOver.run({ device: id }).then(({ ok }) => ok && onClose())}
    >
      <p>{t('sharing.handOverText', { name })}</p>
      <p>{t('sharing.handOverThen', { name })}</p>
    </ConfirmDialog>
  )
}

function RemoveDialog({ device, onClose }: { readonly device: Device; readonly onClose: () => void }) {
  const { t } = useTranslation()
  const [folder, setFolder] = useState('')
  const remove = useCommand(api.sync.remove)
  const { name } = device
  return (
    <FormDialog
      title={t('sharing.removeTitle', { name })}
      submit={t('sharing.removeSubmit')}
      command={remove}
      onSubmit={async () => {
        const removed = await remove.run({ device: device.id, folder })
        if (removed.ok) onClose()
      }}
      onClose={onClose}
    >
      <p>{t('sharing.removeText', { name })}</p>
      <p>{t('sharing.removeFolder', { name })}</p>
      <FolderField
        label={t('sharing.newFolder')}
        hint={t('sharing.folderHint')}
        value={folder}
        onChange={setFolder}
        error={remove.fieldError('folder')}
      />
      <p>{t('sharing.removeSheet', { name })}</p>
    </FormDialog>
  )
}

function partsName(parts: Device['parts']): 'all' | 'deputy' | 'treasurer' | 'some' {
  if (parts.length === sharedParts.length) return 'all'
  const role = sharingRoles.find((one) => [...partsOfRole(one)].sort().join() === [...parts].sort().join())
  return role ?? 'some'
}
