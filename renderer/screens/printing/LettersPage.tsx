import { useDeferredValue, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'wouter'
import type { LetterWish } from '../../../shared/contract/documents.ts'
import { fieldAsTyped, letterFields } from '../../../shared/domain/letter-fields.ts'
import { paperLanguages } from '../../../shared/domain/paper-language.ts'
import { paths } from '../../app/paths.ts'
import { Button } from '../../components/Button.tsx'
import { Checkbox } from '../../components/Checkbox.tsx'
import { ChoiceGroup } from '../../components/ChoiceGroup.tsx'
import { FieldRow, FormError } from '../../components/Form.tsx'
import { Page } from '../../components/Page.tsx'
import { Section } from '../../components/Section.tsx'
import { SelectField } from '../../components/SelectField.tsx'
import { TextArea } from '../../components/TextArea.tsx'
import { TextField } from '../../components/TextField.tsx'
import { Answered } from '../../data/Answered.tsx'
import { type Api, api } from '../../data/api.ts'
import { useCommand } from '../../data/use-command.ts'
import { useDownload } from '../../data/use-download.ts'
import { useQuery } from '../../data/use-query.ts'
import { PaperPreview, printPaper } from '../../parts/PaperPreview.tsx'
import { SavePaper } from '../../parts/SavePaper.tsx'
import { MailWalk } from './MailWalk.tsx'
import { WhoField } from './PaperFields.tsx'
import { PartyList } from './PartyList.tsx'
import styles from './Printing.module.css'
import { Remarks } from './Remarks.tsx'
import { Translations } from './Translations.tsx'

export type Parties = Awaited<ReturnType<Api['documents']['parties']>>['parties']

/** One letter to one, to many or to each household once: by e-mail where that can be, on paper for the others. */
export function LettersPage() {
  const { t, i18n } = useTranslation()
  const [params] = useSearchParams()
  const [letter, setLetter] = useState<LetterWish>(() => ({
    document: 'letters',
    language: i18n.language === 'en' ? 'en' : 'nl',
    who: { neighbourhood: params.get('binnenbuurt'), kind: 'now', personId: params.get('mens') },
    ownLanguage: false,
    perHousehold: false,
    sender: '',
    subject: '',
    text: '',
    signature: '',
    way: 'mail',
    otherWay: [],
    translations: [],
  }))
  const change = (part: Partial<LetterWish>) => setLetter({ ...letter, ...part })
  // What is typed comes first; the preview follows when there is time.
  const wish = useDeferredValue(letter)
  const divided = useQuery(api.documents.parties, wish, { keep: true })
  const turn = (key: string) =>
    change({
      otherWay: letter.otherWay.includes(key)
        ? letter.otherWay.filter((other) => other !== key)
        : [...letter.otherWay, key],
    })
  return (
    <Page
      title={t('printing.documents.letters.title')}
      sub={t('printing.documents.letters.about')}
      back={{ href: paths.printing, label: t('printing.title') }}
    >
      <LetterFields letter={letter} onChange={change} />
      <Answered of={divided}>
        {({ parties, remarks }) => {
          const mails = parties.filter(({ way }) => way === 'mail')
          const papers = parties.filter(({ way }) => way === 'paper')
          return (
            <>
              <Remarks remarks={remarks} />
              <p className={styles.sum} role="status">
                {t('printing.letter.sum', {
                  mails: t('printing.letter.mails', { count: mails.length }),
                  papers: t('printing.letter.papers', { count: papers.length }),
                })}
              </p>
              <InLanguages letter={wish} parties={parties} />
              <PartyList parties={parties} onTurn={turn} />
              {papers.length > 0 && <OnPaper letter={wish} count={papers.length} />}
              {mails.length > 0 && <ByMail letter={wish} mails={mails} />}
            </>
          )
        }}
      </Answered>
    </Page>
  )
}

/** How many get it in each of the other languages: nobody, where it is not known who reads that. */
function InLanguages({
  letter: { translations },
  parties,
}: {
  readonly letter: LetterWish
  readonly parties: Parties
}) {
  const { t } = useTranslation()
  const written = translations.filter(({ text }) => text !== '')
  if (written.length === 0) return null
  return (
    <ul>
      {written.map(({ language }) => (
        <li key={language}>
          {t('printing.letter.inLanguage', {
            language: t(`printing.languages.${language}`),
            count: parties.filter((party) => party.language === language && party.way !== 'none').length,
          })}
        </li>
      ))}
    </ul>
  )
}

interface LetterFieldsProps {
  readonly letter: LetterWish
  readonly onChange: (part: Partial<LetterWish>) => void
}

function LetterFields({ letter, onChange }: LetterFieldsProps) {
  const { t, i18n } = useTranslation()
  return (
    <div className={styles.fields}>
      <FieldRow>
        <WhoField choices={letter} onChange={onChange} />
        <ChoiceGroup
          label={t('printing.letter.each')}
          value={letter.perHousehold ? 'household' : 'person'}
          onChange={(value) => onChange({ perHousehold: value === 'household', otherWay: [] })}
          choices={(['person', 'household'] as const).map((value) => ({ value, label: t(`printing.per.${value}`) }))}
        />
        <ChoiceGroup
          label={t('printing.letter.way')}
          value={letter.way}
          onChange={(way) => onChange({ way, otherWay: [] })}
          choices={(['mail', 'paper'] as const).map((value) => ({ value, label: t(`printing.letter.ways.${value}`) }))}
        />
      </FieldRow>
      <TextField
        label={t('printing.letter.subject')}
        value={letter.subject}
        onChange={(subject) => onChange({ subject })}
        maxLength={200}
      />
      <TextArea
        label={t('printing.letter.text')}
        hint={t('printing.letter.textHint', {
          known: letterFields.map((name) => fieldAsTyped(name, i18n.language)).join(' '),
        })}
        value={letter.text}
        onChange={(text) => onChange({ text })}
        maxLength={8000}
        rows={8}
      />
      <Translations letter={letter} onChange={onChange} />
      <FieldRow>
        <TextArea
          label={t('printing.letter.signature')}
          value={letter.signature}
          onChange={(signature) => onChange({ signature })}
          maxLength={300}
          rows={2}
          isOptional
          width="medium"
        />
        <TextArea
          label={t('printing.fields.sender')}
          hint={t('printing.letter.senderHint')}
          value={letter.sender}
          onChange={(sender) => onChange({ sender })}
          maxLength={300}
          rows={2}
          isOptional
          width="medium"
        />
        <SelectField
          label={t('printing.letter.language')}
          width="medium"
          value={letter.language}
          // A translation into the language of the letter itself would say the same twice.
          onChange={(language) =>
            onChange({
              language,
              translations: letter.translations.filter((translation) => translation.language !== language),
            })
          }
          options={paperLanguages.map((value) => ({ value, label: t(`printing.languages.${value}`) }))}
        />
      </FieldRow>
      <Checkbox
        label={t('printing.letter.ownLanguage')}
        hint={t('printing.letter.ownLanguageHint')}
        isChecked={letter.ownLanguage}
        onChange={(ownLanguage) => onChange({ ownLanguage })}
      />
    </div>
  )
}

function OnPaper({ letter, count }: { readonly letter: LetterWish; readonly count: number }) {
  const { t } = useTranslation()
  const shown = useQuery(api.documents.show, letter, { keep: true })
  const make = useCommand(api.documents.make)
  const download = useDownload()
  const frame = useRef<HTMLIFrameElement>(null)
  const save = async (format: 'pdf' | 'html') => {
    const outcome = await make.run({ wish: letter, format })
    if (outcome.ok) download(outcome.value.file)
  }
  return (
    <Section title={t('printing.letter.onPaper')}>
      <div className="stack">
        <div className="cluster">
          <Button kind="main" icon="print" onPress={() => printPaper(frame)}>
            {t('printing.letter.print', { count })}
          </Button>
          <SavePaper isBusy={make.isRunning} onSave={(format) => void save(format)} />
        </div>
        <FormError text={make.formError} />
        <Answered of={shown}>{(paper) => <PaperPreview paper={paper} frame={frame} />}</Answered>
      </div>
    </Section>
  )
}

function ByMail({ letter, mails }: { readonly letter: LetterWish; readonly mails: Parties }) {
  const { t } = useTranslation()
  const save = useCommand(api.documents.saveMails)
  const download = useDownload()
  const saveAll = async () => {
    const outcome = await save.run(letter)
    if (outcome.ok) download(outcome.value.file)
  }
  return (
    <Section title={t('printing.letter.byMail')}>
      <div className="stack">
        <p className="soft measure">{t('printing.letter.byMailText')}</p>
        <div className="cluster">
          <Button icon="giveOut" isBusy={save.isRunning} onPress={() => void saveAll()}>
            {t('printing.letter.saveMails', { count: mails.length })}
          </Button>
        </div>
        <FormError text={save.formError} />
        <MailWalk letter={letter} mails={mails} />
      </div>
    </Section>
  )
}
