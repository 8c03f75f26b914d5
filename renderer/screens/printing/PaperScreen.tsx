import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useParams, useSearchParams } from 'wouter'
import { dayOfClock } from '../../../shared/domain/calendar-date.ts'
import { NotFoundScreen } from '../../app/NotFoundScreen.tsx'
import { paths } from '../../app/paths.ts'
import { Button } from '../../components/Button.tsx'
import { FormError } from '../../components/Form.tsx'
import { Page } from '../../components/Page.tsx'
import { Answered } from '../../data/Answered.tsx'
import { api } from '../../data/api.ts'
import { useCommand } from '../../data/use-command.ts'
import { useDownload } from '../../data/use-download.ts'
import { useQuery } from '../../data/use-query.ts'
import { PaperPreview, printPaper } from '../../parts/PaperPreview.tsx'
import { SavePaper } from '../../parts/SavePaper.tsx'
import { LettersPage } from './LettersPage.tsx'
import { PaperFields } from './PaperFields.tsx'
import { type FormPaper, type PaperChoices, papers, wishOf } from './paper-wish.ts'
import { Remarks } from './Remarks.tsx'

/** One document: what it is made with, how it will look, and the way to paper. */
export function PaperScreen() {
  const { document = '' } = useParams()
  const paper = papers.find(({ address }) => address === document)
  if (!paper) return <NotFoundScreen />
  return paper.name === 'letters' ? <LettersPage /> : <OnePaper key={paper.name} name={paper.name} />
}

function OnePaper({ name }: { readonly name: FormPaper }) {
  const { t, i18n } = useTranslation()
  const [params] = useSearchParams()
  const [choices, setChoices] = useState(() => firstChoices(params, i18n.language))
  const wish = wishOf(name, choices)
  const shown = useQuery(api.documents.show, wish ?? nothing, { keep: true, isWanted: wish !== undefined })
  const make = useCommand(api.documents.make)
  const download = useDownload()
  const frame = useRef<HTMLIFrameElement>(null)
  const save = async (format: 'pdf' | 'html') => {
    if (!wish) return
    const outcome = await make.run({ wish, format })
    if (outcome.ok) download(outcome.value.file)
  }
  return (
    <Page
      title={t(`printing.documents.${name}.title`)}
      sub={t(`printing.documents.${name}.about`)}
      back={{ href: paths.printing, label: t('printing.title') }}
      actions={
        wish && (
          <>
            <SavePaper isPageOffered isBusy={make.isRunning} onSave={(format) => void save(format)} />
            <Button kind="main" icon="print" onPress={() => printPaper(frame)}>
              {t('printing.print')}
            </Button>
          </>
        )
      }
    >
      <FormError text={make.formError} />
      <PaperFields name={name} choices={choices} onChange={(part) => setChoices({ ...choices, ...part })} />
      {wish && (
        <Answered of={shown}>
          {(paper) => (
            <>
              <Remarks remarks={paper.remarks} />
              <PaperPreview paper={paper} frame={frame} />
            </>
          )}
        </Answered>
      )}
    </Page>
  )
}

/** Never asked: while nothing is chosen the question waits. */
const nothing = { document: 'attendance', language: 'nl', gatheringId: '-' } as const

/** What the screen it came from had chosen: /afdrukken/ledenlijst?binnenbuurt=... */
function firstChoices(params: URLSearchParams, screenLanguage: string): PaperChoices {
  const group = params.get('binnenbuurt')
  return {
    language: screenLanguage === 'en' ? 'en' : 'nl',
    letters: 'usual',
    audience: 'own',
    who: { neighbourhood: group, kind: 'now', personId: params.get('mens') },
    groupId: group,
    gatheringId: params.get('bijeenkomst'),
    most: 5,
    ownLanguage: true,
    perHousehold: true,
    sheet: '3x7',
    size: 'DL',
    sender: '',
    start: 1,
    across: 0,
    down: 0,
    withNames: false,
    withCare: false,
    year: Number(dayOfClock(new Date()).slice(0, 4)),
  }
}
