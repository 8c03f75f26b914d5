import { useTranslation } from 'react-i18next'

/** What a key of the locale files stands for on the screen. A test checks that every key in the texts of help is there. */
export function useScreenName(): (key: string) => string {
  const { i18n } = useTranslation()
  return (key) => {
    const name: unknown = i18n.getResource(i18n.language, 'translation', key)
    return typeof name === 'string' ? name : key
  }
}
