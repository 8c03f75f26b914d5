import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../components/Button.tsx'
import { Disclosure } from '../../components/Disclosure.tsx'
import { Form, FormError } from '../../components/Form.tsx'
import { api } from '../../data/api.ts'
import { useCommand } from '../../data/use-command.ts'
import { PassphraseField } from './PassphraseField.tsx'

export interface PassphraseSectionProps {
  readonly isChosen: boolean
  readonly hasSheet: boolean
}

/** For who wants that the computer does not open the lock by itself. */
export function PassphraseSection({ isChosen, hasSheet }: PassphraseSectionProps) {
  const { t } = useTranslation()
  return (
    <>
      {isChosen && <Drop />}
      <Disclosure title={t(isChosen ? 'security.passphrase.another' : 'security.passphrase.title')}>
        <div className="stack">
          <p className="measure">{t('security.passphrase.text')}</p>
          {hasSheet ? <Choose /> : <p className="measure">{t('security.passphrase.sheetFirst')}</p>}
        </div>
      </Disclosure>
    </>
  )
}

function Drop() {
  const { t } = useTranslation()
  const drop = useCommand(api.sealing.dropPassphrase)
  return (
    <>
      <div className="cluster">
        <Button isBusy={drop.isRunning} onPress={() => void drop.run({})}>
          {t('security.passphrase.drop')}
        </Button>
      </div>
      <FormError text={drop.formError} />
    </>
  )
}

function Choose() {
  const { t } = useTranslation()
  const [passphrase, setPassphrase] = useState('')
  const [again, setAgain] = useState('')
  const [isDifferent, setDifferent] = useState(false)
  const choose = useCommand(api.sealing.choosePassphrase)
  const save = async () => {
    const differs = passphrase.trim() !== again.trim()
    setDifferent(differs)
    if (differs) return
    const outcome = await choose.run({ passphrase })
    if (!outcome.ok) return
    setPassphrase('')
    setAgain('')
  }
  return (
    <Form onSubmit={save} error={choose.formError}>
      <PassphraseField
        label={t('security.passphrase.field')}
        hint={t('security.passphrase.hint')}
        value={passphrase}
        onChange={setPassphrase}
        error={choose.fieldError('passphrase')}
      />
      <PassphraseField
        label={t('security.passphrase.again')}
        value={again}
        onChange={setAgain}
        error={isDifferent ? t('security.passphrase.differs') : undefined}
      />
      <div className="cluster">
        <Button type="submit" isBusy={choose.isRunning}>
          {t('security.passphrase.submit')}
        </Button>
      </div>
    </Form>
  )
}
