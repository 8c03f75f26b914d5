// Rules over several rows that an undo could break; each area adds its own.
import type { RuleCheck } from './journal/undo-action.ts'

export const ruleChecks: readonly RuleCheck[] = []
