import type { themes } from '../../../shared/contract/themes.ts'
import type { BookContext } from '../context.ts'
import type { HandlersOf } from '../dispatch.ts'
import { askTheme, dropTheme, holdTheme } from './ask-theme.ts'
import { askedThemes } from './theme-queries.ts'

export const themesHandlers: HandlersOf<typeof themes, BookContext> = {
  async list(_input, { db, today }) {
    const all = await askedThemes(db)
    const isOpen = ({ gathering, dropped }: (typeof all)[number]) => gathering === null && !dropped
    return {
      today: today(),
      open: all.filter(isOpen),
      done: all.filter((theme) => !isOpen(theme)).toReversed(),
      askedCount: all.length,
      heldCount: all.filter(({ gathering }) => gathering?.isHeld).length,
    }
  },
  ask: (input, context) => askTheme(context, input),
  async hold(input, context) {
    await holdTheme(context, input)
    return null
  },
  async drop({ id }, context) {
    await dropTheme(context, id)
    return null
  },
}
