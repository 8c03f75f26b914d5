import type { Migration } from '../migrate.ts'

/** Amounts of a fee plan for a quarter, half a year or a year: a plan that says nothing goes on being for a month. */
export const ratesForMonths: Migration = {
  version: 6,
  name: 'amounts for more months',
  up(raw) {
    raw.exec('ALTER TABLE fee_plan ADD COLUMN rate_months INTEGER CHECK (rate_months IN (1, 3, 6, 12))')
  },
}
