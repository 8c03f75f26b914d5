import { type RefObject, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { LettersAnswer, ReminderLetter } from '../../../shared/contract/reminders.ts'
import { Button } from '../../components/Button.tsx'
import { Checkbox } from '../../components/Checkbox.tsx'
import { ChoiceGroup } from '../../components/ChoiceGroup.tsx'
import { Dialog } from '../../components/Dialog.tsx'
import { FormError } from '../../components/Form.tsx'
import { Notice } from '../../components/Notice.tsx'
import { Answered } from '../../data/Answered.tsx'
import { api } from '../../data/api.ts'
import { useCommand } from '../../data/use-command.ts'
import { useDownload } from '../../data/use-download.ts'
import { useQuery } from '../../data/use-query.ts'
import { PaperPreview, printPaper } from '../../parts/PaperPreview.tsx'
import { SavePaper } from '../../parts/SavePaper.tsx'
import { useDuesWords } from '../../parts/use-dues-words.ts'
import { LeftOut } from './LeftOut.tsx'
import { LettersDone, type Outcome } from './LettersDone.tsx'
import { MailViewer } from './MailViewer.tsx'
import type { OpenPayer, Way } from './use-reminder-words.ts'

export interface LettersDialogProps {
  readonly payers: readonly OpenPayer[]
  readonly way: Way
  readonly onRecorded: () => void
  readonly onClose: () => void
}

/** The letters: reading them, printing or copying them, and writing down that they went out. */
export function LettersDialog({ payers, way, onRecorded, onClose }: LettersDialogProps) {
  const { t } = useTranslation()
  const { today } = useDuesWords()
  // Those that were chosen when it was opened: writing them down changes the list behind it.
  const [wanted] = useState(() => payers.map(({ payer }) => ({ kind: payer.kind, id: payer.id })))
  const [language, setLanguage] = useState<'nl' | 'en'>('nl')
  const [outcome, setOutcome] = useState<Outcome>()
  const [ownLanguage, setOwnLanguage] = useState(false)
  const input = { payers: wanted, way, language, ownLanguage }
  const answer = useQuery(api.reminders.letters, input, { keep: true, isWanted: outcome === undefined })
  const frame = useRef<HTMLIFrameElement>(null)
  const sending = useSending(input, frame)
  if (outcome) return <LettersDone outcome={outcome} today={today} onClose={onClose} />
  const letters = answer.state === 'ready' ? answer.value.letters : []
  const record = async (sent: Letters) => {
    const recorded = await sending.record(sent)
    if (!recorded) return
    onRecorded()
    setOutcome(recorded)
  }
  return (
    <Dialog
      title={t(way === 'letter' ? 'reminders.letters.title' : 'reminders.letters.titleMail')}
      size="wide"
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{t('app.dialog.cancel')}</Button>
          {letters.length > 0 &&
            (way === 'letter' ? (
              <PrintButtons sending={sending} letters={letters} onRecord={record} />
            ) : (
              <Button kind="main" isBusy={sending.isBusy} onPress={() => void record(letters)}>
                {t('reminders.letters.sentMail', { count: letters.length })}
              </Button>
            ))}
        </>
      }
    >
      <div className="stack">
        <div>
          <ChoiceGroup
            label={t('reminders.letters.language')}
            layout="inline"
            value={language}
            onChange={(chosen) => {
              setLanguage(chosen)
              sending.forget()
            }}
            choices={[
              { value: 'nl', label: t('reminders.letters.nl') },
              { value: 'en', label: t('reminders.letters.en') },
            ]}
          />
          <Checkbox
            label={t('reminders.letters.ownLanguage')}
            hint={t('reminders.letters.ownLanguageHint')}
            isChecked={ownLanguage}
            onChange={(chosen) => {
              setOwnLanguage(chosen)
              sending.forget()
            }}
          />
          <FormError text={sending.error} />
          <div role="status">
            {sending.hasChanged && <Notice kind="att">{t('reminders.letters.changed')}</Notice>}
            {sending.printed && <Notice>{t('reminders.letters.asked')}</Notice>}
          </div>
        </div>
        {way === 'mail' && <Notice>{t('reminders.letters.askedMail')}</Notice>}
        <Answered of={answer}>
          {(value) => <Shown answer={value} sending={sending} today={today} frame={frame} />}
        </Answered>
      </div>
    </Dialog>
  )
}

interface PrintButtonsProps {
  readonly sending: ReturnType<typeof useSending>
  readonly letters: Letters
  readonly onRecord: (sent: Letters) => Promise<void>
}

function PrintButtons({ sending, letters, onRecord }: PrintButtonsProps) {
  const { t } = useTranslation()
  const { printed, isBusy } = sending
  return printed ? (
    <>
      <Button icon="print" isBusy={isBusy} onPress={() => void sending.print(letters)}>
        {t('reminders.letters.again')}
      </Button>
      <Button kind="main" isBusy={isBusy} onPress={() => void onRecord(printed)}>
        {t('reminders.letters.sent', { count: printed.length })}
      </Button>
    </>
  ) : (
    <Button kind="main" icon="print" isBusy={isBusy} onPress={() => void sending.print(letters)}>
      {t('reminders.letters.print', { count: letters.length })}
    </Button>
  )
}

interface ShownProps {
  readonly answer: LettersAnswer
  readonly sending: ReturnType<typeof useSending>
  readonly today: string
  readonly frame: RefObject<HTMLIFrameElement | null>
}

function Shown({ answer: { letters, paper, left }, sending, today, frame }: ShownProps) {
  const { t } = useTranslation()
  return (
    <div className="stack">
      {left.length > 0 && (
        <Notice>
          <p>{t('reminders.letters.left', { count: left.length })}</p>
          <LeftOut left={left} today={today} />
        </Notice>
      )}
      {letters.length === 0 && <p className="soft">{t('reminders.letters.nobody')}</p>}
      {letters.length > 0 && paper === null && (
        <MailViewer letters={letters} onCopied={() => void sending.keepReferences()} />
      )}
      {paper !== null && (
        <>
          <div className="cluster">
            <SavePaper isBusy={sending.isBusy} onSave={(format) => void sending.save(letters, format)} />
          </div>
          <PaperPreview paper={paper} frame={frame} />
        </>
      )}
    </div>
  )
}

type LettersInput = Parameters<typeof api.reminders.letters>[0]
type Letters = readonly ReminderLetter[]

/** Looks at the letters once more before they leave, and remembers which ones were put on paper. */
function useSending(input: LettersInput, frame: RefObject<HTMLIFrameElement | null>) {
  const give = useCommand(api.reminders.giveReferences)
  const ask = useCommand(api.reminders.letters)
  const make = useCommand(api.reminders.makeLetters)
  const record = useCommand(api.reminders.record)
  const download = useDownload()
  const [printed, setPrinted] = useState<Letters>()
  const [hasChanged, setChanged] = useState(false)
  /** A number that leaves this screen must be recognised when somebody pays by it. */
  const keepReferences = async () => (await give.run({ payers: input.payers })).ok
  /** Whether what is on the screen may go: nothing changed since it was made. */
  const check = async (shown: Letters): Promise<boolean> => {
    if (!(await keepReferences())) return false
    const now = await ask.run(input)
    if (!now.ok) return false
    const isSame = hashesOf(now.value.letters) === hashesOf(shown)
    setChanged(!isSame)
    return isSame
  }
  return {
    isBusy: give.isRunning || ask.isRunning || make.isRunning || record.isRunning,
    error: give.formError ?? ask.formError ?? make.formError ?? record.formError,
    hasChanged,
    printed,
    keepReferences,
    print: async (shown: Letters) => {
      if (!(await check(shown))) return setPrinted(undefined)
      printPaper(frame)
      setPrinted(shown)
    },
    save: async (shown: Letters, format: 'pdf' | 'html') => {
      if (!(await check(shown))) return setPrinted(undefined)
      const { payers, language, ownLanguage } = input
      const made = await make.run({ payers, language, ownLanguage, format })
      if (!made.ok) return
      download(made.value.file)
      setPrinted(shown)
    },
    forget: () => {
      setPrinted(undefined)
      setChanged(false)
    },
    record: async (sent: Letters): Promise<Outcome | undefined> => {
      const [first] = sent
      if (!first) return undefined
      const outcome = await record.run({
        way: input.way,
        language: input.language,
        ownLanguage: input.ownLanguage,
        day: first.day,
        letters: sent.map(({ payer, textHash }) => ({ payer: { kind: payer.kind, id: payer.id }, textHash })),
      })
      return outcome.ok ? outcome.value : undefined
    },
  }
}

const hashesOf = (letters: Letters) => letters.map(({ textHash }) => textHash).join(' ')
