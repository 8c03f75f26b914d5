import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useLocation } from 'wouter'
import { paths } from '../../app/paths.ts'
import { Button } from '../../components/Button.tsx'
import { later } from '../../components/later.tsx'
import { Page } from '../../components/Page.tsx'
import { Section } from '../../components/Section.tsx'
import { EmptyState } from '../../components/States.tsx'
import { Status } from '../../components/Status.tsx'
import { Answered } from '../../data/Answered.tsx'
import { type Api, api } from '../../data/api.ts'
import { useQuery } from '../../data/use-query.ts'
import { useFormat } from '../../i18n/use-format.ts'
import styles from './Pairs.module.css'
import { usePairWords } from './use-pair-words.ts'

const SealedDialog = later(async () => (await import('./SealedDialog.tsx')).SealedDialog)
const ProgrammeDialog = later(async () => (await import('./ProgrammeDialog.tsx')).ProgrammeDialog)

type Programme = Awaited<ReturnType<Api['pairs']['programmes']>>['programmes'][number]

/** Every programme: what runs in it, who waits, and whether something asks attention. */
export function PairsScreen() {
  const { t } = useTranslation()
  const [, navigate] = useLocation()
  const [isAdding, setAdding] = useState(false)
  const list = useQuery(api.pairs.programmes, {})
  return (
    <Page
      title={t('pairs.title')}
      sub={t('pairs.sub')}
      actions={
        <Button kind="main" onPress={() => setAdding(true)}>
          {t('pairs.list.add')}
        </Button>
      }
    >
      <Answered of={list}>
        {({ programmes }) =>
          programmes.length === 0 ? (
            <EmptyState title={t('pairs.list.emptyTitle')}>{t('pairs.list.emptyText')}</EmptyState>
          ) : (
            <ul aria-label={t('pairs.list.label')} className={styles.list}>
              {programmes.map((programme) => (
                <OneProgramme key={programme.id} programme={programme} />
              ))}
            </ul>
          )
        }
      </Answered>
      <SealedProgrammes />
      {isAdding && (
        <ProgrammeDialog
          programme={null}
          onClose={() => setAdding(false)}
          onAdded={(id) => navigate(paths.programme(id))}
        />
      )}
    </Page>
  )
}

function OneProgramme({ programme }: { readonly programme: Programme }) {
  const { t } = useTranslation()
  const format = useFormat()
  const words = usePairWords()
  const { running, waiting, asking, closedOn } = programme
  return (
    <li>
      <div>
        <p className={styles.name}>
          <Link href={paths.programme(programme.id)}>
            <bdi>{programme.name}</bdi>
          </Link>
        </p>
        <p className="soft">{words.agreed(programme)}</p>
        <p>
          {[
            running === 0 ? t('pairs.list.noneRunning') : t('pairs.list.running', { count: running }),
            ...(waiting > 0 ? [t('pairs.list.waiting', { count: waiting })] : []),
          ].join(' · ')}
        </p>
      </div>
      {closedOn !== null ? (
        <Status kind="no">{t('pairs.list.closed', { day: format.day(closedOn) })}</Status>
      ) : (
        asking > 0 && <Status kind="att">{t('pairs.list.asking', { count: asking })}</Status>
      )}
    </li>
  )
}

/** That there are programmes that are closed to others; their names stay behind the door. */
function SealedProgrammes() {
  const { t } = useTranslation()
  const [isAdding, setAdding] = useState(false)
  const list = useQuery(api.sealedPairs.list, {})
  const programmes = list.state === 'ready' ? list.value.programmes : []
  return (
    <Section
      title={t('pairs.sealed.title')}
      action={
        <Button kind="plain" onPress={() => setAdding(true)}>
          {t('pairs.sealed.add')}
        </Button>
      }
    >
      <p className="soft measure">{t('pairs.sealed.text')}</p>
      {programmes.length > 0 && (
        <ul aria-label={t('pairs.sealed.title')} className={styles.list}>
          {programmes.map(({ id, isOpen }, at) => (
            <li key={id}>
              <Link href={paths.sealedProgramme(id)}>{t('pairs.sealed.number', { number: String(at + 1) })}</Link>
              <Status kind="no" icon={isOpen ? 'check' : 'minus'}>
                {t(isOpen ? 'pairs.sealed.isOpen' : 'pairs.sealed.isClosed')}
              </Status>
            </li>
          ))}
        </ul>
      )}
      {isAdding && <SealedDialog onClose={() => setAdding(false)} />}
    </Section>
  )
}
