import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { betweenEndings } from '../../../shared/domain/between.ts'
import { Button } from '../../components/Button.tsx'
import { FileDrop } from '../../components/FileDrop.tsx'
import { FormError } from '../../components/Form.tsx'
import { Notice } from '../../components/Notice.tsx'
import { Section } from '../../components/Section.tsx'
import { SelectField } from '../../components/SelectField.tsx'
import { type Api, api } from '../../data/api.ts'
import { useCommand } from '../../data/use-command.ts'
import { useDownload } from '../../data/use-download.ts'
import { useFileReading } from '../../data/use-file-reading.ts'
import { FormDialog } from '../../parts/FormDialog.tsx'
import { SpokenWords } from '../../parts/SpokenWords.tsx'
import { noWords, WordFields } from '../../parts/WordFields.tsx'
import styles from './Between.module.css'

type State = Awaited<ReturnType<Api['between']['state']>>
type Card = Awaited<ReturnType<Api['between']['readCard']>>
interface Received {
  readonly file: string
  readonly card: Card
}

/** Kennismaken: my card with four words to read out, and the card of the other with the words I hear. */
export function Meeting({ state }: { readonly state: State }) {
  const { t } = useTranslation()
  const [received, setReceived] = useState<Received>()
  const [met, setMet] = useState<string>()
  return (
    <Section title={t('between.meet.title')}>
      <div className="stack">
        <p className="measure">{t('between.meet.text')}</p>
        <div role="status">
          {met !== undefined && (
            <Notice kind="ok">
              <p>{t('between.meet.done', { name: met })}</p>
            </Notice>
          )}
        </div>
        <div className={styles.cards}>
          <OwnCard />
          <OtherCard onRead={setReceived} />
        </div>
      </div>
      {received && (
        <MeetDialog
          received={received}
          state={state}
          onClose={() => setReceived(undefined)}
          onMet={(name) => {
            setReceived(undefined)
            setMet(name)
          }}
        />
      )}
    </Section>
  )
}

function OwnCard() {
  const { t } = useTranslation()
  const make = useCommand(api.between.makeCard)
  const download = useDownload()
  const [made, setMade] = useState<Awaited<ReturnType<Api['between']['makeCard']>>>()
  const makeCard = async () => {
    const outcome = await make.run({})
    if (!outcome.ok) return
    download(outcome.value.file)
    setMade(outcome.value)
  }
  return (
    <div className={styles.card}>
      <h3>{t('between.meet.own')}</h3>
      <p className="soft">{t('between.meet.ownText')}</p>
      <div className="cluster">
        <Button isBusy={make.isRunning} onPress={() => void makeCard()}>
          {t('between.meet.ownButton')}
        </Button>
      </div>
      <FormError text={make.formError} />
      <div role="status" className="stack">
        {made && (
          <>
            <p>{t('between.meet.ownMade', { name: made.name })}</p>
            <SpokenWords label={t('between.meet.words')} words={made.words} />
          </>
        )}
      </div>
    </div>
  )
}

function OtherCard({ onRead }: { readonly onRead: (received: Received) => void }) {
  const { t } = useTranslation()
  const look = useCommand(api.between.readCard)
  const { read, isReading, error } = useFileReading(
    (file) => look.run({ file }),
    (card, file) => onRead({ card, file }),
  )
  return (
    <div className={styles.card}>
      <h3>{t('between.meet.other')}</h3>
      <FileDrop
        label={t('between.meet.otherButton')}
        hint={t('between.meet.otherHint')}
        accept={[betweenEndings.card]}
        isBusy={isReading}
        error={error}
        onFile={(file) => void read(file)}
      />
    </div>
  )
}

interface MeetDialogProps {
  readonly received: Received
  readonly state: State
  readonly onClose: () => void
  readonly onMet: (name: string) => void
}

function MeetDialog({ received: { file, card }, state, onClose, onMet }: MeetDialogProps) {
  const { t } = useTranslation()
  const meet = useCommand(api.between.meet)
  const [words, setWords] = useState(noWords)
  const [groupId, setGroupId] = useState(card.groupId)
  const submit = async () => {
    const outcome = await meet.run({ file, words: [...words], groupId })
    if (outcome.ok) onMet(card.name)
  }
  return (
    <FormDialog
      title={t('between.meet.dialog', { name: card.name })}
      sub={card.isKnown ? t('between.meet.known') : t(`between.books.${card.kind}`)}
      submit={t('between.meet.submit')}
      command={meet}
      onSubmit={submit}
      onClose={onClose}
    >
      {state.kind === 'vereniging' && state.groups.length === 0 && (
        <Notice kind="att">
          <p>{t('between.meet.noGroups')}</p>
        </Notice>
      )}
      {state.kind === 'vereniging' && state.groups.length > 0 && (
        <SelectField
          label={t('between.meet.group')}
          isRequired
          value={groupId}
          onChange={setGroupId}
          placeholder={t('between.meet.groupPlaceholder')}
          options={state.groups.map(({ id, name }) => ({ value: id, label: name }))}
          error={meet.fieldError('groupId')}
        />
      )}
      <WordFields legend={t('between.meet.typeWords')} words={words} onChange={setWords} />
    </FormDialog>
  )
}
