import { type ReactNode, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import { paths } from '../../app/paths.ts'
import { Button } from '../../components/Button.tsx'
import { Desk } from '../../components/Desk.tsx'
import { Dialog } from '../../components/Dialog.tsx'
import { FormError } from '../../components/Form.tsx'
import { Houses } from '../../components/Houses.tsx'
import { Icon, type IconName } from '../../components/Icon.tsx'
import { TextField } from '../../components/TextField.tsx'
import { api } from '../../data/api.ts'
import { useCommand } from '../../data/use-command.ts'
import { usePreferences } from '../../data/use-preferences.ts'
import { BookFileForm } from '../../parts/BookFileForm.tsx'
import { HelpQuestions } from '../../parts/HelpQuestions.tsx'
import { LanguageChoice } from '../../parts/LanguageChoice.tsx'
import { TextSizeChoice } from '../../parts/TextSizeChoice.tsx'
import styles from './FirstRunScreen.module.css'
import { JoinDialog } from './JoinDialog.tsx'
import { NewBookDialog } from './NewBookDialog.tsx'

/** The first page: language and size of text, who sits here, then three ways to begin. */
export function FirstRunScreen() {
  const { t, i18n } = useTranslation()
  const [, navigate] = useLocation()
  const [name, setName] = useState('')
  const [making, setMaking] = useState<'list' | 'empty'>()
  const [isHelpOpen, setHelpOpen] = useState(false)
  const [isOpening, setOpening] = useState(false)
  const [isJoining, setJoining] = useState(false)
  const openDemo = useCommand(api.books.openDemo)
  const preferences = usePreferences()
  useEffect(() => {
    document.title = t('firstRun.title')
  }, [t])

  /** Kept before the book is there, so that its first action already says who did it. */
  const keepName = () => preferences.change({ userName: name, language: i18n.language === 'en' ? 'en' : 'nl' })
  const lookAround = async () => {
    await keepName()
    const outcome = await openDemo.run({})
    if (outcome.ok) navigate(paths.overview)
  }
  const begin = async (way: 'list' | 'empty') => {
    await keepName()
    setMaking(way)
  }
  const joinSomebody = async () => {
    await keepName()
    setJoining(true)
  }
  const openFile = async () => {
    await keepName()
    setOpening(true)
  }
  return (
    <Desk isWide>
      <div className={styles.head}>
        <Houses size="street" />
        <Button kind="plain" icon="help" onPress={() => setHelpOpen(true)}>
          {t('app.help')}
        </Button>
      </div>
      <h1 className={styles.title}>{t('firstRun.title')}</h1>
      <p className={styles.lead}>{t('firstRun.lead')}</p>

      <div className={styles.choices}>
        <section>
          <h2>{t('firstRun.language')}</h2>
          <LanguageChoice label={t('firstRun.language')} isLabelHidden />
        </section>
        <section>
          <h2>{t('firstRun.textSize')}</h2>
          <TextSizeChoice label={t('firstRun.textSize')} isLabelHidden hint={t('firstRun.later')} />
        </section>
      </div>
      <section className={styles.setup}>
        <TextField
          label={t('firstRun.name')}
          hint={t('firstRun.nameHint')}
          isOptional
          maxLength={80}
          value={name}
          onChange={setName}
          error={preferences.command.fieldError('userName')}
        />
      </section>

      <section className={styles.ways}>
        <h2>{t('firstRun.ways')}</h2>
        <FormError text={openDemo.formError} />
        <ul>
          <Way icon="folder" title={t('firstRun.list.title')} text={t('firstRun.list.text')}>
            <Button kind="main" onPress={() => void begin('list')}>
              {t('firstRun.list.button')}
            </Button>
          </Way>
          <Way icon="eye" title={t('firstRun.demo.title')} text={t('firstRun.demo.text')}>
            <Button isBusy={openDemo.isRunning} onPress={() => void lookAround()}>
              {t('firstRun.demo.button')}
            </Button>
          </Way>
          <Way icon="newPage" title={t('firstRun.empty.title')} text={t('firstRun.empty.text')}>
            <Button onPress={() => void begin('empty')}>{t('firstRun.empty.button')}</Button>
          </Way>
          <Way icon="person" title={t('sharing.join.title')} text={t('sharing.join.text')}>
            <Button onPress={() => void joinSomebody()}>{t('sharing.join.button')}</Button>
          </Way>
          <Way icon="page" title={t('firstRun.file.title')} text={t('firstRun.file.text')}>
            <Button onPress={() => void openFile()}>{t('firstRun.file.button')}</Button>
          </Way>
        </ul>
      </section>
      {isHelpOpen && (
        <Dialog
          title={t('help.title')}
          onClose={() => setHelpOpen(false)}
          actions={
            <Button kind="main" onPress={() => setHelpOpen(false)}>
              {t('app.dialog.close')}
            </Button>
          }
        >
          <div className="stack">
            <HelpQuestions />
          </div>
        </Dialog>
      )}
      {isJoining && <JoinDialog userName={name} onClose={() => setJoining(false)} />}
      {isOpening && (
        <Dialog title={t('firstRun.file.dialog')} size="wide" onClose={() => setOpening(false)}>
          {/* As soon as the book is there, this page gives way to it. */}
          <BookFileForm onDone={() => navigate(paths.overview)} />
        </Dialog>
      )}
      {making && <NewBookDialog way={making} onClose={() => setMaking(undefined)} />}
    </Desk>
  )
}

interface WayProps {
  readonly icon: IconName
  readonly title: string
  readonly text: string
  readonly children: ReactNode
}

function Way({ icon, title, text, children }: WayProps) {
  return (
    <li className={styles.way}>
      <Icon name={icon} className={styles.symbol} />
      <div>
        <h3>{title}</h3>
        <p className="soft">{text}</p>
      </div>
      {children}
    </li>
  )
}
