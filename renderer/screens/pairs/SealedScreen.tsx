import { useCallback, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation, useParams } from 'wouter'
import { paths } from '../../app/paths.ts'
import { Button } from '../../components/Button.tsx'
import { Disclosure } from '../../components/Disclosure.tsx'
import { Form } from '../../components/Form.tsx'
import { Page } from '../../components/Page.tsx'
import { TextArea } from '../../components/TextArea.tsx'
import { TextField } from '../../components/TextField.tsx'
import { Answered } from '../../data/Answered.tsx'
import { api } from '../../data/api.ts'
import { useCommand } from '../../data/use-command.ts'
import { useQuery } from '../../data/use-query.ts'
import { useActivity } from '../../parts/use-activity.ts'
import { CodeField } from './CodeField.tsx'
import styles from './Pairs.module.css'
import { SealedProgramme } from './SealedProgramme.tsx'

/** Nobody may be looking any more: what is kept then goes from the screen. */
const minutesShown = 10

/** A sealed programme: the door with its code, and behind it what is kept. The window is never named after it. */
export function SealedScreen() {
  const { t } = useTranslation()
  const [, navigate] = useLocation()
  const { id = '' } = useParams<{ id: string }>()
  const list = useQuery(api.sealedPairs.list, {})
  const close = useCommand(api.sealedPairs.close)
  const isOpened = list.state === 'ready' && list.value.programmes.some((each) => each.id === id && each.isOpen)
  const kept = useQuery(api.sealedPairs.get, { programmeId: id }, { isWanted: isOpened })
  // It may have closed by itself since the list was asked for.
  const isOpen = isOpened && !(kept.state === 'error' && kept.error.code === 'sealedClosed')
  const { run } = close
  const shut = useCallback(async () => {
    const outcome = await run({ programmeId: id })
    if (outcome.ok) navigate(paths.pairs)
  }, [run, id, navigate])
  const [seenAt, setSeenAt] = useState(0)
  const stay = useCallback(() => {
    setSeenAt(Date.now())
    // When it cannot be told, it closes at its time.
    void api.sealedPairs.stay({ programmeId: id }).catch(() => undefined)
  }, [id])
  useActivity(id, isOpen, stay)
  // biome-ignore lint/correctness/useExhaustiveDependencies: it begins anew whenever somebody was seen
  useEffect(() => {
    if (!isOpen) return
    const timer = setTimeout(() => void shut(), minutesShown * 60_000)
    return () => clearTimeout(timer)
  }, [isOpen, seenAt, shut])
  return (
    <Page
      title={t('pairs.sealed.one')}
      sub={t('pairs.sealed.sub')}
      back={{ href: paths.pairs, label: t('pairs.programme.back') }}
      actions={
        isOpen && (
          <Button isBusy={close.isRunning} onPress={() => void shut()}>
            {t('pairs.sealed.close')}
          </Button>
        )
      }
    >
      <Answered of={list}>{() => (isOpen ? <SealedProgramme id={id} answer={kept} /> : <Door id={id} />)}</Answered>
    </Page>
  )
}

function Door({ id }: { readonly id: string }) {
  const { t } = useTranslation()
  const open = useCommand(api.sealedPairs.open)
  const renew = useCommand(api.sealedPairs.renewCode)
  const [code, setCode] = useState('')
  const [line, setLine] = useState('')
  const [newCode, setNewCode] = useState('')
  return (
    <div className={styles.form}>
      <Form
        onSubmit={() => open.run({ programmeId: id, code })}
        error={open.formError}
        actions={
          <Button kind="main" type="submit" isBusy={open.isRunning}>
            {t('pairs.sealed.open')}
          </Button>
        }
      >
        <TextField
          type="password"
          label={t('pairs.sealed.code')}
          isRequired
          isFirst
          width="medium"
          maxLength={100}
          value={code}
          onChange={setCode}
          error={open.fieldError('code')}
        />
      </Form>
      <div className={styles.after}>
        <Disclosure title={t('pairs.sealed.forgot')}>
          <Form
            onSubmit={() => renew.run({ programmeId: id, line, code: newCode })}
            error={renew.formError}
            actions={
              <Button type="submit" isBusy={renew.isRunning}>
                {t('pairs.sealed.renew')}
              </Button>
            }
          >
            <TextArea
              label={t('pairs.sealed.line')}
              isRequired
              rows={3}
              maxLength={400}
              value={line}
              onChange={setLine}
              error={renew.fieldError('line')}
            />
            <CodeField label={t('pairs.sealed.newCode')} value={newCode} onChange={setNewCode} />
          </Form>
        </Disclosure>
      </div>
    </div>
  )
}
