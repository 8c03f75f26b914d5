// All declared tables, joined: what the database is made from and what Kysely's types are.
import { bankAccountTable } from '../bank/bank-account-table.ts'
import { bankFileContentTable, bankFileTable, bankStatementTable } from '../bank/bank-file-table.ts'
import {
  bankDecisionTable,
  bankLineTable,
  bankLineTextTable,
  bankLinkTable,
  payerAccountTable,
} from '../bank/bank-line-table.ts'
import { barrierTable } from '../barriers/barrier-table.ts'
import { duesStandingTable, exchangedFileTable, otherBookTable, sharedPersonTable } from '../between/between-table.ts'
import { carriedCopyTable } from '../book-files/carried-copy-table.ts'
import {
  bookingCategoryTable,
  bookingNoteTable,
  bookingTable,
  cashCountNoteTable,
  cashCountTable,
} from '../bookkeeping/booking-table.ts'
import { budgetLineTable, yearCloseTable } from '../bookkeeping/year-table.ts'
import { bookTable, moduleUseTable } from '../books/book-table.ts'
import { absenceCauseTable, plannedAbsenceTable, plannedAbsenceWhyTable } from '../care/absence-table.ts'
import { careNoteTable, contactMomentTable } from '../care/contact-table.ts'
import { careContactTable, careTallyTable, referralTable, signalTable } from '../care/signal-table.ts'
import { checkInTable } from '../check-ins/check-in-table.ts'
import {
  collectionChargeTable,
  collectionDebtorTable,
  collectionItemTable,
  collectionReturnTable,
  collectionStepTable,
  collectionTable,
} from '../direct-debit/collection-table.ts'
import { mandateTable } from '../direct-debit/mandate-table.ts'
import { feeAgreementTable, feePlanTable, feeRateTable } from '../dues/fee-table.ts'
import { allocationTable, dueTable, paymentNoteTable, paymentTable, waiverTable } from '../dues/ledger-table.ts'
import { followUpTable } from '../follow-ups/follow-up-table.ts'
import { attendanceTable, gatheringTable } from '../gatherings/gathering-table.ts'
import { householdTable } from '../households/household-table.ts'
import { importLayoutTable } from '../import/import-layout-table.ts'
import {
  initiativeGatheringTable,
  initiativeMeasurementTable,
  initiativeOwnGoalTable,
  initiativeSignUpTable,
  initiativeStepTable,
  initiativeTable,
  initiativeTargetTable,
} from '../initiatives/initiative-table.ts'
import type { JournalTables } from '../journal/journal-tables.ts'
import { ledgerChainTable } from '../ledger-chain/chain-table.ts'
import { liftTable } from '../lifts/lift-table.ts'
import { membershipTable } from '../members/membership-table.ts'
import { personTable } from '../members/person-table.ts'
import {
  helpActTable,
  helpGiverTable,
  helpJobMemberTable,
  helpJobTable,
  helpOfferTable,
  helpRequestTable,
} from '../mutual-help/help-table.ts'
import { neighbourhoodMembershipTable } from '../neighbourhoods/neighbourhood-membership-table.ts'
import { neighbourhoodTable } from '../neighbourhoods/neighbourhood-table.ts'
import { newcomerTable, welcomeSettingsTable } from '../newcomers/newcomer-table.ts'
import {
  fundingTable,
  joinRequestTable,
  organisationOfferTable,
  organisationTable,
} from '../organisations/organisation-table.ts'
import { organisationReferralTable } from '../organisations/referral-table.ts'
import { pairContactTable, pairIntakeTable, pairTable } from '../pairs/pair-table.ts'
import { programmeRoundTable, programmeTable } from '../pairs/programme-table.ts'
import { dataBreachTable, erasureReceiptTable, privacySettingsTable } from '../privacy/privacy-table.ts'
import { paymentReferenceTable } from '../reminders/payment-reference-table.ts'
import {
  reminderDueTable,
  reminderPauseTable,
  reminderSettingsTable,
  reminderTable,
} from '../reminders/reminder-table.ts'
import { keptLongerTable } from '../retention/kept-longer-table.ts'
import { consentTable, disputeTable, restrictionTable } from '../rights/rights-table.ts'
import { roleTermTable } from '../roles/role-term-table.ts'
import { sealedRecordTable, sharedSealedRecordTable } from '../sealed-pairs/sealed-record-table.ts'
import { bookKeyTable, bookKeyWrapTable } from '../sealing/book-key-table.ts'
import { seriesTable } from '../series/series-table.ts'
import { speakerTable } from '../speakers/speaker-table.ts'
import { subsidyTable } from '../subsidies/subsidy-table.ts'
import {
  syncChainTable,
  syncDeviceTable,
  syncFileTable,
  syncKeyTable,
  syncListTable,
  syncVaultTable,
} from '../sync/folder/sync-tables.ts'
import {
  syncActionTable,
  syncClockTable,
  syncDifferenceTable,
  syncErasedTable,
  syncHintTable,
  syncNodeTable,
  syncOutgoingTable,
  syncPendingTable,
  syncReplacingTable,
  syncRevivalTable,
  syncRowTable,
} from '../sync/merge/merge-table.ts'
import { syncInvitationTable } from '../sync/pairing/pairing-table.ts'
import { themeTable } from '../themes/theme-table.ts'
import {
  ideaTable,
  ideaTrialTable,
  leaderAttendanceTable,
  leaderMeetingTable,
  networkPointTable,
} from '../working-group/working-group-table.ts'
import type { KyselyTable, NewRowOf, RowOf, Table } from './declare-table.ts'

/** Every declared table by name. A table that is not here does not exist. */
export const tables = {
  book: bookTable,
  module_use: moduleUseTable,
  neighbourhood: neighbourhoodTable,
  household: householdTable,
  person: personTable,
  membership: membershipTable,
  organisation: organisationTable,
  neighbourhood_membership: neighbourhoodMembershipTable,
  role_term: roleTermTable,
  fee_plan: feePlanTable,
  fee_rate: feeRateTable,
  fee_agreement: feeAgreementTable,
  due: dueTable,
  payment: paymentTable,
  payment_note: paymentNoteTable,
  allocation: allocationTable,
  waiver: waiverTable,
  bank_account: bankAccountTable,
  bank_file: bankFileTable,
  bank_file_content: bankFileContentTable,
  bank_statement: bankStatementTable,
  bank_line: bankLineTable,
  bank_line_text: bankLineTextTable,
  bank_link: bankLinkTable,
  bank_decision: bankDecisionTable,
  payer_account: payerAccountTable,
  carried_copy: carriedCopyTable,
  book_key: bookKeyTable,
  book_key_wrap: bookKeyWrapTable,
  booking_category: bookingCategoryTable,
  booking: bookingTable,
  booking_note: bookingNoteTable,
  cash_count: cashCountTable,
  cash_count_note: cashCountNoteTable,
  budget_line: budgetLineTable,
  year_close: yearCloseTable,
  ledger_chain: ledgerChainTable,
  payment_reference: paymentReferenceTable,
  reminder: reminderTable,
  reminder_due: reminderDueTable,
  reminder_pause: reminderPauseTable,
  reminder_settings: reminderSettingsTable,
  mandate: mandateTable,
  collection: collectionTable,
  collection_item: collectionItemTable,
  collection_charge: collectionChargeTable,
  collection_return: collectionReturnTable,
  collection_debtor: collectionDebtorTable,
  collection_step: collectionStepTable,
  series: seriesTable,
  subsidy: subsidyTable,
  gathering: gatheringTable,
  attendance: attendanceTable,
  asked_theme: themeTable,
  check_in: checkInTable,
  speaker: speakerTable,
  lift: liftTable,
  barrier: barrierTable,
  follow_up: followUpTable,
  help_giver: helpGiverTable,
  help_offer: helpOfferTable,
  help_request: helpRequestTable,
  help_act: helpActTable,
  help_job: helpJobTable,
  help_job_member: helpJobMemberTable,
  newcomer: newcomerTable,
  welcome_settings: welcomeSettingsTable,
  signal: signalTable,
  referral: referralTable,
  care_contact: careContactTable,
  care_tally: careTallyTable,
  contact_moment: contactMomentTable,
  care_note: careNoteTable,
  planned_absence: plannedAbsenceTable,
  planned_absence_why: plannedAbsenceWhyTable,
  absence_cause: absenceCauseTable,
  programme: programmeTable,
  programme_round: programmeRoundTable,
  pair_intake: pairIntakeTable,
  pair: pairTable,
  pair_contact: pairContactTable,
  sealed_record: sealedRecordTable,
  shared_sealed_record: sharedSealedRecordTable,
  organisation_offer: organisationOfferTable,
  funding: fundingTable,
  join_request: joinRequestTable,
  organisation_referral: organisationReferralTable,
  initiative: initiativeTable,
  initiative_step: initiativeStepTable,
  initiative_target: initiativeTargetTable,
  initiative_measurement: initiativeMeasurementTable,
  initiative_sign_up: initiativeSignUpTable,
  initiative_gathering: initiativeGatheringTable,
  initiative_own_goal: initiativeOwnGoalTable,
  leader_meeting: leaderMeetingTable,
  leader_attendance: leaderAttendanceTable,
  idea: ideaTable,
  idea_trial: ideaTrialTable,
  network_point: networkPointTable,
  other_book: otherBookTable,
  shared_person: sharedPersonTable,
  exchanged_file: exchangedFileTable,
  dues_standing: duesStandingTable,
  kept_longer: keptLongerTable,
  consent: consentTable,
  restriction: restrictionTable,
  dispute: disputeTable,
  erasure_receipt: erasureReceiptTable,
  data_breach: dataBreachTable,
  privacy_settings: privacySettingsTable,
  import_layout: importLayoutTable,
  sync_invitation: syncInvitationTable,
  sync_vault: syncVaultTable,
  sync_key: syncKeyTable,
  sync_list: syncListTable,
  sync_file: syncFileTable,
  sync_chain: syncChainTable,
  sync_device: syncDeviceTable,
  sync_clock: syncClockTable,
  sync_node: syncNodeTable,
  sync_action: syncActionTable,
  sync_row: syncRowTable,
  sync_difference: syncDifferenceTable,
  sync_outgoing: syncOutgoingTable,
  sync_pending: syncPendingTable,
  sync_erased: syncErasedTable,
  sync_hint: syncHintTable,
  sync_revival: syncRevivalTable,
  sync_replacing: syncReplacingTable,
} as const satisfies Record<string, Table>

export type TableName = keyof typeof tables
export type Row<Name extends TableName> = RowOf<(typeof tables)[Name]>
export type NewRow<Name extends TableName> = NewRowOf<(typeof tables)[Name]>

export type Database = { [Name in TableName]: KyselyTable<(typeof tables)[Name]> } & JournalTables

export const allTables: readonly Table[] = Object.values(tables)

/** The declaration of a table by the name the journal holds; undefined for a table this version does not know. */
export function tableNamed(name: string): Table | undefined {
  return allTables.find((table) => table.name === name)
}
