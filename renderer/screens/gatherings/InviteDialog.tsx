import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../components/Button.tsx'
import { Dialog } from '../../components/Dialog.tsx'
import { FormError } from '../../components/Form.tsx'
import { Section } from '../../components/Section.tsx'
import { Status } from '../../components/Status.tsx'
import { TextField } from '../../components/TextField.tsx'
import { Answered } from '../../data/Answered.tsx'
import { api } from '../../data/api.ts'
import { useCommand } from '../../data/use-command.ts'
import { useQuery } from '../../data/use-query.ts'
import styles from './Gatherings.module.css'

const shown = 100

/** Who is on the list: adding somebody of any group, emptying a mark, taking somebody off. */
export function InviteDialog({ gatheringId, onClose }: { readonly gatheringId: string; readonly onClose: () => void }) {
  const { t } = useTranslation()
  const [find, setFind] = useState('')
  const [added, setAdded] = useState<string>()
  const found = useQuery(api.gatherings.findInvitable, { gatheringId, find }, { keep: true })
  const invite = useCommand(api.gatherings.invite)
  const add = async (personId: string, name: string) => {
    const outcome = await invite.run({ gatheringId, personIds: [personId] })
    if (outcome.ok) setAdded(name)
  }
  return (
    <Dialog
      title={t('gatherings.invite.title')}
      size="wide"
      onClose={onClose}
      actions={
        <Button kind="main" onPress={onClose}>
          {t('gatherings.invite.done')}
        </Button>
      }
    >
      <TextField
        label={t('gatherings.invite.find')}
        hint={t('gatherings.invite.findHint')}
        type="search"
        isFirst
        value={find}
        onChange={setFind}
      />
      <div role="status">
        {added && <Status kind="ok">{t('gatherings.invite.added', { name: added })}</Status>}
        {find.trim() !== '' && found.state === 'ready' && found.value.length === 0 && (
          <p>{t('gatherings.invite.none')}</p>
        )}
      </div>
      <FormError text={invite.formError} />
      {find.trim() !== '' && found.state === 'ready' && (
        <ul className={styles.people}>
          {found.value.map(({ personId, name, groupName, isRestricted }) => (
            <li key={personId}>
              <span>
                <bdi>{name}</bdi> {groupName && <span className="soft">{groupName}</span>}
              </span>
              {isRestricted ? (
                <Status kind="att">{t('rights.isRestricted')}</Status>
              ) : (
                <Button
                  label={t('gatherings.invite.addLabel', { name })}
                  isBusy={invite.isRunning}
                  onPress={() => void add(personId, name)}
                >
                  {t('gatherings.invite.add')}
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
      <Section title={t('gatherings.invite.manage')}>
        <OnTheList gatheringId={gatheringId} find={find} />
      </Section>
    </Dialog>
  )
}

function OnTheList({ gatheringId, find }: { readonly gatheringId: string; readonly find: string }) {
  const { t } = useTranslation()
  const invitees = useQuery(api.gatherings.invitees, { gatheringId, find, limit: shown }, { keep: true })
  const uninvite = useCommand(api.gatherings.uninvite)
  const mark = useCommand(api.gatherings.mark)
  return (
    <Answered of={invitees}>
      {({ rows }) => (
        <>
          <FormError text={uninvite.formError ?? mark.formError} />
          {rows.length === 0 && (
            <p className="soft">{t(find === '' ? 'gatherings.marks.nobody' : 'gatherings.marks.noneFound')}</p>
          )}
          <ul className={styles.people}>
            {rows.map(({ personId, name, status, groupName }) => (
              <li key={personId}>
                <span>
                  <bdi>{name}</bdi> {groupName && <span className="soft">{groupName}</span>}
                </span>
                <span className="cluster">
                  {status !== 'onbekend' && (
                    <Button
                      kind="plain"
                      label={t('gatherings.marks.emptyLabel', { name })}
                      onPress={() => void mark.run({ gatheringId, personId, status: 'onbekend' })}
                    >
                      {t('gatherings.marks.empty')}
                    </Button>
                  )}
                  <Button
                    kind="plain"
                    label={t('gatherings.marks.uninviteLabel', { name })}
                    onPress={() => void uninvite.run({ gatheringId, personId })}
                  >
                    {t('gatherings.marks.uninvite')}
                  </Button>
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
    </Answered>
  )
}
