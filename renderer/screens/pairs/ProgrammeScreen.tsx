import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useParams } from 'wouter'
import { containsWords } from '../../../shared/domain/contains-words.ts'
import { paths } from '../../app/paths.ts'
import { Button, LinkButton } from '../../components/Button.tsx'
import { Disclosure } from '../../components/Disclosure.tsx'
import { later } from '../../components/later.tsx'
import { Page } from '../../components/Page.tsx'
import { Section } from '../../components/Section.tsx'
import { TextField } from '../../components/TextField.tsx'
import { Answered } from '../../data/Answered.tsx'
import { type Api, api } from '../../data/api.ts'
import { useQuery } from '../../data/use-query.ts'
import { ExportButton } from '../../parts/ExportButton.tsx'
import styles from './Pairs.module.css'
import { PairsTable } from './PairsTable.tsx'
import { RoundsTable } from './RoundsTable.tsx'
import { usePairWords } from './use-pair-words.ts'
import { WaitingList } from './WaitingList.tsx'

const ProgrammeDialog = later(async () => (await import('./ProgrammeDialog.tsx')).ProgrammeDialog)
const IntakeDialog = later(async () => (await import('./IntakeDialog.tsx')).IntakeDialog)

type Shown = Awaited<ReturnType<Api['pairs']['programme']>>

/** One programme: the pairs that run, who waits, and what came of its rounds. */
export function ProgrammeScreen() {
  const { t } = useTranslation()
  const { id = '' } = useParams<{ id: string }>()
  const words = usePairWords()
  const answer = useQuery(api.pairs.programme, { id })
  const [opened, setOpened] = useState<'change' | 'intake'>()
  const shown = answer.state === 'ready' ? answer.value : undefined
  const close = () => setOpened(undefined)
  return (
    <Page
      isForPaper
      title={shown?.programme.name ?? (answer.state === 'error' ? t('pairs.title') : undefined)}
      sub={shown && words.agreed(shown.programme)}
      back={{ href: paths.pairs, label: t('pairs.programme.back') }}
      actions={
        shown && (
          <>
            <Button icon="pencil" onPress={() => setOpened('change')}>
              {t('pairs.programme.change')}
            </Button>
            {shown.programme.closedOn === null && (
              <Button kind="main" onPress={() => setOpened('intake')}>
                {t('pairs.waiting.add')}
              </Button>
            )}
          </>
        )
      }
    >
      <Answered of={answer}>{(value) => <Parts shown={value} />}</Answered>
      {shown && (
        <>
          {opened === 'change' && <ProgrammeDialog programme={shown.programme} onClose={close} />}
          {opened === 'intake' && <IntakeDialog {...shown} intake={null} onClose={close} />}
        </>
      )}
    </Page>
  )
}

/** From so many on, a list is looked through by name. */
const manyPairs = 8

function Parts({ shown }: { readonly shown: Shown }) {
  const { t } = useTranslation()
  const words = usePairWords()
  const [find, setFind] = useState('')
  const { programme, running, ended, waiting, rounds, today } = shown
  const found = running.filter((pair) => containsWords(words.name(pair), find))
  const canMatch = waiting.some(({ side }) => side === 'a') && waiting.some(({ side }) => side === 'b')
  return (
    <>
      <Section title={t('pairs.running.title')}>
        {running.length > manyPairs && (
          <div className={styles.find}>
            <TextField type="search" label={t('pairs.running.find')} value={find} onChange={setFind} />
          </div>
        )}
        {running.length === 0 ? (
          <p className="soft">{t('pairs.running.none')}</p>
        ) : found.length === 0 ? (
          <p className="soft">{t('pairs.running.nothingFound')}</p>
        ) : (
          <PairsTable kind="running" pairs={found} programme={programme} today={today} />
        )}
      </Section>
      {running.length + ended.length > 0 && (
        <div className={styles.give}>
          <ExportButton wanted={{ list: 'pairs', programmeId: programme.id }} />
          <Button icon="print" onPress={() => print()}>
            {t('app.print')}
          </Button>
        </div>
      )}
      <Section
        title={t('pairs.waiting.title')}
        action={canMatch && <LinkButton href={paths.matching(programme.id)}>{t('pairs.waiting.match')}</LinkButton>}
      >
        <WaitingList shown={shown} />
        {!canMatch && waiting.length > 0 && <p className="soft">{t('pairs.waiting.matchHint')}</p>}
      </Section>
      <RoundsTable programmeId={programme.id} rounds={rounds} />
      {ended.length > 0 && (
        <div className={styles.after}>
          <Disclosure title={t('pairs.running.ended')}>
            <PairsTable kind="ended" pairs={ended} programme={programme} today={today} />
          </Disclosure>
        </div>
      )}
    </>
  )
}
