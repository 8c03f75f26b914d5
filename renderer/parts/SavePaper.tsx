import { useTranslation } from 'react-i18next'
import { Button } from '../components/Button.tsx'
import { api } from '../data/api.ts'
import { useQuery } from '../data/use-query.ts'

type PaperFormat = 'pdf' | 'html'

export interface SavePaperProps {
  readonly isBusy: boolean
  readonly onSave: (format: PaperFormat) => void
  /** A web page is offered beside a PDF too. */
  readonly isPageOffered?: boolean
}

/** Keeps what is shown as a file: a PDF where this computer can make one, else a web page. */
export function SavePaper({ isBusy, onSave, isPageOffered = false }: SavePaperProps) {
  const { t } = useTranslation()
  const formats = useQuery(api.documents.formats, {})
  if (formats.state !== 'ready') return null
  const { pdf } = formats.value
  return (
    <>
      {(isPageOffered || !pdf) && (
        <Button icon="page" isBusy={isBusy} onPress={() => onSave('html')}>
          {t('printing.html')}
        </Button>
      )}
      {pdf && (
        <Button icon="giveOut" isBusy={isBusy} onPress={() => onSave('pdf')}>
          {t('printing.pdf')}
        </Button>
      )}
    </>
  )
}
