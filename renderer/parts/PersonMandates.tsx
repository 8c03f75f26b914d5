import { useState } from 'react'
import { Trans, useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import type { MandateView } from '../../shared/contract/direct-debit.ts'
import { paths } from '../app/paths.ts'
import { Bdi } from '../components/Bdi.tsx'
import { Button, LinkButton } from '../components/Button.tsx'
import { Disclosure } from '../components/Disclosure.tsx'
import { FormError } from '../components/Form.tsx'
import { later } from '../components/later.tsx'
import { Section } from '../components/Section.tsx'
import { Status } from '../components/Status.tsx'
import { type Api, api } from '../data/api.ts'
import { useCommand } from '../data/use-command.ts'
import { useQuery } from '../data/use-query.ts'
import { useFormat } from '../i18n/use-format.ts'
import styles from './PersonDues.module.css'

const AddMandateDialog = later(async () => (await import('./MandateDialogs.tsx')).AddMandateDialog)
const SignDialog = later(async () => (await import('./MandateDialogs.tsx')).SignDialog)
const HoldDialog = later(async () => (await import('./MandateDialogs.tsx')).HoldDialog)
const EndDialog = later(async () => (await import('./MandateDialogs.tsx')).EndDialog)
const AmendDialog = later(async () => (await import('./MandateDialogs.tsx')).AmendDialog)

type PersonMandatesView = Awaited<ReturnType<Api['directDebit']['person']>>
type Open = 'add' | { readonly verb: 'sign' | 'hold' | 'end' | 'amend'; readonly mandate: MandateView } | null

interface PersonMandatesProps {
  readonly personId: string
  /** Not of who died or was erased: nobody signs for them. */
  readonly canAdd: boolean
}

/** By what the dues of this person may be collected. Nothing where the association does not collect and never did. */
export function PersonMandates({ personId, canAdd }: PersonMandatesProps) {
  const { t } = useTranslation()
  const known = useQuery(api.directDebit.person, { personId })
  if (known.state !== 'ready') return null
  const { enabled, canCollect, mandates, ofOther } = known.value
  if (!enabled || (!canCollect && mandates.length === 0 && ofOther === null)) return null
  return (
    <Section title={t('debit.mandate.title')}>
      <Mandates personId={personId} known={known.value} canAdd={canAdd} />
    </Section>
  )
}

function Mandates({ personId, known, canAdd }: PersonMandatesProps & { readonly known: PersonMandatesView }) {
  const { t } = useTranslation()
  const [open, setOpen] = useState<Open>(null)
  const close = () => setOpen(null)
  const live = known.mandates.filter(({ state }) => state !== 'ended')
  const ended = known.mandates.filter(({ state }) => state === 'ended')
  const isUsable = live.some(({ state }) => state !== 'unused' && state !== 'used')
  return (
    <>
      {live.length === 0 && known.ofOther === null && <p className="soft">{t('debit.mandate.none')}</p>}
      {known.ofOther && <MandateOfOther of={known.ofOther} />}
      {live.map((mandate) => (
        <OneMandate key={mandate.id} mandate={mandate} onOpen={(verb) => setOpen({ verb, mandate })} />
      ))}
      {!isUsable && canAdd && (
        <div className={styles.actions}>
          <Button onPress={() => setOpen('add')}>
            {t(known.mandates.length === 0 ? 'debit.mandate.add' : 'debit.mandate.addNew')}
          </Button>
        </div>
      )}
      {ended.length > 0 && (
        <Disclosure title={t('debit.mandate.earlier')}>
          {ended.map((mandate) => (
            <MandateText key={mandate.id} mandate={mandate} />
          ))}
        </Disclosure>
      )}

      {open === 'add' && (
        <AddMandateDialog personId={personId} holder={known.holder} reference={known.reference} onClose={close} />
      )}
      {open !== null && open !== 'add' && (
        <>
          {open.verb === 'sign' && <SignDialog mandate={open.mandate} onClose={close} />}
          {open.verb === 'hold' && <HoldDialog mandate={open.mandate} onClose={close} />}
          {open.verb === 'end' && <EndDialog mandate={open.mandate} onClose={close} />}
          {open.verb === 'amend' && <AmendDialog mandate={open.mandate} onClose={close} />}
        </>
      )}
    </>
  )
}

function MandateOfOther({ of }: { readonly of: NonNullable<PersonMandatesView['ofOther']> }) {
  return (
    <div className={styles.part}>
      <p>
        <Trans
          i18nKey="debit.mandate.ofOther"
          values={{ name: of.name }}
          components={{ person: <Link href={paths.person(of.personId)} /> }}
        />
      </p>
      <MandateText mandate={of.mandate} />
    </div>
  )
}

interface OneMandateProps {
  readonly mandate: MandateView
  readonly onOpen: (verb: 'sign' | 'hold' | 'end' | 'amend') => void
}

function OneMandate({ mandate, onOpen }: OneMandateProps) {
  const { t } = useTranslation()
  const release = useCommand(api.directDebit.releaseMandate)
  const isUnsigned = mandate.signedOn === null
  return (
    <div className={styles.part}>
      <MandateText mandate={mandate} />
      <FormError text={release.formError} />
      <div className={styles.actions}>
        {isUnsigned && (
          <>
            <Button onPress={() => onOpen('sign')}>{t('debit.mandate.sign')}</Button>
            <LinkButton href={paths.mandateForm(mandate.id)}>{t('debit.mandate.print')}</LinkButton>
          </>
        )}
        {mandate.state === 'hold' && (
          <Button isBusy={release.isRunning} onPress={() => void release.run({ mandateId: mandate.id })}>
            {t('debit.mandate.release')}
          </Button>
        )}
        <Button kind="plain" onPress={() => onOpen('amend')}>
          {t('debit.mandate.amend')}
        </Button>
        {mandate.state === 'active' && (
          <Button kind="plain" onPress={() => onOpen('hold')}>
            {t('debit.mandate.hold')}
          </Button>
        )}
        <Button kind="plain" onPress={() => onOpen('end')}>
          {t('debit.mandate.end')}
        </Button>
      </div>
    </div>
  )
}

function MandateText({ mandate }: { readonly mandate: MandateView }) {
  const { t } = useTranslation()
  const format = useFormat()
  const { state, signedOn, heldOn, endedOn, lastUsedOn, holdReason } = mandate
  const sentence = t(`debit.mandate.states.${state}`, {
    iban: mandate.iban.replace(/(.{4})(?=.)/g, '$1\u00a0'),
    signed: signedOn === null ? '' : format.day(signedOn),
    held: heldOn === null ? '' : format.day(heldOn),
    ended: endedOn === null ? '' : format.day(endedOn),
  })
  return (
    <>
      <p>
        <Status kind={state === 'active' ? 'ok' : state === 'ended' || state === 'used' ? 'no' : 'att'} wraps>
          {sentence}
        </Status>
      </p>
      <p className="soft">
        <Bdi>{t('debit.mandate.holder', { holder: mandate.holder })}</Bdi>
        {'. '}
        <Bdi>{t('debit.mandate.reference', { reference: mandate.reference })}</Bdi>.
        {holdReason !== null && ` ${t(`debit.mandate.holdReasons.${holdReason}`)}.`}
        {lastUsedOn !== null && ` ${t('debit.mandate.lastUsed', { day: format.day(lastUsedOn) })}.`}
      </p>
      {mandate.newAccount && <p className="soft">{t('debit.mandate.newAccount')}</p>}
    </>
  )
}
