import type { RefObject } from 'react'
import { useTranslation } from 'react-i18next'
import { Button, LinkButton } from '../components/Button.tsx'
import { paths } from './paths.ts'
import { SearchBox } from './SearchBox.tsx'
import styles from './TopLine.module.css'

export interface TopLineProps {
  readonly searchRef: RefObject<HTMLInputElement | null>
  readonly isMenuOpen: boolean
  readonly onMenu: () => void
  readonly onUndo: () => void
}

/** Always in the same place: search at the start, taking back and help at the end. */
export function TopLine({ searchRef, isMenuOpen, onMenu, onUndo }: TopLineProps) {
  const { t } = useTranslation()
  return (
    <header className={styles.top}>
      <span className={styles.menu}>
        <Button icon="menu" isExpanded={isMenuOpen} controls="menu" onPress={onMenu}>
          {t('app.nav.menu')}
        </Button>
      </span>
      <SearchBox inputRef={searchRef} />
      <div className={styles.end}>
        <Button kind="plain" icon="undo" onPress={onUndo}>
          {t('app.undo.button')}
        </Button>
        <LinkButton kind="plain" icon="help" href={paths.help}>
          {t('app.help')}
        </LinkButton>
      </div>
    </header>
  )
}
