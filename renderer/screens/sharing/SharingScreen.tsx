import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { paths } from '../../app/paths.ts'
import { Bdi } from '../../components/Bdi.tsx'
import { Button, LinkButton } from '../../components/Button.tsx'
import { ConfirmDialog } from '../../components/ConfirmDialog.tsx'
import { Form, FormError } from '../../components/Form.tsx'
import { Notice } from '../../components/Notice.tsx'
import { Page } from '../../components/Page.tsx'
import { Section } from '../../components/Section.tsx'
import { Answered } from '../../data/Answered.tsx'
import { type Api, api } from '../../data/api.ts'
import { useCommand } from '../../data/use-command.ts'
import { usePreferences } from '../../data/use-preferences.ts'
import { useQuery } from '../../data/use-query.ts'
import { FolderField } from '../../parts/FolderField.tsx'
import { FormDialog } from '../../parts/FormDialog.tsx'
import { type SharedPlace, SharedPlaceFields } from '../../parts/SharedPlaceFields.tsx'
import { DeviceTable } from './DeviceTable.tsx'
import { Invitations } from './Invitations.tsx'
import { InviteDialog } from './InviteDialog.tsx'
import { SharingStatus } from './SharingStatus.tsx'

export type Sharing = Awaited<ReturnType<Api['sync']['state']>>

/** Samen bijhouden: begin, invite, who take part, and how it stands. */
export function SharingScreen() {
  const { t } = useTranslation()
  const state = useQuery(api.sync.state, {})
  const [isInviting, setInviting] = useState(false)
  const isAdmin = state.state === 'ready' && state.value.isAdmin
  // While somebody waits on the telephone, saying yes is what people come for.
  const isAsked = state.state === 'ready' && state.value.invitations.some(({ answer }) => answer !== null)
  return (
    <Page
      title={t('sharing.title')}
      sub={t('sharing.sub')}
      back={{ href: paths.settings, label: t('settings.title') }}
      actions={
        isAdmin && (
          <Button kind={isAsked ? 'outlined' : 'main'} onPress={() => setInviting(true)}>
            {t('sharing.invite')}
          </Button>
        )
      }
    >
      <Answered of={state}>
        {(sharing) =>
          sharing.state === 'off' ? (
            <Begin />
          ) : (
            <>
              <Invitations invitations={sharing.invitations} />
              <SharingStatus sharing={sharing} />
              <DeviceTable sharing={sharing} />
              <Place sharing={sharing} />
            </>
          )
        }
      </Answered>
      {isInviting && <InviteDialog onClose={() => setInviting(false)} />}
    </Page>
  )
}

function Begin() {
  const { t } = useTranslation()
  const files = useQuery(api.bookFiles.state, {})
  const book = useQuery(api.books.status, {})
  const { answer } = usePreferences()
  const userName = answer.state === 'ready' ? answer.value.userName : ''
  const [place, setPlace] = useState<SharedPlace>({ name: userName, folder: '' })
  const begin = useCommand(api.sync.begin)
  return (
    <Section title={t('sharing.what')}>
      <div className="stack">
        <p className="measure">{t('sharing.whatText')}</p>
        {book.state === 'ready' && book.value.book?.demo && <Notice>{t('sharing.notHere')}</Notice>}
        <Answered of={files}>
          {({ hasSheet }) =>
            hasSheet && begin.error?.code !== 'sharingNeedsSheet' ? (
              <Form onSubmit={() => begin.run(place)} error={begin.formError}>
                <SharedPlaceFields
                  place={place}
                  onChange={setPlace}
                  folderHint={t('sharing.folderHint')}
                  folderError={begin.fieldError('folder')}
                />
                <div className="cluster">
                  <Button kind="main" type="submit" isBusy={begin.isRunning}>
                    {t('sharing.begin')}
                  </Button>
                </div>
                <p role="status">{begin.isRunning && t('sharing.busy')}</p>
              </Form>
            ) : (
              <>
                <p className="measure">{t(hasSheet ? 'sharing.sheetAgain' : 'sharing.sheetFirst')}</p>
                <div className="cluster">
                  <LinkButton kind="main" href={paths.recoverySheet}>
                    {t('sharing.makeSheet')}
                  </LinkButton>
                </div>
              </>
            )
          }
        </Answered>
      </div>
    </Section>
  )
}

function Place({ sharing }: { readonly sharing: Sharing }) {
  const { t } = useTranslation()
  const [asking, setAsking] = useState<'move' | 'leave'>()
  const leave = useCommand(api.sync.leave)
  const look = useCommand(api.sync.look)
  const close = () => setAsking(undefined)
  return (
    <Section title={t('sharing.place')}>
      <div className="stack">
        <p>
          <Bdi>{sharing.folder}</Bdi>
        </p>
        <FormError text={look.formError} />
        <div className="cluster">
          <Button isBusy={look.isRunning} onPress={() => void look.run({})}>
            {t('sharing.look')}
          </Button>
          <Button onPress={() => setAsking('move')}>{t('sharing.move')}</Button>
          <Button kind="plain" onPress={() => setAsking('leave')}>
            {t('sharing.leave')}
          </Button>
        </div>
      </div>
      {asking === 'move' && <MoveDialog onClose={close} />}
      {asking === 'leave' && (
        <ConfirmDialog
          title={t('sharing.leaveTitle')}
          confirmLabel={t('sharing.leaveSubmit')}
          isBusy={leave.isRunning}
          error={leave.formError}
          onClose={close}
          onConfirm={() => void leave.run({}).then(({ ok }) => ok && close())}
        >
          <p>{t('sharing.leaveText')}</p>
        </ConfirmDialog>
      )}
    </Section>
  )
}

function MoveDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation()
  const [folder, setFolder] = useState('')
  const move = useCommand(api.sync.moveTo)
  return (
    <FormDialog
      title={t('sharing.move')}
      submit={t('sharing.moveSubmit')}
      command={move}
      onSubmit={async () => {
        const moved = await move.run({ folder })
        if (moved.ok) onClose()
      }}
      onClose={onClose}
    >
      <FolderField
        label={t('sharing.newFolder')}
        hint={t('sharing.folderHint')}
        isFirst
        value={folder}
        onChange={setFolder}
        error={move.fieldError('folder')}
      />
    </FormDialog>
  )
}
