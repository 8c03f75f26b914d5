// The words of exported lists, in the language of the app.
import enBarriers from '../../../resources/locales/en/barriers.json' with { type: 'json' }
import enExports from '../../../resources/locales/en/exports.json' with { type: 'json' }
import enImports from '../../../resources/locales/en/imports.json' with { type: 'json' }
import enHelp from '../../../resources/locales/en/mutualHelp.json' with { type: 'json' }
import enNewcomers from '../../../resources/locales/en/newcomers.json' with { type: 'json' }
import nlBarriers from '../../../resources/locales/nl/barriers.json' with { type: 'json' }
import nlExports from '../../../resources/locales/nl/exports.json' with { type: 'json' }
import nlImports from '../../../resources/locales/nl/imports.json' with { type: 'json' }
import nlHelp from '../../../resources/locales/nl/mutualHelp.json' with { type: 'json' }
import nlNewcomers from '../../../resources/locales/nl/newcomers.json' with { type: 'json' }
import type { ImportReason } from '../../../shared/domain/import-reason.ts'

export interface ExportWords {
  readonly words: typeof nlExports
  readonly help: Pick<typeof nlHelp, 'categories' | 'times' | 'timesAny'>
  readonly barriers: Pick<typeof nlBarriers, 'kinds' | 'judge'>
  readonly newcomers: Pick<typeof nlNewcomers, 'steps'>
  /** Why a row of a list was not taken in, by the reason's code. */
  readonly reasons: Readonly<Record<ImportReason, string>>
}

export function exportWords(language: 'nl' | 'en' | null): ExportWords {
  return language === 'en'
    ? { words: enExports, help: enHelp, barriers: enBarriers, newcomers: enNewcomers, reasons: enImports.reasons }
    : { words: nlExports, help: nlHelp, barriers: nlBarriers, newcomers: nlNewcomers, reasons: nlImports.reasons }
}

/** Fills {{name}} in words that need no plural. */
export function fillWords(words: string, values: Readonly<Record<string, string | number | null>>): string {
  return words.replace(/\{\{(\w+)\}\}/g, (_whole, name: string) => String(values[name] ?? ''))
}

/** Of words that differ by number: `key_one` or `key_other`, filled in. */
export function countedWords<Key extends string>(
  words: Readonly<Record<`${Key}_one` | `${Key}_other`, string>>,
  key: Key,
  count: number,
  values: Readonly<Record<string, string | number>> = {},
): string {
  return fillWords(words[`${key}_${count === 1 ? 'one' : 'other'}`], { count, ...values })
}
