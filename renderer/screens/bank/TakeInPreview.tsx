import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Amount } from '../../components/Amount.tsx'
import { Bdi } from '../../components/Bdi.tsx'
import { Button } from '../../components/Button.tsx'
import { Checkbox } from '../../components/Checkbox.tsx'
import { ChoiceGroup } from '../../components/ChoiceGroup.tsx'
import { Facts } from '../../components/Facts.tsx'
import { FormError } from '../../components/Form.tsx'
import { Notice } from '../../components/Notice.tsx'
import { Page } from '../../components/Page.tsx'
import { Section } from '../../components/Section.tsx'
import { Status } from '../../components/Status.tsx'
import { TextField } from '../../components/TextField.tsx'
import { Answered } from '../../data/Answered.tsx'
import { type Api, api } from '../../data/api.ts'
import { useCommand } from '../../data/use-command.ts'
import { usePreferences } from '../../data/use-preferences.ts'
import { useQuery } from '../../data/use-query.ts'
import { useFormat } from '../../i18n/use-format.ts'
import styles from './Bank.module.css'
import { GapNotice } from './GapNotice.tsx'

type Preview = Awaited<ReturnType<Api['bank']['preview']>>
type Choices = Omit<Parameters<Api['bank']['choose']>[0], 'id'>

export interface TakeInPreviewProps {
  readonly id: string
  readonly onOther: () => void
  readonly onTaken: (taken: Awaited<ReturnType<Api['bank']['takeIn']>>) => void
}

/** What is in the file and what taking it in would do; doubts first, and one question for all of them. */
export function TakeInPreview({ id, onOther, onTaken }: TakeInPreviewProps) {
  const { t } = useTranslation()
  const preview = useQuery(api.bank.preview, { id })
  const choose = useCommand(api.bank.choose)
  const takeIn = useCommand(api.bank.takeIn)
  const close = useCommand(api.bank.close)
  const shown = preview.state === 'ready' ? preview.value : undefined
  const [names, setNames] = useState<ReadonlyMap<string, string>>(new Map())
  const known = useQuery(api.bank.accounts, {})
  const isFirst = known.state === 'ready' && known.value.length === 0
  // The first account of a book is nearly always the one that people pay on.
  const nameOf = (account: string) =>
    names.get(account) ?? (isFirst && account === shown?.accounts[0]?.account ? t('bank.preview.firstName') : '')
  const added = shown?.accounts.filter(({ isNew }) => isNew).map(({ account }) => ({ account, name: nameOf(account) }))
  const preferences = usePreferences()
  const bookCertain = preferences.answer.state === 'ready' && preferences.answer.value.bookCertain
  const isNamed = added?.every(({ name }) => name.trim() !== '') === true
  const take = async () => {
    const outcome = await takeIn.run({ id, names: added ?? [], bookCertain })
    if (outcome.ok) onTaken(outcome.value)
  }
  const other = async () => {
    await close.run({ id })
    onOther()
  }
  return (
    <Page
      title={t('bank.preview.title')}
      above={shown && <Bdi>{t('bank.preview.above', { file: shown.fileName })}</Bdi>}
      bar={
        <>
          <Button onPress={() => void other()}>{t('bank.preview.other')}</Button>
          <Button
            kind="main"
            isBusy={takeIn.isRunning}
            isDisabled={shown === undefined || shown.hindrance !== null || !isNamed}
            onPress={() => void take()}
          >
            {t(shown?.counts.new === 0 ? 'bank.preview.take_zero' : 'bank.preview.take', {
              count: shown?.counts.new ?? 0,
            })}
          </Button>
        </>
      }
    >
      <Answered of={preview}>
        {(value) => (
          <div className="stack">
            <Doubts preview={value} onChoose={(choices) => void choose.run({ id, ...choices })} />
            {value.accounts.map((account) => (
              <FoundAccount
                key={account.account}
                account={account}
                name={nameOf(account.account)}
                onName={(name) => setNames(new Map(names).set(account.account, name))}
              />
            ))}
            {value.counts.new > 0 && value.hindrance === null && (
              <Checkbox
                label={t('bank.preview.bookCertain')}
                hint={t('bank.preview.bookCertainHint')}
                isChecked={bookCertain}
                onChange={(wanted) => void preferences.change({ bookCertain: wanted })}
              />
            )}
            <FormError text={takeIn.formError ?? choose.formError} />
          </div>
        )}
      </Answered>
    </Page>
  )
}

function Doubts({ preview, onChoose }: { readonly preview: Preview; readonly onChoose: (choices: Choices) => void }) {
  const { t } = useTranslation()
  const format = useFormat()
  if (preview.takenAt !== null)
    return <Notice>{t('bank.preview.known', { day: format.moment(preview.takenAt) })}</Notice>
  return (
    <>
      {preview.counts.all > 0 && preview.counts.known === preview.counts.all && (
        <Notice>{t('bank.preview.allKnown')}</Notice>
      )}
      {preview.sameCount > 0 && <SameLines preview={preview} onChoose={onChoose} />}
      {preview.counts.today + preview.counts.later > 0 && (
        <Notice kind="att">
          {preview.counts.today > 0 && <p>{t('bank.preview.today', { count: preview.counts.today })}</p>}
          {preview.counts.later > 0 && <p>{t('bank.preview.later', { count: preview.counts.later })}</p>}
          <Checkbox
            label={t(preview.counts.later > 0 ? 'bank.preview.includeLater' : 'bank.preview.includeToday')}
            isChecked={preview.includeToday}
            onChange={(includeToday) => onChoose({ includeToday })}
          />
        </Notice>
      )}
      {preview.warnings.map((warning) => (
        <Notice key={JSON.stringify(warning)} kind="att">
          {t(`bankFiles.warnings.${warning.code}`, warning.details)}
        </Notice>
      ))}
      {preview.otherCurrency > 0 && (
        <Notice kind="att">{t('bank.preview.currency', { count: preview.otherCurrency })}</Notice>
      )}
    </>
  )
}

function SameLines({
  preview,
  onChoose,
}: {
  readonly preview: Preview
  readonly onChoose: (choices: Choices) => void
}) {
  const { t } = useTranslation()
  const format = useFormat()
  return (
    <Section title={t('bank.preview.sameTitle', { count: preview.sameCount })}>
      <div className="stack">
        <p className="measure">{t('bank.preview.sameText')}</p>
        <ul className={styles.pairs}>
          {preview.samePairs.map((pair, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: equal lines are told apart by their place alone
            <li key={at}>
              {t('bank.preview.samePair', { day: format.day(pair.day, 'numeric'), amount: format.amount(pair.cents) })}{' '}
              <Bdi>{[pair.counterName, pair.text].filter(Boolean).join(', ')}</Bdi>
              {pair.bookText !== null && (
                <span className="soft">
                  {' '}
                  (<Bdi>{pair.bookText}</Bdi>)
                </span>
              )}
            </li>
          ))}
        </ul>
        <ChoiceGroup
          label={t('bank.preview.sameText')}
          isLabelHidden
          value={preview.sameLines}
          onChange={(sameLines) => onChoose({ sameLines })}
          choices={[
            { value: 'skip', label: t('bank.preview.sameSkip') },
            { value: 'take', label: t('bank.preview.sameTake') },
          ]}
        />
      </div>
    </Section>
  )
}

type Account = Preview['accounts'][number]

interface FoundAccountProps {
  readonly account: Account
  readonly name: string
  readonly onName: (name: string) => void
}

function FoundAccount({ account, name, onName }: FoundAccountProps) {
  const { t } = useTranslation()
  const format = useFormat()
  const known = account.lines - account.newLines - account.waitingLines
  return (
    <Section title={account.isNew ? account.account : account.name}>
      <div className="stack">
        {account.isNew && (
          <TextField
            label={t('bank.preview.name')}
            hint={t('bank.preview.nameHint')}
            width="medium"
            value={name}
            isRequired
            maxLength={80}
            onChange={onName}
          />
        )}
        <Facts
          facts={[
            {
              term: t('bank.preview.lines'),
              value: [
                t('bank.preview.linesNew', { count: account.newLines }),
                known > 0 ? t('bank.preview.linesKnown', { count: known }) : '',
                account.waitingLines > 0 ? t('bank.preview.linesWaiting', { count: account.waitingLines }) : '',
              ]
                .filter((part) => part !== '')
                .join(', '),
            },
            {
              term: t('bank.files.period'),
              value:
                account.from === null || account.to === null
                  ? t('bank.preview.noLines')
                  : account.from === account.to
                    ? t('bank.preview.oneDay', { day: format.day(account.from) })
                    : t('bank.preview.period', { from: format.day(account.from), to: format.day(account.to) }),
            },
            { term: t('bank.preview.in'), value: account.inCents > 0 && <Amount cents={account.inCents} /> },
            { term: t('bank.preview.out'), value: account.outCents < 0 && <Amount cents={-account.outCents} /> },
            {
              term: account.closeDay === null ? '' : t('bank.preview.close', { day: format.day(account.closeDay) }),
              value: account.closeDay !== null && account.closeCents !== null && <Amount cents={account.closeCents} />,
            },
          ].filter(({ value }) => value !== false)}
        />
        {account.unbalanced > 0 && (
          <p>
            <Status kind="bad" wraps>
              {t('bank.preview.unbalanced', { count: account.unbalanced })}
            </Status>
          </p>
        )}
        {account.gaps.length > 0 && <GapNotice gaps={account.gaps} />}
      </div>
    </Section>
  )
}
