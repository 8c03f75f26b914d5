import { use } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../../data/api.ts'
import { useQuery } from '../../data/use-query.ts'
import { type HelpPageWords, helpWords } from '../../i18n/help-words.ts'
import { type HelpPage, helpPages, isListed } from './help-pages.ts'

export type WordedPage = HelpPage & HelpPageWords

export interface Help {
  /** The pages that this book has use for. */
  readonly listed: readonly WordedPage[]
  readonly all: readonly WordedPage[]
}

/** The pages of help with their words. Waits, as a lazy screen does, until the words are there. */
export function useHelp(): Help {
  const { i18n } = useTranslation()
  const words = use(helpWords(i18n.language === 'en' ? 'en' : 'nl'))
  const settings = useQuery(api.books.settings, {})
  const all = helpPages.map((page) => ({ ...page, ...words[page.code] }))
  const listed = settings.state === 'ready' ? all.filter((page) => isListed(page, settings.value)) : []
  return { listed, all }
}
