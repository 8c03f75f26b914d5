import { useTranslation } from 'react-i18next'
import { paths } from '../../app/paths.ts'
import { Page } from '../../components/Page.tsx'
import { Section } from '../../components/Section.tsx'
import styles from './Help.module.css'
import { type KeyLine, type KeyPlace, keyList, keyPlaces, namedKeys } from './key-list.ts'

/** All keys, by where they work. */
export function KeysScreen() {
  const { t } = useTranslation()
  return (
    <Page
      isForPaper
      title={t('help.keys.title')}
      sub={t('help.keys.sub')}
      back={{ href: paths.help, label: t('help.back') }}
    >
      {keyPlaces.map((place) => (
        <Section key={place} title={t(`help.keys.places.${place}`)}>
          <Keys place={place} />
        </Section>
      ))}
    </Page>
  )
}

function Keys({ place }: { readonly place: KeyPlace }) {
  const { t } = useTranslation()
  return (
    <dl className={styles.keyLines}>
      {keyList[place].map((line) => (
        <div key={line.what}>
          <dt>{t(`help.keys.what.${line.what}`)}</dt>
          <dd>
            <Chords line={line} />
          </dd>
        </div>
      ))}
    </dl>
  )
}

function Chords({ line }: { readonly line: KeyLine }) {
  const { t } = useTranslation()
  const nameOf = (key: string) => {
    const named = namedKeys.find((name) => name === (key === ' ' ? 'Space' : key))
    return named ? t(`help.keys.names.${named}`) : key
  }
  return (
    <span className={styles.keys}>
      {line.chords.map((chord, at) => (
        <span key={chord.join(' ')}>
          {at > 0 && <span className="soft">{t('help.keys.or')} </span>}
          <kbd>{chord.map(nameOf).join(' + ')}</kbd>
        </span>
      ))}
    </span>
  )
}
