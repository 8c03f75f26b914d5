import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useParams } from 'wouter'
import { NotFoundScreen } from '../../app/NotFoundScreen.tsx'
import { paths } from '../../app/paths.ts'
import { Button } from '../../components/Button.tsx'
import { Page } from '../../components/Page.tsx'
import { Answered } from '../../data/Answered.tsx'
import { api } from '../../data/api.ts'
import { useQuery } from '../../data/use-query.ts'
import { PaperPreview, printPaper } from '../../parts/PaperPreview.tsx'

type Wanted = Parameters<typeof api.privacy.document>[0]['of']

/** A paper about how the association keeps to the law, as it comes out of the printer. */
export function PrivacyPaperScreen() {
  const { kind = '', id } = useParams<{ kind: string; id?: string }>()
  const wanted = wantedBy(kind, id)
  return wanted ? <OnePaper of={wanted} /> : <NotFoundScreen />
}

function OnePaper({ of }: { readonly of: Wanted }) {
  const { t } = useTranslation()
  const paper = useQuery(api.privacy.document, { of })
  const frame = useRef<HTMLIFrameElement>(null)
  return (
    <Page
      title={t(`privacy.documents.${of.kind}`)}
      back={{ href: paths.privacy, label: t('privacy.documents.back') }}
      actions={
        <Button kind="main" icon="print" onPress={() => printPaper(frame)}>
          {t('privacy.documents.print')}
        </Button>
      }
    >
      <Answered of={paper}>{(shown) => <PaperPreview paper={shown} frame={frame} />}</Answered>
    </Page>
  )
}

function wantedBy(kind: string, id: string | undefined): Wanted | undefined {
  switch (kind) {
    case 'register':
    case 'notice':
    case 'assessment':
      return { kind }
    case 'receipt':
    case 'breach':
    case 'breachLetter':
      return id === undefined ? undefined : { kind, id }
    default:
      return undefined
  }
}
