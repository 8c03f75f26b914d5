import { paths } from '../app/paths.ts'

/** The screen where a record is seen and changed; undefined for one that has none of its own. */
export function recordPath({ table, id }: { readonly table: string; readonly id: string }): string | undefined {
  switch (table) {
    case 'person':
      return paths.person(id)
    case 'neighbourhood':
      return paths.neighbourhood(id)
    case 'gathering':
      return paths.gathering(id)
    case 'collection':
      return paths.collection(id)
    case 'fee_plan':
    case 'fee_rate':
      return paths.dues
    case 'book':
    case 'bank_account':
    case 'module_use':
      return paths.settings
    case 'reminder_settings':
      return paths.openDues
    case 'booking_category':
    case 'budget_line':
      return paths.year
    case 'booking_note':
    case 'cash_count_note':
      return paths.cash
    default:
      return undefined
  }
}
