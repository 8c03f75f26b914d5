// The keys of t() are those of the Dutch files: a key that does not exist does not compile.
import 'i18next'
import type { nl } from './nl.ts'

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'translation'
    resources: { translation: typeof nl }
    returnNull: false
  }
}
