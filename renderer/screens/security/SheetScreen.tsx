import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { paths } from '../../app/paths.ts'
import { Button, LinkButton } from '../../components/Button.tsx'
import { Form, FormError } from '../../components/Form.tsx'
import { Notice } from '../../components/Notice.tsx'
import { Page } from '../../components/Page.tsx'
import { Section } from '../../components/Section.tsx'
import { Answered } from '../../data/Answered.tsx'
import { type Api, api } from '../../data/api.ts'
import { useCommand } from '../../data/use-command.ts'
import { useQuery } from '../../data/use-query.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { GroupField, GroupGrid } from '../../parts/GroupFields.tsx'
import { PaperSheet } from './PaperSheet.tsx'
import styles from './Security.module.css'

export type PrintedSheet = Awaited<ReturnType<Api['sealing']['makeSheet']>>

/** Herstelblad: make it, print it, and type two groups back. What is on the sheet is forgotten with this screen. */
export function SheetScreen() {
  const { t } = useTranslation()
  const format = useFormat()
  const state = useQuery(api.sealing.state, {})
  const make = useCommand(api.sealing.makeSheet)
  const [sheet, setSheet] = useState<PrintedSheet>()
  const [isDone, setDone] = useState(false)

  const makeOne = async () => {
    const outcome = await make.run({})
    if (outcome.ok) setSheet(outcome.value)
  }
  const finish = () => {
    setSheet(undefined)
    setDone(true)
  }
  return (
    <Page
      isForPaper
      title={sheet ? t('security.paper.title', { book: sheet.bookName }) : t('security.sheet.title')}
      sub={sheet ? t('security.paper.madeOn', { day: format.day(sheet.day, 'full') }) : t('security.paper.sub')}
      back={{ href: paths.security, label: t('security.title') }}
    >
      {isDone ? (
        <Done />
      ) : sheet ? (
        <Begun sheet={sheet} onDone={finish} />
      ) : (
        <Answered of={state}>
          {(value) => (
            <Section title={t('security.paper.before')}>
              <div className="stack">
                <p className="measure">{t('security.sheet.text')}</p>
                <p className="measure">{t('security.paper.need')}</p>
                {value.sheet.state !== 'none' && <Notice>{t(`security.paper.former.${value.sheet.state}`)}</Notice>}
                <div className="cluster">
                  <Button kind="main" isBusy={make.isRunning} onPress={() => void makeOne()}>
                    {t('security.paper.make')}
                  </Button>
                </div>
                <FormError text={make.formError} />
              </div>
            </Section>
          )}
        </Answered>
      )}
    </Page>
  )
}

function Begun({ sheet, onDone }: { readonly sheet: PrintedSheet; readonly onDone: () => void }) {
  const { t } = useTranslation()
  const [isPrinted, setPrinted] = useState(false)
  return (
    <>
      <div className={styles.onScreen}>
        <Section
          title={t('security.paper.first')}
          action={
            <Button
              kind={isPrinted ? 'outlined' : 'main'}
              icon="print"
              onPress={() => {
                print()
                setPrinted(true)
              }}
            >
              {t('security.paper.print')}
            </Button>
          }
        >
          <p className="measure">{t('security.paper.firstText')}</p>
        </Section>
      </div>
      <PaperSheet sheet={sheet} />
      <div className={styles.onScreen}>
        <Section title={t('security.paper.second')}>
          <TypeBack ask={sheet.ask} isMain={isPrinted} onDone={onDone} />
        </Section>
      </div>
    </>
  )
}

interface TypeBackProps {
  readonly ask: PrintedSheet['ask']
  readonly isMain: boolean
  readonly onDone: () => void
}

function TypeBack({ ask, isMain, onDone }: TypeBackProps) {
  const { t } = useTranslation()
  const [first, setFirst] = useState('')
  const [second, setSecond] = useState('')
  const confirm = useCommand(api.sealing.confirmSheet)
  const [wrongFirst, wrongSecond] = [confirm.fieldError('first'), confirm.fieldError('second')]
  const change = (set: (typed: string) => void) => (typed: string) => {
    set(typed.toUpperCase())
    confirm.clear()
  }
  const send = async () => {
    const outcome = await confirm.run({ first, second })
    if (outcome.ok) onDone()
  }
  return (
    <Form onSubmit={send} error={confirm.formError}>
      <p className="measure">{t('security.paper.secondText')}</p>
      <GroupGrid>
        <GroupField index={ask[0] - 1} value={first} onChange={change(setFirst)} error={wrongFirst} />
        <GroupField index={ask[1] - 1} value={second} onChange={change(setSecond)} error={wrongSecond} />
      </GroupGrid>
      <div className="cluster">
        <Button kind={isMain ? 'main' : 'outlined'} type="submit" isBusy={confirm.isRunning}>
          {t('security.paper.submit')}
        </Button>
      </div>
    </Form>
  )
}

function Done() {
  const { t } = useTranslation()
  return (
    <div className="stack">
      <div role="status">
        <Notice kind="ok">{t('security.paper.done')}</Notice>
      </div>
      <p className="measure">{t('security.paper.keepText')}</p>
      <div className="cluster">
        <LinkButton kind="main" href={paths.overview}>
          {t('security.paper.toOverview')}
        </LinkButton>
      </div>
    </div>
  )
}
