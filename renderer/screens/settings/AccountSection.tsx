import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'wouter'
import { usualNoticeDays } from '../../../shared/domain/collection-days.ts'
import { creditorIdOfKvk } from '../../../shared/domain/creditor-id.ts'
import { Button } from '../../components/Button.tsx'
import { ChoiceGroup } from '../../components/ChoiceGroup.tsx'
import { Disclosure } from '../../components/Disclosure.tsx'
import { Form } from '../../components/Form.tsx'
import { MoneyField } from '../../components/MoneyField.tsx'
import { NumberField } from '../../components/NumberField.tsx'
import { Section } from '../../components/Section.tsx'
import { Status } from '../../components/Status.tsx'
import { TextField } from '../../components/TextField.tsx'
import { Answered } from '../../data/Answered.tsx'
import { type Api, api } from '../../data/api.ts'
import { useCommand } from '../../data/use-command.ts'
import { useQuery } from '../../data/use-query.ts'

type Account = NonNullable<Awaited<ReturnType<Api['directDebit']['account']>>>
type Draft = Parameters<Api['directDebit']['saveAccount']>[0]

/** The account of the association at the bank, and what the bank agreed about collecting; absent in a book without dues. */
export function AccountSection() {
  const { t } = useTranslation()
  const settings = useQuery(api.books.settings, {})
  const account = useQuery(api.directDebit.account, {})
  const form = useRef<HTMLDivElement>(null)
  const asked = useSearchParams()[0].get('rekening')
  const isSeen = settings.state === 'ready' && account.state === 'ready'
  useEffect(() => {
    if (asked === null || !isSeen) return
    // A link led here: its first field has the focus, after the sheet gave that to its heading.
    const frame = requestAnimationFrame(() => form.current?.querySelector('input')?.focus())
    return () => cancelAnimationFrame(frame)
  }, [asked, isSeen])
  if (settings.state !== 'ready' || !settings.value.duesEnabled) return null
  return (
    <Section title={t('settings.account.title')}>
      <p className="soft">{t('settings.account.text')}</p>
      {/* Changed elsewhere (an undo): the form begins again from what is kept. */}
      <div ref={form}>
        <Answered of={account}>
          {(value) => (
            <AccountForm key={JSON.stringify(value)} account={value} isCollectingAsked={asked === 'incasso'} />
          )}
        </Answered>
      </div>
    </Section>
  )
}

interface AccountFormProps {
  readonly account: Account | null
  /** A link led here for what it takes to collect. */
  readonly isCollectingAsked: boolean
}

function AccountForm({ account, isCollectingAsked }: AccountFormProps) {
  const { t } = useTranslation()
  const [draft, setDraft] = useState<Draft>({
    holder: account?.holder ?? '',
    iban: inFours(account?.iban ?? ''),
    creditorId: account?.creditorId ?? '',
    itemLimitCents: account?.itemLimitCents ?? null,
    monthLimitCents: account?.monthLimitCents ?? null,
    noticeDays: account?.noticeDays ?? usualNoticeDays,
    painVersion: account?.painVersion ?? '08',
  })
  const [isSaved, setSaved] = useState(false)
  const save = useCommand(api.directDebit.saveAccount)
  const change = (part: Partial<Draft>) => {
    setDraft({ ...draft, ...part })
    setSaved(false)
  }
  const submit = async () => {
    const name = t('bank.preview.firstName')
    setSaved((await save.run({ ...draft, creditorId: draft.creditorId || null, name })).ok)
  }
  return (
    <Form onSubmit={submit} error={save.formError}>
      <TextField
        label={t('settings.account.holder')}
        hint={t('settings.account.holderHint')}
        isRequired
        maxLength={70}
        value={draft.holder}
        onChange={(holder) => change({ holder })}
        error={save.fieldError('holder')}
      />
      <TextField
        label={t('settings.account.iban')}
        isRequired
        maxLength={42}
        value={draft.iban}
        onChange={(iban) => change({ iban })}
        error={save.fieldError('iban')}
      />
      <Disclosure
        title={t('settings.account.collect')}
        isOpenAtFirst={account?.creditorId != null || isCollectingAsked}
      >
        <CollectFields draft={draft} change={change} fieldError={save.fieldError} />
      </Disclosure>
      <div className="cluster">
        <Button type="submit" isBusy={save.isRunning}>
          {t('settings.account.submit')}
        </Button>
        <span role="status">{isSaved && <Status kind="ok">{t('settings.saved')}</Status>}</span>
      </div>
    </Form>
  )
}

interface CollectFieldsProps {
  readonly draft: Draft
  readonly change: (part: Partial<Draft>) => void
  readonly fieldError: (field: string) => string | undefined
}

function CollectFields({ draft, change, fieldError }: CollectFieldsProps) {
  const { t } = useTranslation()
  return (
    <>
      <p>{t('settings.account.collectText')}</p>
      <TextField
        label={t('settings.account.creditorId')}
        hint={t('settings.account.creditorIdHint')}
        isOptional
        maxLength={40}
        value={draft.creditorId ?? ''}
        onChange={(creditorId) => change({ creditorId })}
        error={fieldError('creditorId')}
      />
      <FromKvk onMade={(creditorId) => change({ creditorId })} />
      <MoneyField
        label={t('settings.account.itemLimit')}
        isOptional
        isAboveZero
        value={draft.itemLimitCents}
        onChange={(itemLimitCents) => change({ itemLimitCents })}
        error={fieldError('itemLimitCents')}
      />
      <MoneyField
        label={t('settings.account.monthLimit')}
        isOptional
        isAboveZero
        value={draft.monthLimitCents}
        onChange={(monthLimitCents) => change({ monthLimitCents })}
        error={fieldError('monthLimitCents')}
      />
      <NumberField
        label={t('settings.account.noticeDays')}
        hint={t('settings.account.noticeDaysHint')}
        isRequired
        min={1}
        max={90}
        value={draft.noticeDays}
        onChange={(noticeDays) => change({ noticeDays: noticeDays ?? usualNoticeDays })}
        error={fieldError('noticeDays')}
      />
      <ChoiceGroup
        label={t('settings.account.version')}
        hint={t('settings.account.versionHint')}
        value={draft.painVersion}
        onChange={(painVersion) => change({ painVersion })}
        choices={[
          { value: '08', label: t('settings.account.version08') },
          { value: '02', label: t('settings.account.version02') },
        ]}
      />
    </>
  )
}

/** Most associations know their number at the Chamber of Commerce, and not the identifier that follows from it. */
function FromKvk({ onMade }: { readonly onMade: (creditorId: string) => void }) {
  const { t } = useTranslation()
  const [kvk, setKvk] = useState('')
  const made = creditorIdOfKvk(kvk)
  return (
    <>
      <TextField
        label={t('settings.account.kvk')}
        hint={t('settings.account.kvkHint')}
        isOptional
        maxLength={12}
        value={kvk}
        onChange={setKvk}
      />
      <div role="status">
        {made && (
          <p>
            {t('settings.account.kvkMade', { id: made })}{' '}
            <Button kind="plain" onPress={() => onMade(made)}>
              {t('settings.account.kvkUse')}
            </Button>
          </p>
        )}
      </div>
    </>
  )
}

const inFours = (iban: string) => iban.replace(/(.{4})(?=.)/g, '$1 ')
