import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { RemindersOverview } from '../../../shared/contract/reminders.ts'
import { paths } from '../../app/paths.ts'
import { Button, LinkButton } from '../../components/Button.tsx'
import { ChoiceGroup } from '../../components/ChoiceGroup.tsx'
import { Notice } from '../../components/Notice.tsx'
import { Page } from '../../components/Page.tsx'
import { EmptyState } from '../../components/States.tsx'
import { Answered } from '../../data/Answered.tsx'
import { api } from '../../data/api.ts'
import { useQuery } from '../../data/use-query.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { DuesTabs } from '../../parts/DuesTabs.tsx'
import { RunNotice } from '../../parts/RunNotice.tsx'
import { useUnsharedPart } from '../../parts/use-unshared-part.ts'
import { LettersDialog } from './LettersDialog.tsx'
import { NeighbourhoodsTable } from './NeighbourhoodsTable.tsx'
import styles from './OpenDues.module.css'
import { OwedBack } from './OwedBack.tsx'
import { PayerDialog } from './PayerDialog.tsx'
import { PayerLists } from './PayerLists.tsx'
import { PeopleTable } from './PeopleTable.tsx'
import { RulesDialog } from './RulesDialog.tsx'
import { SentLetters } from './SentLetters.tsx'
import { keyOf, type OpenPayer, type Way } from './use-reminder-words.ts'

type By = 'payers' | 'people' | 'neighbourhoods'
type Open = { letters: readonly OpenPayer[]; way: Way } | { payer: string } | 'rules' | null

/** What is open, by household, person or binnenbuurt, and the letters about it. */
export function OpenDuesScreen() {
  const { t } = useTranslation()
  const format = useFormat()
  const overview = useQuery(api.reminders.overview, {})
  const [by, setBy] = useState<By>('payers')
  /** Only this binnenbuurt; undefined = all, null = people in none. */
  const [only, setOnly] = useState<string | null>()
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const [open, setOpen] = useState<Open>(null)
  const known = overview.state === 'ready' ? overview.value : undefined
  const writable = known?.payers.filter((payer) => payer.step.kind === 'now') ?? []
  const picked = writable.filter((payer) => chosen.has(keyOf(payer.payer)))
  const shownPayer =
    open !== null && typeof open === 'object' && 'payer' in open
      ? known?.payers.find(({ payer }) => keyOf(payer) === open.payer)
      : undefined
  return (
    <Page
      title={t('reminders.title')}
      sub={
        known &&
        known.payers.length > 0 &&
        t('reminders.sub', { count: known.payers.length, amount: format.amount(known.openCents) })
      }
      actions={<Button onPress={() => setOpen('rules')}>{t('reminders.settings')}</Button>}
      bar={picked.length > 0 && <ChosenBar picked={picked} onLetters={(way) => setOpen({ letters: picked, way })} />}
    >
      <DuesTabs />
      <RunNotice />
      <Answered of={overview}>
        {(value) =>
          value.payers.length === 0 ? (
            value.owedBack.length === 0 ? (
              <EmptyState title={t('reminders.nothingTitle')}>{t('reminders.nothingText')}</EmptyState>
            ) : (
              <>
                <p>{t('reminders.owedBack.noDues')}</p>
                <OwedBack rows={value.owedBack} />
              </>
            )
          ) : (
            <>
              <AccountNotice account={value.account} />
              <WaitingLines />
              {value.owedBack.length > 0 && <OwedBack rows={value.owedBack} />}
              <div className={styles.by}>
                <ChoiceGroup
                  label={t('reminders.by.label')}
                  layout="inline"
                  value={by}
                  onChange={setBy}
                  choices={[
                    { value: 'payers', label: t('reminders.by.payers'), count: value.payers.length },
                    { value: 'people', label: t('reminders.by.people'), count: value.people.length },
                    {
                      value: 'neighbourhoods',
                      label: t('reminders.by.neighbourhoods'),
                      count: value.neighbourhoods.filter(({ id }) => id !== null).length,
                    },
                  ]}
                />
              </div>
              {only !== undefined && by !== 'neighbourhoods' && (
                <Notice action={<Button onPress={() => setOnly(undefined)}>{t('reminders.all')}</Button>}>
                  {t('reminders.only', { name: nameOfGroup(value, only) ?? t('reminders.none') })}
                </Notice>
              )}
              {by === 'payers' && (
                <PayerLists
                  payers={value.payers.filter(({ neighbourhoodIds }) => isIn(neighbourhoodIds, only))}
                  today={value.today}
                  chosen={chosen}
                  onChoose={setChosen}
                  onShow={(payer) => setOpen({ payer: keyOf(payer.payer) })}
                />
              )}
              {by === 'people' && (
                <PeopleTable
                  people={value.people.filter(({ neighbourhoodIds }) => isIn(neighbourhoodIds, only))}
                  today={value.today}
                />
              )}
              {by === 'neighbourhoods' && (
                <NeighbourhoodsTable
                  neighbourhoods={value.neighbourhoods}
                  today={value.today}
                  onShow={(id) => {
                    setOnly(id)
                    setBy('payers')
                  }}
                />
              )}
            </>
          )
        }
      </Answered>
      {known && <SentLetters today={known.today} />}
      {open === 'rules' && known && <RulesDialog settings={known.settings} onClose={() => setOpen(null)} />}
      {shownPayer && known && <PayerDialog payer={shownPayer} today={known.today} onClose={() => setOpen(null)} />}
      {open !== null && typeof open === 'object' && 'letters' in open && (
        <LettersDialog
          payers={open.letters}
          way={open.way}
          onRecorded={() => setChosen(new Set())}
          onClose={() => setOpen(null)}
        />
      )}
    </Page>
  )
}

interface ChosenBarProps {
  readonly picked: readonly OpenPayer[]
  readonly onLetters: (way: Way) => void
}

function ChosenBar({ picked, onLetters }: ChosenBarProps) {
  const { t } = useTranslation()
  const format = useFormat()
  const amount = format.amount(picked.reduce((sum, payer) => sum + payer.cents, 0))
  const canMail = picked.some((payer) => payer.hasEmail)
  const canPost = picked.some((payer) => payer.hasAddress)
  return (
    <>
      <p>{t('reminders.now.chosen', { count: picked.length, amount })}</p>
      {canMail && (
        <Button kind={canPost ? 'outlined' : 'main'} onPress={() => onLetters('mail')}>
          {t('reminders.now.mails')}
        </Button>
      )}
      {canPost && (
        <Button kind="main" onPress={() => onLetters('letter')}>
          {t('reminders.now.letters')}
        </Button>
      )}
    </>
  )
}

function AccountNotice({ account }: { readonly account: RemindersOverview['account'] }) {
  const { t } = useTranslation()
  const isUnshared = useUnsharedPart('bank')
  if (account !== null) return null
  return (
    <Notice kind="att" action={<LinkButton href={paths.settingsAccount}>{t('reminders.account.link')}</LinkButton>}>
      {t(isUnshared ? 'reminders.account.elsewhere' : 'reminders.account.missing')}
    </Notice>
  )
}

/** A payment that came in and is not assigned yet may be of somebody on this list. */
function WaitingLines() {
  const { t } = useTranslation()
  const waiting = useQuery(api.bank.waiting, {})
  if (waiting.state !== 'ready' || waiting.value.count === 0) return null
  return (
    <Notice kind="att" action={<LinkButton href={paths.assign}>{t('reminders.waiting.link')}</LinkButton>}>
      {t('reminders.waiting.text', { count: waiting.value.count })}
    </Notice>
  )
}

function isIn(ids: readonly string[], only: string | null | undefined): boolean {
  if (only === undefined) return true
  return only === null ? ids.length === 0 : ids.includes(only)
}

function nameOfGroup({ neighbourhoods }: RemindersOverview, id: string | null): string | null {
  return neighbourhoods.find((group) => group.id === id)?.name ?? null
}
