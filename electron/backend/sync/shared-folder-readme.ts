import en from '../../../resources/locales/en/sharing.json' with { type: 'json' }
import nl from '../../../resources/locales/nl/sharing.json' with { type: 'json' }

/** What stands in the folder for whoever opens it and wonders. */
export function sharedFolderReadme(language: 'nl' | 'en' | null): string {
  const { readme } = language === 'en' ? en : nl
  return `${readme.title}\r\n\r\n${readme.text}\r\n\r\n${readme.technical}\r\n`
}
