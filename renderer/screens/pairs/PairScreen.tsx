import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation, useParams } from 'wouter'
import { paths } from '../../app/paths.ts'
import { Button } from '../../components/Button.tsx'
import { Columns } from '../../components/Columns.tsx'
import { FormError } from '../../components/Form.tsx'
import { later } from '../../components/later.tsx'
import { Notice } from '../../components/Notice.tsx'
import { Page } from '../../components/Page.tsx'
import { Section } from '../../components/Section.tsx'
import { Answered } from '../../data/Answered.tsx'
import { api } from '../../data/api.ts'
import { useCommand } from '../../data/use-command.ts'
import { useQuery } from '../../data/use-query.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { RecordHistory } from '../../parts/RecordHistory.tsx'
import { PairContacts } from './PairContacts.tsx'
import { PairFacts } from './PairFacts.tsx'
import styles from './Pairs.module.css'
import { type PairPage, usePairWords } from './use-pair-words.ts'

const ContactDialog = later(async () => (await import('./ContactDialog.tsx')).ContactDialog)
const ChangePairDialog = later(async () => (await import('./ChangePairDialog.tsx')).ChangePairDialog)
const TalkDialog = later(async () => (await import('./EndDialogs.tsx')).TalkDialog)
const EndDialog = later(async () => (await import('./EndDialogs.tsx')).EndDialog)

type Opened = 'contact' | 'change' | 'mid' | 'end' | 'close'

/** One pair: what it asks, its contacts, and what was agreed. */
export function PairScreen() {
  const { t } = useTranslation()
  const { id = '' } = useParams<{ id: string }>()
  const format = useFormat()
  const words = usePairWords()
  const answer = useQuery(api.pairs.pair, { pairId: id })
  const [opened, setOpened] = useState<Opened>()
  const shown = answer.state === 'ready' ? answer.value : undefined
  const isEnded = shown !== undefined && shown.pair.until !== null
  return (
    <Page
      title={shown ? words.name(shown.pair) : answer.state === 'error' ? t('pairs.title') : undefined}
      sub={
        shown && (
          <bdi>
            {t(isEnded ? 'pairs.pair.subEnded' : 'pairs.pair.sub', {
              programme: shown.programme.name,
              from: format.day(shown.pair.from),
              until: shown.pair.until === null ? '' : format.day(shown.pair.until),
            })}
          </bdi>
        )
      }
      back={{
        href: shown ? paths.programme(shown.programme.id) : paths.pairs,
        label: t('pairs.pair.back', { name: shown?.programme.name ?? t('pairs.title') }),
      }}
      actions={
        shown && (
          <>
            <Button icon="pencil" onPress={() => setOpened('change')}>
              {t('pairs.pair.change')}
            </Button>
            {!isEnded && (
              <Button kind="main" onPress={() => setOpened('contact')}>
                {t('pairs.pair.contact')}
              </Button>
            )}
          </>
        )
      }
    >
      <Answered of={answer}>
        {(page) => (
          <>
            <Asks page={page} onOpen={setOpened} />
            <Columns>
              <div>
                <PairContacts page={page} />
              </div>
              <div>
                <PairFacts page={page} />
                <Section title={t('pairs.pair.end')}>
                  <Ending page={page} onClose={() => setOpened('close')} />
                </Section>
                <Section title={t('pairs.pair.history')}>
                  <RecordHistory table="pair" id={page.pair.id} />
                </Section>
              </div>
            </Columns>
          </>
        )}
      </Answered>
      {shown && <Dialogs page={shown} opened={opened} onClose={() => setOpened(undefined)} />}
    </Page>
  )
}

/** What somebody should do, and the talk that can be written down at once. */
function Asks({ page, onOpen }: { readonly page: PairPage; readonly onOpen: (dialog: Opened) => void }) {
  const { t } = useTranslation()
  const asks = usePairWords().asks(page.pair, page.programme, page.today)
  const { talk } = page.pair.asks
  if (asks.length === 0) return null
  return (
    <section aria-label={t('pairs.pair.asks')} className={styles.notices}>
      {asks.map((sentence) => (
        <Notice
          key={sentence}
          kind="att"
          action={
            talk !== null &&
            sentence === t(`pairs.asks.${talk}`) && (
              <Button onPress={() => onOpen(talk === 'festive' ? 'close' : talk)}>
                {t(talk === 'festive' ? 'pairs.pair.end' : 'pairs.pair.talkHeld')}
              </Button>
            )
          }
        >
          {sentence}
        </Notice>
      ))}
    </section>
  )
}

function Ending({ page, onClose }: { readonly page: PairPage; readonly onClose: () => void }) {
  const { t } = useTranslation()
  const [, navigate] = useLocation()
  const reopen = useCommand(api.pairs.reopen)
  const remove = useCommand(api.pairs.remove)
  const { id, until } = page.pair
  const throwAway = async () => {
    const outcome = await remove.run({ id })
    if (outcome.ok) navigate(paths.programme(page.programme.id))
  }
  return (
    <>
      <div className={styles.verbs}>
        {until === null ? (
          <Button onPress={onClose}>{t('pairs.pair.end')}</Button>
        ) : (
          <Button isBusy={reopen.isRunning} onPress={() => void reopen.run({ id })}>
            {t('pairs.pair.reopen')}
          </Button>
        )}
        <Button kind="plain" isBusy={remove.isRunning} onPress={() => void throwAway()}>
          {t('pairs.pair.remove')}
        </Button>
      </div>
      <FormError text={reopen.formError ?? remove.formError} />
    </>
  )
}

function Dialogs(props: {
  readonly page: PairPage
  readonly opened: Opened | undefined
  readonly onClose: () => void
}) {
  const { page, opened, onClose } = props
  const { pair, today } = page
  return (
    <>
      {opened === 'contact' && <ContactDialog pair={pair} today={today} contact={null} onClose={onClose} />}
      {opened === 'change' && <ChangePairDialog page={page} onClose={onClose} />}
      {(opened === 'mid' || opened === 'end') && (
        <TalkDialog pairId={pair.id} talk={opened} today={today} onClose={onClose} />
      )}
      {opened === 'close' && <EndDialog pairId={pair.id} today={today} onClose={onClose} />}
    </>
  )
}
