import { Link } from 'wouter'
import { paths } from '../../app/paths.ts'
import styles from './Help.module.css'
import type { WordedPage } from './use-help.ts'

/** The way to a page of help, by its title. */
export function HelpLink({ page }: { readonly page: WordedPage }) {
  return (
    <Link href={paths.helpPage(page.slug)} className={styles.link}>
      {page.title}
    </Link>
  )
}
