import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { containsWords } from '../../../shared/domain/contains-words.ts'
import { paths } from '../../app/paths.ts'
import { Button } from '../../components/Button.tsx'
import { Disclosure } from '../../components/Disclosure.tsx'
import { FormError } from '../../components/Form.tsx'
import { Line, Lines } from '../../components/Lines.tsx'
import { later } from '../../components/later.tsx'
import { Page } from '../../components/Page.tsx'
import { Section } from '../../components/Section.tsx'
import { EmptyState } from '../../components/States.tsx'
import { TextField } from '../../components/TextField.tsx'
import { Answered } from '../../data/Answered.tsx'
import { api } from '../../data/api.ts'
import { useCommand } from '../../data/use-command.ts'
import { useQuery } from '../../data/use-query.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { ExportButton } from '../../parts/ExportButton.tsx'
import type { Welcome } from '../../parts/Newcomer.tsx'
import { NewcomerItem } from './NewcomerItem.tsx'
import styles from './Newcomers.module.css'

const NewcomerDialog = later(async () => (await import('../../parts/NewcomerDialog.tsx')).NewcomerDialog)
const TargetsDialog = later(async () => (await import('./TargetsDialog.tsx')).TargetsDialog)

/** A longer list gets a field to search it with. */
const searchedFrom = 8

/** Nieuwkomers: who came to live here, and what is still to be done to welcome them. */
export function NewcomersScreen() {
  const { t } = useTranslation()
  const [opened, setOpened] = useState<'add' | 'targets'>()
  const answer = useQuery(api.newcomers.list, {})
  const close = () => setOpened(undefined)
  return (
    <Page
      title={t('newcomers.title')}
      sub={t('newcomers.sub')}
      actions={
        <Button kind="main" icon="plus" onPress={() => setOpened('add')}>
          {t('newcomers.add')}
        </Button>
      }
    >
      <Answered of={answer}>
        {(welcome) => (
          <>
            <Listed welcome={welcome} />
            {welcome.candidates.length > 0 && <Candidates candidates={welcome.candidates} />}
            {welcome.settled.length > 0 && <Settled settled={welcome.settled} />}
            <div className={styles.after}>
              {welcome.newcomers.length > 0 && <ExportButton wanted={{ list: 'newcomers' }} />}
              <Button onPress={() => setOpened('targets')}>{t('newcomers.targets.open')}</Button>
            </div>

            {opened === 'targets' && <TargetsDialog targets={welcome.targets} onClose={close} />}
            {opened === 'add' && <NewcomerDialog person={null} newcomer={null} onClose={close} />}
          </>
        )}
      </Answered>
    </Page>
  )
}

function Listed({ welcome }: { readonly welcome: Welcome }) {
  const { t } = useTranslation()
  const [text, setText] = useState('')
  const { newcomers, settled, today } = welcome
  if (newcomers.length === 0) {
    return settled.length === 0 ? (
      <EmptyState title={t('newcomers.emptyTitle')}>{t('newcomers.emptyText')}</EmptyState>
    ) : (
      <p className="soft">{t('newcomers.none')}</p>
    )
  }
  const found = newcomers.filter(({ name, address }) => containsWords(`${name} ${address}`, text))
  return (
    <>
      {newcomers.length >= searchedFrom && (
        <TextField label={t('newcomers.search')} type="search" width="medium" value={text} onChange={setText} />
      )}
      <ul className={styles.list}>
        {found.map((newcomer) => (
          <NewcomerItem key={newcomer.personId} newcomer={newcomer} today={today} />
        ))}
      </ul>
    </>
  )
}

function Candidates({ candidates }: Pick<Welcome, 'candidates'>) {
  const { t } = useTranslation()
  const format = useFormat()
  const save = useCommand(api.newcomers.save)
  return (
    <Section title={t('newcomers.candidates')}>
      <p className="soft">{t('newcomers.candidatesNote')}</p>
      <Lines>
        {candidates.map(({ personId, name, since }) => (
          <Line
            key={personId}
            verbs={
              <Button
                kind="plain"
                isBusy={save.isRunning}
                label={t('newcomers.candidateAddLabel', { name })}
                onPress={() =>
                  void save.run({
                    personId,
                    arrivedDay: since,
                    contactDay: null,
                    contactByPersonId: null,
                    invitedByPersonId: null,
                    informedDay: null,
                    visitedDay: null,
                  })
                }
              >
                {t('newcomers.candidateAdd')}
              </Button>
            }
          >
            <Link href={paths.person(personId)}>
              <bdi>{t('newcomers.candidate', { name, day: format.day(since, 'plain') })}</bdi>
            </Link>
          </Line>
        ))}
      </Lines>
      <FormError text={save.formError} />
    </Section>
  )
}

function Settled({ settled }: Pick<Welcome, 'settled'>) {
  const { t } = useTranslation()
  const format = useFormat()
  const settle = useCommand(api.newcomers.settle)
  return (
    <Disclosure title={t('newcomers.settled', { count: settled.length })}>
      <Lines>
        {settled.map(({ personId, name, settledDay, arrivedDay }) => (
          <Line
            key={personId}
            verbs={
              <Button
                kind="plain"
                isBusy={settle.isRunning}
                label={t('newcomers.unsettleLabel', { name })}
                onPress={() => void settle.run({ personId, day: null })}
              >
                {t('newcomers.unsettle')}
              </Button>
            }
          >
            <Link href={paths.person(personId)}>
              <bdi>{t('newcomers.settledOn', { name, day: format.day(settledDay ?? arrivedDay, 'plain') })}</bdi>
            </Link>
          </Line>
        ))}
      </Lines>
      <FormError text={settle.formError} />
    </Disclosure>
  )
}
