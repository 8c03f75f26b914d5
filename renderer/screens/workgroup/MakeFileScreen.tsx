import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { WorkgroupContent } from '../../../shared/contract/workgroup.ts'
import { dayOfClock } from '../../../shared/domain/calendar-date.ts'
import { overviewOf } from '../../../shared/domain/workgroup-overview.ts'
import { associationSums } from '../../../shared/domain/workgroup-sums.ts'
import { paths } from '../../app/paths.ts'
import { Button } from '../../components/Button.tsx'
import { ChoiceGroup } from '../../components/ChoiceGroup.tsx'
import { Disclosure } from '../../components/Disclosure.tsx'
import { FormError } from '../../components/Form.tsx'
import { Notice } from '../../components/Notice.tsx'
import { Page } from '../../components/Page.tsx'
import { Section } from '../../components/Section.tsx'
import { TextArea } from '../../components/TextArea.tsx'
import { Answered } from '../../data/Answered.tsx'
import { api } from '../../data/api.ts'
import { useCommand } from '../../data/use-command.ts'
import { useDownload } from '../../data/use-download.ts'
import { useQuery } from '../../data/use-query.ts'
import { AssociationSheet } from './AssociationSheet.tsx'
import styles from './Workgroup.module.css'

const mostQuestions = 10

/** Maak werkgroepbestand: of which year, what the group wants to bring, and exactly what goes out. */
export function MakeFileScreen() {
  const { t } = useTranslation()
  const thisYear = Number(dayOfClock(new Date()).slice(0, 4))
  const [year, setYear] = useState(String(thisYear))
  const [text, setText] = useState('')
  const questions = text
    .split('\n')
    .map((line) => line.trim().slice(0, 300))
    .filter(Boolean)
    .slice(0, mostQuestions)
  const making = { from: `${year}-01-01`, until: `${year}-12-31`, questions }
  const preview = useQuery(api.workgroup.preview, making, { keep: true })
  const make = useCommand(api.workgroup.make)
  const download = useDownload()
  const [made, setMade] = useState<string>()
  const save = async () => {
    setMade(undefined)
    const outcome = await make.run(making)
    if (!outcome.ok) return
    download(outcome.value.file)
    setMade(outcome.value.name)
  }
  return (
    <Page
      title={t('workgroup.make.title')}
      sub={t('workgroup.make.sub')}
      back={{ href: paths.reports, label: t('reports.title') }}
      actions={
        <Button kind="main" icon="giveOut" isBusy={make.isRunning} onPress={() => void save()}>
          {t('workgroup.make.save')}
        </Button>
      }
    >
      <FormError text={make.formError} />
      <div role="status">
        {made && (
          <Notice kind="ok">
            <p>{t('workgroup.make.done', { name: made })}</p>
          </Notice>
        )}
      </div>
      <div className={styles.form}>
        <ChoiceGroup
          label={t('workgroup.make.year')}
          value={year}
          onChange={setYear}
          choices={[thisYear, thisYear - 1].map((value) => ({ value: String(value), label: String(value) }))}
        />
        <TextArea
          label={t('workgroup.make.questions')}
          hint={t('workgroup.make.questionsHint')}
          isOptional
          value={text}
          onChange={setText}
          maxLength={3000}
          rows={3}
        />
      </div>
      <Section title={t('workgroup.make.preview')}>
        <p className="soft measure">{t('workgroup.make.previewText')}</p>
        <Answered of={preview}>
          {(content) => (
            <div className="stack">
              <Preview content={content} />
              <Disclosure title={t('workgroup.make.whole')}>
                <pre className={styles.whole} dir="ltr">
                  {JSON.stringify(content, null, 2)}
                </pre>
              </Disclosure>
            </div>
          )}
        </Answered>
      </Section>
    </Page>
  )
}

/** As the working group will see it. */
function Preview({ content }: { readonly content: WorkgroupContent }) {
  const sheets = useMemo(() => associationSums(overviewOf([{ ...content, key: '', isOlder: false }]).lines), [content])
  return sheets.map((sheet) => <AssociationSheet key={sheet.name} of={sheet} />)
}
