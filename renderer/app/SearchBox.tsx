import { type KeyboardEvent, type RefObject, useEffect, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import { Icon } from '../components/Icon.tsx'
import { type ComboOption, OptionList } from '../components/OptionList.tsx'
import { api } from '../data/api.ts'
import { useQuery } from '../data/use-query.ts'
import { paths } from './paths.ts'
import styles from './SearchBox.module.css'

interface Hit extends ComboOption {
  readonly href: string
}

/** One box for everything with a name: people by name, street or phone digits, binnenbuurten, organisations, initiatives. Arrows and Enter choose. */
export function SearchBox({ inputRef }: { readonly inputRef: RefObject<HTMLInputElement | null> }) {
  const { t } = useTranslation()
  const [, navigate] = useLocation()
  const listId = useId()
  const [text, setText] = useState('')
  const [isOpen, setOpen] = useState(false)
  const [active, setActive] = useState(0)
  const [isAwaited, setAwaited] = useState(false)
  const wanted = text.trim()
  const found = useQuery(api.search.find, { text: wanted }, { keep: true, isWanted: wanted !== '' })
  const hits = found.state === 'ready' && wanted !== '' ? hitsOf(found.value) : []
  const isShown = isOpen && wanted !== '' && found.state === 'ready'
  const isLooking = wanted !== '' && (found.state === 'loading' || (found.state === 'ready' && found.isStale))
  // Of what answers an earlier text nothing is marked: whoever types quickly and presses Enter would open somebody else.
  const marked = isLooking ? -1 : Math.min(active, hits.length - 1)

  const open = (hit: Hit) => {
    setOpen(false)
    setText('')
    setAwaited(false)
    navigate(hit.href)
  }
  useEffect(() => {
    if (!isAwaited || isLooking) return
    setAwaited(false)
    if (hits[0]) open(hits[0])
  })
  const pressKey = (event: KeyboardEvent) => {
    const hit = hits[marked]
    if (event.key === 'Enter' && isShown && hit) open(hit)
    else if (event.key === 'Enter' && isLooking) setAwaited(true)
    else if ((event.key === 'ArrowDown' || event.key === 'ArrowUp') && hits.length > 0) {
      event.preventDefault()
      setOpen(true)
      setActive((Math.max(0, marked) + (event.key === 'ArrowDown' ? 1 : -1) + hits.length) % hits.length)
    } else if (event.key === 'Escape') {
      // First the list goes, then the text.
      if (isShown) setOpen(false)
      else setText('')
    }
  }
  return (
    <search className={styles.search}>
      <span className={styles.frame}>
        <Icon name="search" className={styles.glass} />
        <input
          ref={inputRef}
          type="search"
          role="combobox"
          dir="auto"
          autoComplete="off"
          spellCheck={false}
          className={styles.input}
          aria-label={t('app.search.label')}
          placeholder={t('app.search.label')}
          aria-expanded={isShown && hits.length > 0}
          aria-controls={listId}
          aria-autocomplete="list"
          aria-activedescendant={isShown && hits[marked] ? `${listId}-${marked}` : undefined}
          value={text}
          onChange={(event) => {
            setText(event.currentTarget.value)
            setActive(0)
            setAwaited(false)
            setOpen(true)
          }}
          onFocus={() => setOpen(true)}
          onBlur={() => setOpen(false)}
          onKeyDown={pressKey}
        />
      </span>
      {isShown && (
        <OptionList
          id={listId}
          label={t('app.search.results')}
          options={hits}
          active={marked}
          onChoose={(option) => {
            const hit = hits.find(({ id }) => id === option.id)
            if (hit) open(hit)
          }}
        />
      )}
    </search>
  )
}

type Found = Awaited<ReturnType<typeof api.search.find>>

function hitsOf({ people, neighbourhoods, organisations, initiatives }: Found): Hit[] {
  return [
    ...neighbourhoods.map(({ id, name }) => ({ id, label: name, href: paths.neighbourhood(id) })),
    ...organisations.map(({ id, name, what }) => ({
      id,
      label: name,
      ...(what !== null && { note: what }),
      href: paths.organisation(id),
    })),
    ...initiatives.map(({ id, name }) => ({ id, label: name, href: paths.initiative(id) })),
    ...people.map(({ id, name, address, phone }) => ({
      id,
      label: name,
      note: [address, phone].filter(Boolean).join(', '),
      href: paths.person(id),
    })),
  ]
}
