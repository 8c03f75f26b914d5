CREATE INDEX absence_cause_by_gathering_id ON absence_cause (gathering_id);
CREATE INDEX absence_cause_by_person_id ON absence_cause (person_id);
CREATE INDEX action_by_subject ON action (subject_id);
CREATE INDEX allocation_by_due_id ON allocation (due_id);
CREATE INDEX allocation_by_payment_id ON allocation (payment_id);
CREATE INDEX allocation_by_reverses_id ON allocation (reverses_id);
CREATE INDEX asked_theme_by_gathering_id ON asked_theme (gathering_id);
CREATE INDEX attendance_by_gathering_id ON attendance (gathering_id);
CREATE INDEX attendance_by_person_id ON attendance (person_id);
CREATE INDEX bank_decision_by_bank_line_id ON bank_decision (bank_line_id);
CREATE INDEX bank_file_by_sha256 ON bank_file (sha256);
CREATE INDEX bank_line_by_bank_account_id_book_day ON bank_line (bank_account_id, book_day);
CREATE INDEX bank_line_by_bank_file_id ON bank_line (bank_file_id);
CREATE INDEX bank_line_by_identity ON bank_line (identity);
CREATE INDEX bank_line_by_parent_id ON bank_line (parent_id);
CREATE INDEX bank_line_by_reverses_id ON bank_line (reverses_id);
CREATE INDEX bank_line_text_by_counter_hash ON bank_line_text (counter_hash);
CREATE INDEX bank_link_by_bank_line_id ON bank_link (bank_line_id);
CREATE INDEX bank_link_by_payment_id ON bank_link (payment_id);
CREATE INDEX bank_statement_by_bank_account_id ON bank_statement (bank_account_id);
CREATE INDEX bank_statement_by_bank_file_id ON bank_statement (bank_file_id);
CREATE INDEX book_key_wrap_by_key_id ON book_key_wrap (key_id);
CREATE INDEX booking_by_bank_line_id ON booking (bank_line_id);
CREATE INDEX booking_by_day ON booking (day);
CREATE INDEX booking_by_reverses_id ON booking (reverses_id);
CREATE INDEX booking_note_by_booking_id ON booking_note (booking_id);
CREATE INDEX budget_line_by_year ON budget_line (year);
CREATE INDEX care_contact_by_person_id ON care_contact (person_id);
CREATE INDEX care_note_by_person_id ON care_note (person_id);
CREATE INDEX care_note_by_signal_id ON care_note (signal_id);
CREATE INDEX care_tally_by_month ON care_tally (month);
CREATE INDEX cash_count_by_day ON cash_count (day);
CREATE INDEX cash_count_by_reverses_id ON cash_count (reverses_id);
CREATE INDEX cash_count_note_by_cash_count_id ON cash_count_note (cash_count_id);
CREATE INDEX change_by_action ON change (action_seq);
CREATE INDEX change_by_row ON change (row_id);
CREATE INDEX check_in_by_code ON check_in (code);
CREATE INDEX collection_by_collect_day ON collection (collect_day);
CREATE INDEX collection_by_reference ON collection (reference);
CREATE INDEX collection_by_reverses_id ON collection (reverses_id);
CREATE INDEX collection_charge_by_due_id ON collection_charge (due_id);
CREATE INDEX collection_charge_by_item_id ON collection_charge (item_id);
CREATE INDEX collection_charge_by_reverses_id ON collection_charge (reverses_id);
CREATE INDEX collection_debtor_by_item_id ON collection_debtor (item_id);
CREATE INDEX collection_item_by_collection_id ON collection_item (collection_id);
CREATE INDEX collection_item_by_end_to_end_id ON collection_item (end_to_end_id);
CREATE INDEX collection_item_by_mandate_id ON collection_item (mandate_id);
CREATE INDEX collection_item_by_reverses_id ON collection_item (reverses_id);
CREATE INDEX collection_return_by_day ON collection_return (day);
CREATE INDEX collection_return_by_item_id ON collection_return (item_id);
CREATE INDEX collection_return_by_reverses_id ON collection_return (reverses_id);
CREATE INDEX collection_step_by_collection_id ON collection_step (collection_id);
CREATE INDEX consent_by_person_id ON consent (person_id);
CREATE INDEX contact_moment_by_person_id_day ON contact_moment (person_id, day);
CREATE INDEX contact_moment_by_signal_id ON contact_moment (signal_id);
CREATE INDEX dispute_by_person_id ON dispute (person_id);
CREATE INDEX due_by_agreement_id ON due (agreement_id);
CREATE INDEX due_by_period_start ON due (period_start);
CREATE INDEX due_by_person_id ON due (person_id);
CREATE INDEX due_by_reverses_id ON due (reverses_id);
CREATE INDEX dues_standing_by_person_id ON dues_standing (person_id);
CREATE INDEX exchanged_file_by_other_book_id_kind_seq ON exchanged_file (other_book_id, kind, seq);
CREATE INDEX fee_agreement_by_fee_plan_id ON fee_agreement (fee_plan_id);
CREATE INDEX fee_agreement_by_membership_id ON fee_agreement (membership_id);
CREATE INDEX fee_agreement_by_payer_household_id ON fee_agreement (payer_household_id);
CREATE INDEX fee_agreement_by_payer_person_id ON fee_agreement (payer_person_id);
CREATE INDEX fee_agreement_by_person_id ON fee_agreement (person_id);
CREATE INDEX fee_rate_by_fee_plan_id_valid_from ON fee_rate (fee_plan_id, valid_from);
CREATE INDEX follow_up_by_person_id ON follow_up (person_id);
CREATE INDEX follow_up_by_state_due_day ON follow_up (state, due_day);
CREATE INDEX funding_by_organisation_id ON funding (organisation_id);
CREATE INDEX gathering_by_day ON gathering (day);
CREATE INDEX gathering_by_neighbourhood_id_day ON gathering (neighbourhood_id, day);
CREATE INDEX gathering_by_series_id_day ON gathering (series_id, day);
CREATE INDEX gathering_by_state_day ON gathering (state, day);
CREATE INDEX help_act_by_done_day ON help_act (done_day);
CREATE INDEX help_act_by_giver_person_id ON help_act (giver_person_id);
CREATE INDEX help_act_by_receiver_person_id ON help_act (receiver_person_id);
CREATE INDEX help_act_by_request_id ON help_act (request_id);
CREATE INDEX help_giver_by_person_id ON help_giver (person_id);
CREATE INDEX help_job_by_first_day ON help_job (first_day);
CREATE INDEX help_job_by_person_id ON help_job (person_id);
CREATE INDEX help_job_member_by_job_id ON help_job_member (job_id);
CREATE INDEX help_job_member_by_person_id ON help_job_member (person_id);
CREATE INDEX help_offer_by_category ON help_offer (category);
CREATE INDEX help_offer_by_person_id ON help_offer (person_id);
CREATE INDEX help_request_by_helper_person_id ON help_request (helper_person_id);
CREATE INDEX help_request_by_person_id ON help_request (person_id);
CREATE INDEX help_request_by_state ON help_request (state);
CREATE INDEX household_by_street_house_number ON household (street, house_number);
CREATE INDEX idea_trial_by_idea_id ON idea_trial (idea_id);
CREATE INDEX import_layout_by_fingerprint ON import_layout (fingerprint);
CREATE INDEX initiative_gathering_by_gathering_id ON initiative_gathering (gathering_id);
CREATE INDEX initiative_gathering_by_initiative_id ON initiative_gathering (initiative_id);
CREATE INDEX initiative_measurement_by_target_id_day ON initiative_measurement (target_id, day);
CREATE INDEX initiative_own_goal_by_initiative_id ON initiative_own_goal (initiative_id);
CREATE INDEX initiative_sign_up_by_initiative_id ON initiative_sign_up (initiative_id);
CREATE INDEX initiative_step_by_initiative_id ON initiative_step (initiative_id);
CREATE INDEX initiative_target_by_initiative_id ON initiative_target (initiative_id);
CREATE INDEX kept_longer_by_person_id ON kept_longer (person_id);
CREATE INDEX leader_attendance_by_meeting_id ON leader_attendance (meeting_id);
CREATE INDEX leader_attendance_by_role_term_id ON leader_attendance (role_term_id);
CREATE INDEX leader_meeting_by_day ON leader_meeting (day);
CREATE INDEX lift_by_gathering_id ON lift (gathering_id);
CREATE INDEX lift_by_person_id ON lift (person_id);
CREATE INDEX mandate_by_person_id ON mandate (person_id);
CREATE INDEX mandate_by_reference ON mandate (reference);
CREATE INDEX membership_by_person_id_from_day_until_day_kind_deleted_at ON membership (person_id, from_day, until_day, kind, deleted_at);
CREATE INDEX neighbourhood_membership_by_neighbourhood_id_until_day_deleted_at_person_id ON neighbourhood_membership (neighbourhood_id, until_day, deleted_at, person_id);
CREATE INDEX neighbourhood_membership_by_person_id_until_day_deleted_at_neighbourhood_id ON neighbourhood_membership (person_id, until_day, deleted_at, neighbourhood_id);
CREATE INDEX newcomer_by_arrived_day ON newcomer (arrived_day);
CREATE INDEX newcomer_by_invited_by_person_id ON newcomer (invited_by_person_id);
CREATE INDEX newcomer_by_person_id ON newcomer (person_id);
CREATE INDEX newcomer_by_settled_day ON newcomer (settled_day);
CREATE INDEX organisation_offer_by_organisation_id ON organisation_offer (organisation_id);
CREATE INDEX organisation_referral_by_organisation_id_day ON organisation_referral (organisation_id, day);
CREATE INDEX pair_by_a_household_id ON pair (a_household_id);
CREATE INDEX pair_by_a_person_id ON pair (a_person_id);
CREATE INDEX pair_by_b_household_id ON pair (b_household_id);
CREATE INDEX pair_by_b_person_id ON pair (b_person_id);
CREATE INDEX pair_by_programme_id ON pair (programme_id);
CREATE INDEX pair_by_programme_round_id ON pair (programme_round_id);
CREATE INDEX pair_by_until_day ON pair (until_day);
CREATE INDEX pair_contact_by_pair_id_day ON pair_contact (pair_id, day);
CREATE INDEX pair_intake_by_household_id ON pair_intake (household_id);
CREATE INDEX pair_intake_by_person_id ON pair_intake (person_id);
CREATE INDEX pair_intake_by_programme_id ON pair_intake (programme_id);
CREATE INDEX payer_account_by_iban_hash ON payer_account (iban_hash);
CREATE INDEX payer_account_by_payer_household_id ON payer_account (payer_household_id);
CREATE INDEX payer_account_by_payer_person_id ON payer_account (payer_person_id);
CREATE INDEX payment_by_bank_line_id ON payment (bank_line_id);
CREATE INDEX payment_by_collection_item_id ON payment (collection_item_id);
CREATE INDEX payment_by_day ON payment (day);
CREATE INDEX payment_by_payer_household_id ON payment (payer_household_id);
CREATE INDEX payment_by_payer_person_id ON payment (payer_person_id);
CREATE INDEX payment_by_reverses_id ON payment (reverses_id);
CREATE INDEX payment_note_by_payment_id ON payment_note (payment_id);
CREATE INDEX payment_reference_by_number ON payment_reference (number);
CREATE INDEX payment_reference_by_person_id_year ON payment_reference (person_id, year);
CREATE INDEX person_by_household_id ON person (household_id);
CREATE INDEX person_by_sort_name_id ON person (sort_name, id);
CREATE INDEX planned_absence_by_person_id_from_day ON planned_absence (person_id, from_day);
CREATE INDEX planned_absence_why_by_person_id ON planned_absence_why (person_id);
CREATE INDEX planned_absence_why_by_planned_absence_id ON planned_absence_why (planned_absence_id);
CREATE INDEX programme_round_by_programme_id ON programme_round (programme_id);
CREATE INDEX referral_by_person_id ON referral (person_id);
CREATE INDEX referral_by_signal_id ON referral (signal_id);
CREATE INDEX reminder_by_day ON reminder (day);
CREATE INDEX reminder_by_payer_household_id ON reminder (payer_household_id);
CREATE INDEX reminder_by_payer_person_id ON reminder (payer_person_id);
CREATE INDEX reminder_by_reverses_id ON reminder (reverses_id);
CREATE INDEX reminder_due_by_due_id ON reminder_due (due_id);
CREATE INDEX reminder_due_by_reminder_id ON reminder_due (reminder_id);
CREATE INDEX reminder_due_by_reverses_id ON reminder_due (reverses_id);
CREATE INDEX reminder_pause_by_household_id ON reminder_pause (household_id);
CREATE INDEX reminder_pause_by_person_id ON reminder_pause (person_id);
CREATE INDEX restriction_by_person_id ON restriction (person_id);
CREATE INDEX role_term_by_neighbourhood_id ON role_term (neighbourhood_id);
CREATE INDEX role_term_by_person_id ON role_term (person_id);
CREATE INDEX sealed_record_by_programme_id ON sealed_record (programme_id);
CREATE INDEX shared_person_by_other_book_id_their_id ON shared_person (other_book_id, their_id);
CREATE INDEX shared_person_by_person_id ON shared_person (person_id);
CREATE INDEX shared_sealed_record_by_programme_id ON shared_sealed_record (programme_id);
CREATE INDEX signal_by_person_id ON signal (person_id);
CREATE INDEX signal_by_state_next_day ON signal (state, next_day);
CREATE INDEX speaker_by_gathering_id ON speaker (gathering_id);
CREATE INDEX speaker_by_person_id ON speaker (person_id);
CREATE INDEX sync_action_by_stamp ON sync_action (stamp);
CREATE INDEX sync_erased_by_row_id ON sync_erased (row_id);
CREATE INDEX sync_hint_by_row_id ON sync_hint (row_id);
CREATE INDEX sync_pending_by_reason ON sync_pending (reason);
CREATE INDEX sync_pending_by_row_id ON sync_pending (row_id);
CREATE INDEX waiver_by_due_id ON waiver (due_id);
CREATE INDEX waiver_by_reverses_id ON waiver (reverses_id);
CREATE INDEX year_close_by_reverses_id ON year_close (reverses_id);
CREATE INDEX year_close_by_year ON year_close (year);
CREATE TABLE absence_cause (
  row_no INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  gathering_id TEXT NOT NULL,
  person_id TEXT NOT NULL,
  cause TEXT NOT NULL CHECK (cause IN ('vervoer', 'ver', 'taal', 'kinderopvang', 'tijdstip', 'geen_zin', 'ziek', 'mantelzorg', 'trap')),
  expires_day TEXT NOT NULL,
  consent_by TEXT CHECK (consent_by IN ('zelf', 'vertegenwoordiger')),
  consent_how TEXT CHECK (consent_how IN ('mondeling', 'schriftelijk')),
  consent_day TEXT,
  consent_text INTEGER,
  deleted_at TEXT,
  CHECK (cause IN ('vervoer', 'ver', 'taal', 'kinderopvang', 'tijdstip', 'geen_zin') OR (consent_by IS NOT NULL AND consent_how IS NOT NULL AND consent_day IS NOT NULL AND consent_text IS NOT NULL))
) STRICT;
CREATE TABLE action (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  at TEXT NOT NULL,
  device TEXT NOT NULL,
  actor TEXT,
  kind TEXT NOT NULL,
  subject_table TEXT,
  subject_id TEXT,
  details TEXT NOT NULL CHECK (json_valid(details)),
  undoes TEXT,
  undone_by TEXT
) STRICT;
CREATE TABLE allocation (
  row_no INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  payment_id TEXT NOT NULL,
  due_id TEXT NOT NULL,
  created_at TEXT NOT NULL,
  created_by TEXT NOT NULL,
  amount_cents INTEGER NOT NULL,
  reverses_id TEXT,
  CHECK (amount_cents <> 0),
  CHECK ((reverses_id IS NULL) OR reverses_id <> id)
) STRICT;
CREATE TABLE asked_theme (
  row_no INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  theme TEXT NOT NULL,
  asked_day TEXT NOT NULL,
  series_id TEXT,
  gathering_id TEXT,
  dropped_day TEXT,
  deleted_at TEXT,
  CHECK (gathering_id IS NULL OR dropped_day IS NULL)
) STRICT;
CREATE TABLE attendance (
  row_no INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  gathering_id TEXT NOT NULL,
  person_id TEXT NOT NULL,
  name_snapshot TEXT NOT NULL,
  neighbourhood_snapshot TEXT,
  said_coming INTEGER NOT NULL CHECK (said_coming IN (0, 1)),
  status TEXT NOT NULL CHECK (status IN ('aanwezig', 'afgemeld', 'niet_gekomen', 'onbekend')),
  reason TEXT CHECK (reason IN ('afgemeld', 'vakantie', 'weet_niet', 'anders')),
  attention INTEGER CHECK (attention IN (0, 1)),
  deleted_at TEXT
) STRICT;
CREATE TABLE bank_account (
  row_no INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  iban TEXT NOT NULL,
  holder TEXT NOT NULL,
  is_main INTEGER NOT NULL CHECK (is_main IN (0, 1)),
  opening_day TEXT,
  opening_cents INTEGER,
  creditor_id TEXT,
  item_limit_cents INTEGER CHECK (item_limit_cents > 0),
  month_limit_cents INTEGER CHECK (month_limit_cents > 0),
  notice_days INTEGER NOT NULL CHECK (notice_days BETWEEN 1 AND 90),
  pain_version TEXT NOT NULL CHECK (pain_version IN ('08', '02')),
  deleted_at TEXT
) STRICT;
CREATE TABLE bank_decision (
  row_no INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  bank_line_id TEXT NOT NULL,
  decided TEXT NOT NULL CHECK (decided IN ('certain', 'confirmed', 'chosen')),
  reason BLOB NOT NULL,
  deleted_at TEXT
) STRICT;
CREATE TABLE bank_file (
  row_no INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  sha256 TEXT NOT NULL,
  name TEXT NOT NULL,
  format TEXT NOT NULL,
  from_day TEXT,
  to_day TEXT,
  line_count INTEGER NOT NULL,
  left_out INTEGER NOT NULL,
  warnings TEXT NOT NULL,
  taken_at TEXT NOT NULL,
  deleted_at TEXT
) STRICT;
CREATE TABLE bank_file_content (
  row_no INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  content BLOB NOT NULL
) STRICT;
CREATE TABLE bank_line (
  row_no INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  bank_account_id TEXT NOT NULL,
  bank_file_id TEXT NOT NULL,
  bank_statement_id TEXT NOT NULL,
  parent_id TEXT,
  identity TEXT NOT NULL,
  book_day TEXT NOT NULL,
  value_day TEXT NOT NULL,
  code TEXT,
  batch_ref TEXT,
  batch_count INTEGER,
  return_code TEXT,
  is_reversal INTEGER NOT NULL CHECK (is_reversal IN (0, 1)),
  created_at TEXT NOT NULL,
  created_by TEXT NOT NULL,
  amount_cents INTEGER NOT NULL,
  reverses_id TEXT,
  CHECK (amount_cents <> 0),
  CHECK ((reverses_id IS NULL) OR reverses_id <> id)
) STRICT;
CREATE TABLE bank_line_text (
  row_no INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  content BLOB NOT NULL,
  counter_hash TEXT,
  deleted_at TEXT
) STRICT;
CREATE TABLE bank_link (
  row_no INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  bank_line_id TEXT NOT NULL,
  payment_id TEXT NOT NULL,
  deleted_at TEXT
) STRICT;
CREATE TABLE bank_statement (
  row_no INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  bank_file_id TEXT NOT NULL,
  bank_account_id TEXT NOT NULL,
  number TEXT,
  open_day TEXT,
  open_cents INTEGER,
  close_day TEXT,
  close_cents INTEGER,
  balanced INTEGER CHECK (balanced IN (0, 1)),
  line_count INTEGER NOT NULL,
  deleted_at TEXT
) STRICT;
CREATE TABLE barrier (
  row_no INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  kind TEXT NOT NULL CHECK (kind IN ('kinderopvang', 'vervoer', 'toegang', 'taal', 'geld', 'tijdstip', 'onbekend', 'drempel', 'anders')),
  note TEXT NOT NULL,
  found_how TEXT NOT NULL CHECK (found_how IN ('gevraagd', 'gebeld', 'langsgegaan', 'gehoord', 'gezien')),
  found_day TEXT NOT NULL,
  series_id TEXT,
  neighbourhood_id TEXT,
  measure TEXT,
  measure_day TEXT,
  outcome TEXT CHECK (outcome IN ('hielp', 'hielp_deels', 'hielp_niet')),
  outcome_note TEXT,
  closed_day TEXT,
  deleted_at TEXT,
  CHECK ((measure IS NULL) = (measure_day IS NULL))
) STRICT;
CREATE TABLE book (
  row_no INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('binnenbuurt', 'vereniging')),
  role_pattern TEXT NOT NULL CHECK (role_pattern IN ('contact_deputy', 'two_coordinators', 'duo', 'none')),
  min_gatherings_per_year INTEGER NOT NULL CHECK (min_gatherings_per_year BETWEEN 0 AND 52),
  dues_enabled INTEGER NOT NULL CHECK (dues_enabled IN (0, 1)),
  accounting_start TEXT,
  account_name TEXT,
  account_iban TEXT,
  deleted_at TEXT
, bank_secret TEXT, intervision_months INTEGER CHECK (intervision_months BETWEEN 1 AND 60), preset TEXT, asks_before_letting_go INTEGER CHECK (asks_before_letting_go IN (0, 1))) STRICT;
CREATE TABLE book_key (
  row_no INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  version INTEGER NOT NULL CHECK (version BETWEEN 1 AND 255),
  check_value TEXT NOT NULL,
  made_at TEXT NOT NULL
) STRICT;
CREATE TABLE book_key_wrap (
  row_no INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  key_id TEXT NOT NULL,
  holder TEXT NOT NULL CHECK (holder IN ('keyStore', 'keyFile', 'passphrase', 'sheet')),
  device TEXT,
  wrapped TEXT NOT NULL,
  details TEXT NOT NULL,
  made_at TEXT NOT NULL,
  confirmed_at TEXT
) STRICT;
CREATE TABLE booking (
  row_no INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  day TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('entry', 'transfer', 'opening')),
  category_id TEXT,
  account_id TEXT,
  source TEXT NOT NULL CHECK (source IN ('bank', 'cash', 'memo')),
  bank_line_id TEXT,
  transfer_id TEXT,
  cash_count_id TEXT,
  reason TEXT,
  created_at TEXT NOT NULL,
  created_by TEXT NOT NULL,
  amount_cents INTEGER NOT NULL,
  reverses_id TEXT,
  CHECK (amount_cents <> 0),
  CHECK ((kind = 'entry') = (category_id IS NOT NULL)),
  CHECK ((source = 'bank') = (bank_line_id IS NOT NULL)),
  CHECK ((source = 'cash') = (account_id IS NULL)),
  CHECK ((reverses_id IS NULL) OR reverses_id <> id)
) STRICT;
CREATE TABLE booking_category (
  row_no INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  kind TEXT NOT NULL CHECK (kind IN ('income', 'expense')),
  name TEXT,
  is_hidden INTEGER NOT NULL CHECK (is_hidden IN (0, 1)),
  deleted_at TEXT
) STRICT;
CREATE TABLE booking_note (
  row_no INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  booking_id TEXT NOT NULL,
  text TEXT NOT NULL,
  deleted_at TEXT
) STRICT;
CREATE TABLE budget_line (
  row_no INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  year INTEGER NOT NULL,
  category_id TEXT NOT NULL,
  cents INTEGER NOT NULL CHECK (cents >= 0),
  deleted_at TEXT
) STRICT;
CREATE TABLE care_contact (
  row_no INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  person_id TEXT NOT NULL,
  expires_day TEXT NOT NULL,
  deleted_at TEXT
) STRICT;
CREATE TABLE care_note (
  row_no INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  person_id TEXT NOT NULL,
  signal_id TEXT,
  contact_moment_id TEXT,
  written_day TEXT NOT NULL,
  expires_day TEXT NOT NULL,
  content BLOB NOT NULL,
  consent_by TEXT CHECK (consent_by IN ('zelf', 'vertegenwoordiger')),
  consent_how TEXT CHECK (consent_how IN ('mondeling', 'schriftelijk')),
  consent_day TEXT,
  consent_text INTEGER,
  deleted_at TEXT,
  CHECK (consent_by IS NOT NULL AND consent_how IS NOT NULL AND consent_day IS NOT NULL AND consent_text IS NOT NULL)
) STRICT;
CREATE TABLE care_tally (
  row_no INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  event TEXT NOT NULL CHECK (event IN ('opened', 'closed', 'referred')),
  month TEXT NOT NULL,
  code TEXT,
  organisation_id TEXT,
  organisation_name TEXT,
  deleted_at TEXT
) STRICT;
CREATE TABLE carried_copy (
  row_no INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  made_at TEXT NOT NULL
) STRICT;
CREATE TABLE cash_count (
  row_no INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  day TEXT NOT NULL,
  reason TEXT,
  created_at TEXT NOT NULL,
  created_by TEXT NOT NULL,
  amount_cents INTEGER NOT NULL,
  reverses_id TEXT,
  CHECK ((reverses_id IS NULL) OR reverses_id <> id)
) STRICT;
CREATE TABLE cash_count_note (
  row_no INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  cash_count_id TEXT NOT NULL,
  counted_by TEXT NOT NULL,
  deleted_at TEXT
) STRICT;
CREATE TABLE change (
  seq INTEGER PRIMARY KEY,
  action_seq INTEGER NOT NULL,
  table_name TEXT NOT NULL,
  row_id TEXT NOT NULL,
  op TEXT NOT NULL CHECK (op IN ('insert', 'update', 'delete')),
  before TEXT,
  after TEXT
) STRICT;
CREATE TABLE check_in (
  row_no INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  code TEXT NOT NULL,
  moment TEXT NOT NULL CHECK (moment IN ('start', 'halverwege', 'eind')),
  day TEXT NOT NULL,
  werk INTEGER CHECK (werk BETWEEN 1 AND 5),
  wonen INTEGER CHECK (wonen BETWEEN 1 AND 5),
  leren INTEGER CHECK (leren BETWEEN 1 AND 5),
  gezondheid INTEGER CHECK (gezondheid BETWEEN 1 AND 5),
  eigen_kring INTEGER CHECK (eigen_kring BETWEEN 1 AND 5),
  buurt INTEGER CHECK (buurt BETWEEN 1 AND 5),
  instanties INTEGER CHECK (instanties BETWEEN 1 AND 5),
  taal INTEGER CHECK (taal BETWEEN 1 AND 5),
  veiligheid INTEGER CHECK (veiligheid BETWEEN 1 AND 5),
  rechten INTEGER CHECK (rechten BETWEEN 1 AND 5),
  deleted_at TEXT
) STRICT;
CREATE TABLE collection (
  row_no INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  reference TEXT NOT NULL,
  bank_account_id TEXT NOT NULL,
  sequence TEXT NOT NULL CHECK (sequence IN ('RCUR', 'OOFF')),
  collect_day TEXT NOT NULL,
  notice_days INTEGER NOT NULL,
  creditor_id TEXT NOT NULL,
  creditor_name TEXT NOT NULL,
  creditor_iban TEXT NOT NULL,
  pain_version TEXT NOT NULL CHECK (pain_version IN ('08', '02')),
  text TEXT NOT NULL,
  created_at TEXT NOT NULL,
  created_by TEXT NOT NULL,
  amount_cents INTEGER NOT NULL,
  reverses_id TEXT,
  CHECK (amount_cents <> 0),
  CHECK ((reverses_id IS NULL) OR reverses_id <> id)
) STRICT;
CREATE TABLE collection_charge (
  row_no INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  item_id TEXT NOT NULL,
  due_id TEXT NOT NULL,
  created_at TEXT NOT NULL,
  created_by TEXT NOT NULL,
  amount_cents INTEGER NOT NULL,
  reverses_id TEXT,
  CHECK (amount_cents <> 0),
  CHECK ((reverses_id IS NULL) OR reverses_id <> id)
) STRICT;
CREATE TABLE collection_debtor (
  row_no INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  item_id TEXT NOT NULL,
  holder TEXT NOT NULL,
  iban TEXT NOT NULL,
  mandate_reference TEXT NOT NULL,
  signed_on TEXT NOT NULL,
  new_account INTEGER NOT NULL CHECK (new_account IN (0, 1)),
  deleted_at TEXT
) STRICT;
CREATE TABLE collection_item (
  row_no INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  collection_id TEXT NOT NULL,
  mandate_id TEXT NOT NULL,
  person_id TEXT NOT NULL,
  payer_person_id TEXT,
  payer_household_id TEXT,
  end_to_end_id TEXT NOT NULL,
  created_at TEXT NOT NULL,
  created_by TEXT NOT NULL,
  amount_cents INTEGER NOT NULL,
  reverses_id TEXT,
  CHECK ((payer_person_id IS NULL) <> (payer_household_id IS NULL)),
  CHECK (amount_cents <> 0),
  CHECK ((reverses_id IS NULL) OR reverses_id <> id)
) STRICT;
CREATE TABLE collection_return (
  row_no INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  item_id TEXT NOT NULL,
  code TEXT NOT NULL,
  day TEXT NOT NULL,
  bank_line_id TEXT,
  created_at TEXT NOT NULL,
  created_by TEXT NOT NULL,
  amount_cents INTEGER NOT NULL,
  reverses_id TEXT,
  CHECK (amount_cents <> 0),
  CHECK ((reverses_id IS NULL) OR reverses_id <> id)
) STRICT;
CREATE TABLE collection_step (
  row_no INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  collection_id TEXT NOT NULL,
  step TEXT NOT NULL CHECK (step IN ('announced', 'exported', 'submitted')),
  day TEXT NOT NULL,
  follows_id TEXT,
  file_sha256 TEXT,
  deleted_at TEXT,
  CHECK ((step = 'exported') = (file_sha256 IS NOT NULL))
) STRICT;
CREATE TABLE consent (
  row_no INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  person_id TEXT NOT NULL,
  purpose TEXT NOT NULL CHECK (purpose IN ('ledenlijst', 'mail', 'foto', 'verhaal')),
  given_by TEXT NOT NULL CHECK (given_by IN ('zelf', 'vertegenwoordiger')),
  how TEXT NOT NULL CHECK (how IN ('mondeling', 'schriftelijk')),
  given_day TEXT,
  text_version INTEGER NOT NULL CHECK (text_version > 0),
  withdrawn_day TEXT,
  deleted_at TEXT,
  CHECK (given_day IS NOT NULL OR withdrawn_day IS NOT NULL)
) STRICT;
CREATE TABLE contact_moment (
  row_no INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  person_id TEXT,
  by_person_id TEXT,
  by_name TEXT,
  day TEXT NOT NULL,
  how TEXT NOT NULL CHECK (how IN ('bellen', 'langsgaan', 'kaartje', 'bericht', 'toevallig')),
  result TEXT NOT NULL CHECK (result IN ('gesproken', 'boodschap', 'niet_bereikt', 'wil_niet', 'vaker')),
  signal_id TEXT,
  deleted_at TEXT,
  CHECK (person_id IS NOT NULL OR signal_id IS NOT NULL)
) STRICT;
CREATE TABLE current_action (only_row INTEGER PRIMARY KEY CHECK (only_row = 1), action_seq INTEGER) STRICT;
CREATE TABLE data_breach (
  row_no INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  kind TEXT NOT NULL CHECK (kind IN ('kwijt', 'gestolen', 'verkeerd_verstuurd', 'ingekeken', 'anders')),
  happened_day TEXT,
  found_at TEXT NOT NULL,
  what TEXT NOT NULL,
  kinds TEXT NOT NULL,
  people INTEGER NOT NULL CHECK (people >= 0),
  is_locked TEXT NOT NULL CHECK (is_locked IN ('ja', 'nee', 'onbekend')),
  measures TEXT,
  told_authority_day TEXT,
  told_people_day TEXT,
  why_not TEXT,
  closed_day TEXT,
  deleted_at TEXT
) STRICT;
CREATE TABLE dispute (
  row_no INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  person_id TEXT NOT NULL,
  about TEXT,
  what TEXT NOT NULL,
  since_day TEXT NOT NULL,
  settled_day TEXT,
  outcome TEXT CHECK (outcome IN ('verbeterd', 'gebleven')),
  deleted_at TEXT,
  CHECK ((settled_day IS NULL) = (outcome IS NULL))
) STRICT;
CREATE TABLE due (
  row_no INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  agreement_id TEXT,
  person_id TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('dues', 'opening')),
  period_start TEXT NOT NULL,
  period_end TEXT NOT NULL,
  reason TEXT,
  created_at TEXT NOT NULL,
  created_by TEXT NOT NULL,
  amount_cents INTEGER NOT NULL,
  reverses_id TEXT,
  CHECK ((kind = 'dues') = (agreement_id IS NOT NULL)),
  CHECK (period_end >= period_start),
  CHECK ((reverses_id IS NULL) OR reverses_id <> id)
) STRICT;
CREATE TABLE dues_standing (
  row_no INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  other_book_id TEXT NOT NULL,
  person_id TEXT NOT NULL,
  paid_until TEXT,
  pays INTEGER NOT NULL CHECK (pays IN (0, 1)),
  open_cents INTEGER,
  as_of TEXT NOT NULL,
  deleted_at TEXT
) STRICT;
CREATE TABLE erasure_receipt (
  row_no INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  erased_at TEXT NOT NULL,
  gone TEXT NOT NULL,
  stays TEXT NOT NULL,
  ledger_until TEXT,
  copies_until TEXT NOT NULL,
  deleted_at TEXT
) STRICT;
CREATE TABLE exchanged_file (
  row_no INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  other_book_id TEXT NOT NULL,
  direction TEXT NOT NULL CHECK (direction IN ('made', 'taken')),
  kind TEXT NOT NULL CHECK (kind IN ('leden', 'stand')),
  seq INTEGER NOT NULL,
  day TEXT NOT NULL,
  people INTEGER NOT NULL,
  deleted_at TEXT
) STRICT;
CREATE TABLE fee_agreement (
  row_no INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  membership_id TEXT NOT NULL,
  person_id TEXT NOT NULL,
  fee_plan_id TEXT NOT NULL,
  interval_months INTEGER NOT NULL CHECK (interval_months IN (1, 3, 6, 12)),
  anchor_day TEXT NOT NULL,
  payer_person_id TEXT,
  payer_household_id TEXT,
  reduction_kind TEXT CHECK (reduction_kind IN ('amount', 'percent', 'exempt')),
  reduction_value INTEGER CHECK (reduction_value >= 0),
  reduction_reason TEXT,
  reduction_until TEXT,
  method TEXT NOT NULL CHECK (method IN ('overboeking', 'contant', 'incasso')),
  from_day TEXT NOT NULL,
  until_day TEXT,
  deleted_at TEXT,
  CHECK ((payer_person_id IS NULL) <> (payer_household_id IS NULL)),
  CHECK ((reduction_kind IS NULL) OR (reduction_kind = 'exempt') OR (reduction_value IS NOT NULL)),
  CHECK (until_day IS NULL OR until_day >= from_day)
) STRICT;
CREATE TABLE fee_plan (
  row_no INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  deleted_at TEXT
, rate_months INTEGER CHECK (rate_months IN (1, 3, 6, 12))) STRICT;
CREATE TABLE fee_rate (
  row_no INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  fee_plan_id TEXT NOT NULL,
  amount_cents INTEGER NOT NULL CHECK (amount_cents >= 0),
  valid_from TEXT NOT NULL,
  deleted_at TEXT
) STRICT;
CREATE TABLE follow_up (
  row_no INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  person_id TEXT NOT NULL,
  gathering_id TEXT,
  owner_person_id TEXT,
  owner_name TEXT,
  due_day TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('open', 'gedaan', 'vervallen')),
  done_day TEXT,
  how TEXT CHECK (how IN ('bellen', 'langsgaan', 'kaartje', 'bericht')),
  deleted_at TEXT, outcome TEXT CHECK (outcome IN ('gesproken', 'boodschap', 'niet_bereikt', 'wil_niet', 'vaker')),
  CHECK ((done_day IS NOT NULL) = (state = 'gedaan'))
) STRICT;
CREATE TABLE funding (
  row_no INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  organisation_id TEXT,
  offer_id TEXT,
  funder TEXT NOT NULL,
  amount_cents INTEGER NOT NULL CHECK (amount_cents >= 0),
  kind TEXT NOT NULL CHECK (kind IN ('incidenteel', 'structureel')),
  from_day TEXT NOT NULL,
  last_day TEXT,
  note TEXT,
  deleted_at TEXT,
  CHECK (last_day IS NULL OR last_day >= from_day)
) STRICT;
CREATE TABLE gathering (
  row_no INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  neighbourhood_id TEXT,
  day TEXT NOT NULL,
  start_time TEXT,
  title TEXT NOT NULL,
  place TEXT,
  host_person_id TEXT,
  programme TEXT,
  capacity INTEGER CHECK (capacity > 0),
  language TEXT,
  theme TEXT,
  note TEXT,
  guests INTEGER NOT NULL CHECK (guests >= 0),
  state TEXT NOT NULL CHECK (state IN ('gepland', 'gehouden', 'afgelast')),
  deleted_at TEXT
, series_id TEXT, series_day TEXT, counted TEXT CHECK (counted IN ('namen', 'aantal')), work_form TEXT CHECK (work_form IN ('eenmalig', 'dialoog', 'verdiepen', 'terugkerend', 'elkaar_helpen')), goals TEXT, connections TEXT, theme_asked INTEGER CHECK (theme_asked IN (0, 1)), volunteer_hours INTEGER CHECK (volunteer_hours >= 0), subsidy_id TEXT, cost_cents INTEGER CHECK (cost_cents >= 0)) STRICT;
CREATE TABLE help_act (
  row_no INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  giver_person_id TEXT,
  receiver_person_id TEXT,
  request_id TEXT,
  neighbourhood_id TEXT,
  category TEXT NOT NULL CHECK (category IN ('boodschappen', 'vervoer', 'klusje', 'tuin', 'computer', 'koken', 'gezelschap', 'wandelen', 'huisdier', 'kinderen', 'taal', 'papieren', 'meegaan', 'inrichten', 'anders')),
  institution TEXT CHECK (institution IN ('huisarts', 'ziekenhuis', 'gemeente', 'belasting', 'school', 'werk', 'anders')),
  asked_day TEXT,
  done_day TEXT NOT NULL,
  outcome TEXT NOT NULL CHECK (outcome IN ('gedaan', 'niet_aangenomen', 'niet_doorgegaan')),
  grew_into TEXT CHECK (grew_into IN ('niets', 'nogmaals', 'vast', 'koppel')),
  deleted_at TEXT
, connections TEXT) STRICT;
CREATE TABLE help_giver (
  row_no INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  person_id TEXT NOT NULL,
  on_days INTEGER NOT NULL CHECK (on_days IN (0, 1)),
  on_evenings INTEGER NOT NULL CHECK (on_evenings IN (0, 1)),
  on_weekends INTEGER NOT NULL CHECK (on_weekends IN (0, 1)),
  per_month INTEGER CHECK (per_month BETWEEN 1 AND 31),
  paused_until TEXT,
  words TEXT,
  deleted_at TEXT
) STRICT;
CREATE TABLE help_job (
  row_no INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  title TEXT NOT NULL,
  person_id TEXT,
  neighbourhood_id TEXT,
  place TEXT,
  first_day TEXT NOT NULL,
  last_day TEXT,
  state TEXT NOT NULL CHECK (state IN ('gepland', 'gedaan', 'afgelast')),
  grew_into TEXT CHECK (grew_into IN ('niets', 'nogmaals', 'vast', 'koppel')),
  deleted_at TEXT
) STRICT;
CREATE TABLE help_job_member (
  row_no INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  job_id TEXT NOT NULL,
  person_id TEXT NOT NULL,
  deleted_at TEXT
) STRICT;
CREATE TABLE help_offer (
  row_no INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  person_id TEXT NOT NULL,
  category TEXT NOT NULL CHECK (category IN ('boodschappen', 'vervoer', 'klusje', 'tuin', 'computer', 'koken', 'gezelschap', 'wandelen', 'huisdier', 'kinderen', 'taal', 'papieren', 'meegaan', 'inrichten', 'anders')),
  since_day TEXT NOT NULL,
  deleted_at TEXT
) STRICT;
CREATE TABLE help_request (
  row_no INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  person_id TEXT,
  asked_by_person_id TEXT,
  neighbourhood_id TEXT,
  category TEXT NOT NULL CHECK (category IN ('boodschappen', 'vervoer', 'klusje', 'tuin', 'computer', 'koken', 'gezelschap', 'wandelen', 'huisdier', 'kinderen', 'taal', 'papieren', 'meegaan', 'inrichten', 'anders')),
  institution TEXT CHECK (institution IN ('huisarts', 'ziekenhuis', 'gemeente', 'belasting', 'school', 'werk', 'anders')),
  words TEXT,
  asked_day TEXT NOT NULL,
  wanted_by TEXT,
  wanted_time TEXT CHECK (wanted_time IN ('overdag', 'avond', 'weekend')),
  lasting INTEGER NOT NULL CHECK (lasting IN (0, 1)),
  state TEXT NOT NULL CHECK (state IN ('open', 'voorgesteld', 'afgesproken', 'gedaan', 'ingetrokken', 'niet_gelukt')),
  helper_person_id TEXT,
  closed_day TEXT,
  deleted_at TEXT,
  CHECK ((closed_day IS NULL) = (state IN ('open', 'voorgesteld', 'afgesproken')))
) STRICT;
CREATE TABLE household (
  row_no INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  street TEXT NOT NULL,
  house_number INTEGER CHECK (house_number BETWEEN 0 AND 99999),
  house_suffix TEXT NOT NULL,
  postcode TEXT NOT NULL,
  city TEXT NOT NULL,
  note TEXT,
  deleted_at TEXT
) STRICT;
CREATE VIRTUAL TABLE household_search USING fts5(words, content='', prefix='2 3', tokenize='unicode61 remove_diacritics 2');
CREATE TABLE 'household_search_config'(k PRIMARY KEY, v) WITHOUT ROWID;
CREATE TABLE 'household_search_data'(id INTEGER PRIMARY KEY, block BLOB);
CREATE TABLE 'household_search_docsize'(id INTEGER PRIMARY KEY, sz BLOB);
CREATE TABLE 'household_search_idx'(segid, term, pgno, PRIMARY KEY(segid, term)) WITHOUT ROWID;
CREATE TABLE idea (
  row_no INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  what TEXT NOT NULL,
  day TEXT NOT NULL,
  neighbourhood_id TEXT,
  from_words TEXT,
  deleted_at TEXT
) STRICT;
CREATE TABLE idea_trial (
  row_no INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  idea_id TEXT NOT NULL,
  neighbourhood_id TEXT,
  by_words TEXT,
  day TEXT NOT NULL,
  worked TEXT NOT NULL CHECK (worked IN ('bezig', 'ja', 'deels', 'nee')),
  note TEXT,
  deleted_at TEXT
) STRICT;
CREATE TABLE import_layout (
  row_no INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  fingerprint TEXT NOT NULL,
  mapping TEXT NOT NULL
) STRICT;
CREATE TABLE initiative (
  row_no INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  goal TEXT,
  owner_person_id TEXT,
  owner_name TEXT,
  organisation_id TEXT,
  state TEXT NOT NULL CHECK (state IN ('idee', 'loopt', 'klaar', 'gestopt')),
  from_day TEXT,
  planned_end TEXT,
  note TEXT,
  deleted_at TEXT
) STRICT;
CREATE TABLE initiative_gathering (
  row_no INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  initiative_id TEXT NOT NULL,
  gathering_id TEXT NOT NULL,
  deleted_at TEXT
) STRICT;
CREATE TABLE initiative_measurement (
  row_no INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  target_id TEXT NOT NULL,
  day TEXT NOT NULL,
  value INTEGER NOT NULL CHECK (value >= 0),
  whole INTEGER CHECK (whole > 0),
  area TEXT,
  source TEXT,
  deleted_at TEXT,
  CHECK (whole IS NULL OR value <= whole)
) STRICT;
CREATE TABLE initiative_own_goal (
  row_no INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  initiative_id TEXT NOT NULL,
  person_id TEXT,
  known_as TEXT,
  day TEXT NOT NULL,
  goal TEXT NOT NULL,
  step TEXT,
  outcome TEXT CHECK (outcome IN ('werk', 'studie', 'stage', 'anders_passend')),
  outcome_day TEXT,
  deleted_at TEXT,
  CHECK ((outcome IS NULL) = (outcome_day IS NULL))
) STRICT;
CREATE VIRTUAL TABLE initiative_search USING fts5(words, content='', prefix='2 3', tokenize='unicode61 remove_diacritics 2');
CREATE TABLE 'initiative_search_config'(k PRIMARY KEY, v) WITHOUT ROWID;
CREATE TABLE 'initiative_search_data'(id INTEGER PRIMARY KEY, block BLOB);
CREATE TABLE 'initiative_search_docsize'(id INTEGER PRIMARY KEY, sz BLOB);
CREATE TABLE 'initiative_search_idx'(segid, term, pgno, PRIMARY KEY(segid, term)) WITHOUT ROWID;
CREATE TABLE initiative_sign_up (
  row_no INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  initiative_id TEXT NOT NULL,
  day TEXT NOT NULL,
  source TEXT,
  area TEXT,
  organisation_id TEXT,
  person_id TEXT,
  known_as TEXT,
  seen_day TEXT,
  left_day TEXT,
  deleted_at TEXT,
  CHECK (seen_day IS NULL OR seen_day >= day),
  CHECK (left_day IS NULL OR left_day >= day)
) STRICT;
CREATE TABLE initiative_step (
  row_no INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  initiative_id TEXT NOT NULL,
  what TEXT NOT NULL,
  due_day TEXT,
  done_day TEXT,
  deleted_at TEXT
) STRICT;
CREATE TABLE initiative_target (
  row_no INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  initiative_id TEXT NOT NULL,
  what TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('aantal', 'per_gebied', 'na_dagen', 'deel', 'mijlpaal', 'eigen_woorden')),
  source TEXT NOT NULL CHECK (source IN ('metingen', 'aanmeldingen', 'bijeenkomsten', 'trouw', 'eigen_doelen')),
  counting TEXT NOT NULL CHECK (counting IN ('stand', 'optellen')),
  needed INTEGER CHECK (needed > 0),
  areas TEXT,
  days INTEGER CHECK (days > 0),
  year INTEGER CHECK (year BETWEEN 1900 AND 2200),
  loyal_times INTEGER CHECK (loyal_times > 0),
  loyal_out_of INTEGER CHECK (loyal_out_of > 0),
  by_day TEXT,
  deleted_at TEXT,
  CHECK ((needed IS NULL) = (kind IN ('mijlpaal', 'eigen_woorden'))),
  CHECK (kind <> 'deel' OR needed <= 100),
  CHECK (loyal_times IS NULL OR loyal_out_of IS NULL OR loyal_times <= loyal_out_of)
) STRICT;
CREATE TABLE join_request (
  row_no INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  what TEXT,
  contact TEXT,
  asked_day TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('gevraagd', 'lid', 'niet')),
  decided_day TEXT,
  organisation_id TEXT,
  deleted_at TEXT,
  CHECK ((decided_day IS NULL) = (state = 'gevraagd'))
) STRICT;
CREATE TABLE kept_longer (
  row_no INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  person_id TEXT,
  book_year INTEGER CHECK (book_year BETWEEN 1900 AND 2200),
  until_day TEXT NOT NULL,
  reason TEXT NOT NULL,
  decided_day TEXT NOT NULL,
  deleted_at TEXT,
  CHECK ((person_id IS NULL) <> (book_year IS NULL)),
  CHECK (until_day > decided_day)
) STRICT;
CREATE TABLE leader_attendance (
  row_no INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  meeting_id TEXT NOT NULL,
  role_term_id TEXT NOT NULL,
  deleted_at TEXT
) STRICT;
CREATE TABLE leader_meeting (
  row_no INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  kind TEXT NOT NULL CHECK (kind IN ('intervisie', 'training', 'overleg')),
  day TEXT NOT NULL,
  topic TEXT,
  place TEXT,
  note TEXT,
  deleted_at TEXT
) STRICT;
CREATE TABLE ledger_chain (
  row_no INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  device TEXT NOT NULL,
  place INTEGER NOT NULL CHECK (place > 0),
  links INTEGER NOT NULL CHECK (links > 0),
  rows TEXT NOT NULL,
  hash TEXT NOT NULL
) STRICT;
CREATE TABLE lift (
  row_no INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  gathering_id TEXT NOT NULL,
  person_id TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('aanbod', 'nodig')),
  seats INTEGER NOT NULL CHECK (seats > 0),
  note TEXT,
  offer_id TEXT,
  deleted_at TEXT,
  CHECK (offer_id IS NULL OR kind = 'nodig')
) STRICT;
CREATE TABLE mandate (
  row_no INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  person_id TEXT NOT NULL,
  reference TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('RCUR', 'OOFF')),
  holder TEXT NOT NULL,
  iban TEXT NOT NULL,
  previous_iban TEXT,
  signed_on TEXT,
  used_before_on TEXT,
  held_on TEXT,
  hold_reason TEXT CHECK (hold_reason IN ('request', 'returned', 'deceased', 'other')),
  ended_on TEXT,
  deleted_at TEXT,
  CHECK ((held_on IS NULL) = (hold_reason IS NULL))
) STRICT;
CREATE TABLE membership (
  row_no INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  person_id TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('lid', 'belangstellende', 'contact', 'oud_lid')),
  from_day TEXT NOT NULL,
  until_day TEXT,
  end_reason TEXT CHECK (end_reason IN ('verhuisd', 'opgezegd', 'overleden', 'geroyeerd', 'samengevoegd')),
  number TEXT,
  deleted_at TEXT,
  CHECK (until_day IS NULL OR until_day >= from_day),
  CHECK (end_reason IS NULL OR until_day IS NOT NULL)
) STRICT;
CREATE TABLE module_use (
  row_no INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  switched_on INTEGER NOT NULL CHECK (switched_on IN (0, 1)),
  deleted_at TEXT
) STRICT;
CREATE TABLE neighbourhood (
  row_no INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  area_note TEXT,
  target_size INTEGER NOT NULL CHECK (target_size > 0),
  cadence_per_year INTEGER CHECK (cadence_per_year >= 0),
  status TEXT CHECK (status IN ('loopt_goed', 'aandacht', 'slapend', 'in_oprichting')),
  status_day TEXT,
  active_from TEXT,
  active_until TEXT,
  deleted_at TEXT
, chat_link TEXT) STRICT;
CREATE TABLE neighbourhood_membership (
  row_no INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  person_id TEXT NOT NULL,
  neighbourhood_id TEXT NOT NULL,
  from_day TEXT NOT NULL,
  until_day TEXT,
  deleted_at TEXT,
  CHECK (until_day IS NULL OR until_day >= from_day)
) STRICT;
CREATE VIRTUAL TABLE neighbourhood_search USING fts5(words, content='', prefix='2 3', tokenize='unicode61 remove_diacritics 2');
CREATE TABLE 'neighbourhood_search_config'(k PRIMARY KEY, v) WITHOUT ROWID;
CREATE TABLE 'neighbourhood_search_data'(id INTEGER PRIMARY KEY, block BLOB);
CREATE TABLE 'neighbourhood_search_docsize'(id INTEGER PRIMARY KEY, sz BLOB);
CREATE TABLE 'neighbourhood_search_idx'(segid, term, pgno, PRIMARY KEY(segid, term)) WITHOUT ROWID;
CREATE TABLE network_point (
  row_no INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  kind TEXT NOT NULL CHECK (kind IN ('goed', 'lastig', 'vraag')),
  words TEXT NOT NULL,
  neighbourhood_id TEXT,
  day TEXT NOT NULL,
  brought_day TEXT,
  answer TEXT,
  deleted_at TEXT
) STRICT;
CREATE TABLE newcomer (
  row_no INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  person_id TEXT NOT NULL,
  arrived_day TEXT NOT NULL,
  contact_day TEXT,
  contact_by_person_id TEXT,
  invited_by_person_id TEXT,
  informed_day TEXT,
  visited_day TEXT,
  settled_day TEXT,
  deleted_at TEXT
) STRICT;
CREATE TABLE organisation (
  row_no INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('welzijn', 'huisarts', 'zorg', 'gemeente', 'wonen', 'school', 'taal', 'nieuwkomers', 'club', 'geloof', 'vrijwilligers', 'stadsdorp', 'bedrijf', 'anders')),
  what TEXT,
  for_whom TEXT,
  district TEXT,
  contact_name TEXT,
  phone TEXT,
  email TEXT,
  site TEXT,
  member_since TEXT,
  note TEXT,
  deleted_at TEXT
) STRICT;
CREATE TABLE organisation_offer (
  row_no INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  organisation_id TEXT NOT NULL,
  what TEXT NOT NULL,
  for_whom TEXT,
  district TEXT,
  days TEXT,
  from_day TEXT,
  last_day TEXT,
  deleted_at TEXT
) STRICT;
CREATE TABLE organisation_referral (
  row_no INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  organisation_id TEXT NOT NULL,
  day TEXT NOT NULL,
  outcome TEXT NOT NULL CHECK (outcome IN ('open', 'geholpen', 'wachtlijst', 'niet_geholpen', 'niet_gegaan', 'onbekend')),
  outcome_day TEXT,
  deleted_at TEXT,
  CHECK ((outcome_day IS NULL) = (outcome = 'open')),
  CHECK (outcome_day IS NULL OR outcome_day >= day)
) STRICT;
CREATE VIRTUAL TABLE organisation_search USING fts5(words, phones, content='', prefix='2 3', tokenize='unicode61 remove_diacritics 2');
CREATE TABLE 'organisation_search_config'(k PRIMARY KEY, v) WITHOUT ROWID;
CREATE TABLE 'organisation_search_data'(id INTEGER PRIMARY KEY, block BLOB);
CREATE TABLE 'organisation_search_docsize'(id INTEGER PRIMARY KEY, sz BLOB);
CREATE TABLE 'organisation_search_idx'(segid, term, pgno, PRIMARY KEY(segid, term)) WITHOUT ROWID;
CREATE TABLE other_book (
  row_no INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('binnenbuurt', 'vereniging')),
  neighbourhood_id TEXT,
  signing_key TEXT NOT NULL,
  recipient TEXT NOT NULL,
  met_on TEXT NOT NULL,
  gives_contact INTEGER NOT NULL CHECK (gives_contact IN (0, 1)),
  deleted_at TEXT
) STRICT;
CREATE TABLE pair (
  row_no INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  programme_id TEXT NOT NULL,
  programme_round_id TEXT,
  a_person_id TEXT,
  a_household_id TEXT,
  b_person_id TEXT,
  b_household_id TEXT,
  from_day TEXT NOT NULL,
  planned_until TEXT NOT NULL,
  until_day TEXT,
  end_reason TEXT CHECK (end_reason IN ('klaar', 'geen_klik', 'geen_tijd', 'verhuisd', 'overleden', 'anders')),
  continued INTEGER CHECK (continued IN (0, 1)),
  connections TEXT,
  is_once INTEGER NOT NULL CHECK (is_once IN (0, 1)),
  deputy_person_id TEXT,
  coach_person_id TEXT,
  shared_ground TEXT,
  a_brings TEXT,
  b_brings TEXT,
  a_click TEXT CHECK (a_click IN ('ja', 'nee', 'weet_niet')),
  b_click TEXT CHECK (b_click IN ('ja', 'nee', 'weet_niet')),
  trained_on TEXT,
  mid_talk_on TEXT,
  end_talk_on TEXT,
  rest_until TEXT,
  guardian_name TEXT,
  guardian_contact TEXT,
  school TEXT,
  goal TEXT,
  parent_consent_on TEXT,
  vog_until TEXT,
  deleted_at TEXT,
  CHECK (a_person_id IS NULL OR a_household_id IS NULL),
  CHECK (b_person_id IS NULL OR b_household_id IS NULL),
  CHECK (planned_until > from_day),
  CHECK ((until_day IS NULL) = (end_reason IS NULL)),
  CHECK (until_day IS NULL OR until_day >= from_day)
) STRICT;
CREATE TABLE pair_contact (
  row_no INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  pair_id TEXT NOT NULL,
  day TEXT NOT NULL,
  confirmed_by TEXT CHECK (confirmed_by IN ('a', 'b', 'allebei', 'begeleider')),
  initiated_by TEXT CHECK (initiated_by IN ('a', 'b', 'samen')),
  deleted_at TEXT
) STRICT;
CREATE TABLE pair_intake (
  row_no INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  programme_id TEXT NOT NULL,
  programme_round_id TEXT,
  person_id TEXT,
  household_id TEXT,
  side TEXT NOT NULL CHECK (side IN ('a', 'b')),
  day TEXT NOT NULL,
  interests TEXT,
  availability TEXT,
  languages TEXT,
  brings TEXT,
  spoken_on TEXT,
  withdrawn_on TEXT,
  deleted_at TEXT,
  CHECK ((person_id IS NULL) <> (household_id IS NULL))
) STRICT;
CREATE TABLE payer_account (
  row_no INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  iban BLOB NOT NULL,
  iban_hash TEXT NOT NULL,
  payer_person_id TEXT,
  payer_household_id TEXT,
  confirmed_day TEXT NOT NULL,
  deleted_at TEXT,
  CHECK ((payer_person_id IS NULL) <> (payer_household_id IS NULL))
) STRICT;
CREATE TABLE payment (
  row_no INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  day TEXT NOT NULL,
  payer_person_id TEXT,
  payer_household_id TEXT,
  method TEXT NOT NULL CHECK (method IN ('overboeking', 'contant', 'incasso')),
  bank_line_id TEXT,
  reason TEXT,
  created_at TEXT NOT NULL,
  created_by TEXT NOT NULL,
  amount_cents INTEGER NOT NULL,
  reverses_id TEXT, collection_item_id TEXT,
  CHECK ((payer_person_id IS NULL) <> (payer_household_id IS NULL)),
  CHECK (amount_cents <> 0),
  CHECK ((reverses_id IS NULL) OR reverses_id <> id)
) STRICT;
CREATE TABLE payment_note (
  row_no INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  payment_id TEXT NOT NULL,
  text TEXT NOT NULL,
  deleted_at TEXT
) STRICT;
CREATE TABLE payment_reference (
  row_no INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  person_id TEXT NOT NULL,
  year INTEGER NOT NULL CHECK (year BETWEEN 2000 AND 2199),
  number TEXT NOT NULL,
  deleted_at TEXT
) STRICT;
CREATE TABLE person (
  row_no INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  household_id TEXT NOT NULL,
  first_name TEXT NOT NULL,
  infix TEXT NOT NULL,
  last_name TEXT NOT NULL,
  called TEXT NOT NULL,
  birth_year INTEGER CHECK (birth_year BETWEEN 1880 AND 2200),
  phone TEXT,
  mobile TEXT,
  email TEXT,
  preferred_contact TEXT CHECK (preferred_contact IN ('bellen', 'mail', 'app', 'brief', 'langsgaan')),
  languages TEXT,
  emergency_contact TEXT,
  note TEXT,
  moved_on TEXT,
  deceased_on TEXT,
  sort_name TEXT NOT NULL,
  deleted_at TEXT, erased_on TEXT,
  CHECK (first_name <> '' OR last_name <> '')
) STRICT;
CREATE VIRTUAL TABLE person_search USING fts5(words, phones, content='', prefix='2 3', tokenize='unicode61 remove_diacritics 2');
CREATE TABLE 'person_search_config'(k PRIMARY KEY, v) WITHOUT ROWID;
CREATE TABLE 'person_search_data'(id INTEGER PRIMARY KEY, block BLOB);
CREATE TABLE 'person_search_docsize'(id INTEGER PRIMARY KEY, sz BLOB);
CREATE TABLE 'person_search_idx'(segid, term, pgno, PRIMARY KEY(segid, term)) WITHOUT ROWID;
CREATE TABLE planned_absence (
  row_no INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  person_id TEXT NOT NULL,
  from_day TEXT NOT NULL,
  until_day TEXT,
  deleted_at TEXT,
  CHECK (until_day IS NULL OR until_day > from_day)
) STRICT;
CREATE TABLE planned_absence_why (
  row_no INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  planned_absence_id TEXT NOT NULL,
  person_id TEXT NOT NULL,
  why TEXT NOT NULL CHECK (why IN ('reis', 'familie', 'verbouwing', 'ziekenhuis', 'herstel', 'mantelzorg')),
  consent_by TEXT CHECK (consent_by IN ('zelf', 'vertegenwoordiger')),
  consent_how TEXT CHECK (consent_how IN ('mondeling', 'schriftelijk')),
  consent_day TEXT,
  consent_text INTEGER,
  deleted_at TEXT, expires_day TEXT,
  CHECK (why IN ('reis', 'familie', 'verbouwing') OR (consent_by IS NOT NULL AND consent_how IS NOT NULL AND consent_day IS NOT NULL AND consent_text IS NOT NULL))
) STRICT;
CREATE TABLE privacy_settings (
  row_no INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  contact TEXT NOT NULL,
  months_after_leaving INTEGER CHECK (months_after_leaving IN (24, 12, 6, 3, 0)),
  assessed_day TEXT,
  assessed_by TEXT,
  deleted_at TEXT
) STRICT;
CREATE TABLE programme (
  row_no INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('maatjes', 'huishoudens', 'mentor', 'anders')),
  a_name TEXT NOT NULL,
  b_name TEXT NOT NULL,
  rhythm_unit TEXT NOT NULL CHECK (rhythm_unit IN ('week', 'maand')),
  rhythm_times INTEGER NOT NULL CHECK (rhythm_times BETWEEN 1 AND 31),
  months INTEGER NOT NULL CHECK (months BETWEEN 1 AND 60),
  closed_on TEXT,
  deleted_at TEXT
) STRICT;
CREATE TABLE programme_round (
  row_no INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  programme_id TEXT NOT NULL,
  name TEXT NOT NULL,
  from_day TEXT NOT NULL,
  matching_day TEXT,
  matching_place TEXT,
  changes TEXT,
  deleted_at TEXT
) STRICT;
CREATE TABLE referral (
  row_no INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  signal_id TEXT NOT NULL,
  person_id TEXT,
  organisation_id TEXT,
  organisation_name TEXT,
  day TEXT NOT NULL,
  outcome TEXT CHECK (outcome IN ('aangenomen', 'wacht', 'niet_gelukt', 'wil_niet')),
  consent_by TEXT CHECK (consent_by IN ('zelf', 'vertegenwoordiger')),
  consent_how TEXT CHECK (consent_how IN ('mondeling', 'schriftelijk')),
  consent_day TEXT,
  consent_text INTEGER,
  deleted_at TEXT,
  CHECK (organisation_id IS NOT NULL OR organisation_name IS NOT NULL),
  CHECK (person_id IS NULL OR (consent_by IS NOT NULL AND consent_how IS NOT NULL AND consent_day IS NOT NULL AND consent_text IS NOT NULL))
) STRICT;
CREATE TABLE reminder (
  row_no INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  payer_person_id TEXT,
  payer_household_id TEXT,
  level TEXT NOT NULL CHECK (level IN ('request', 'reminder', 'second', 'last')),
  day TEXT NOT NULL,
  way TEXT NOT NULL CHECK (way IN ('letter', 'mail')),
  language TEXT NOT NULL CHECK (language IN ('nl', 'en')),
  text_hash TEXT NOT NULL,
  created_at TEXT NOT NULL,
  created_by TEXT NOT NULL,
  amount_cents INTEGER NOT NULL,
  reverses_id TEXT,
  CHECK ((payer_person_id IS NULL) <> (payer_household_id IS NULL)),
  CHECK (amount_cents <> 0),
  CHECK ((reverses_id IS NULL) OR reverses_id <> id)
) STRICT;
CREATE TABLE reminder_due (
  row_no INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  reminder_id TEXT NOT NULL,
  due_id TEXT NOT NULL,
  created_at TEXT NOT NULL,
  created_by TEXT NOT NULL,
  amount_cents INTEGER NOT NULL,
  reverses_id TEXT,
  CHECK (amount_cents <> 0),
  CHECK ((reverses_id IS NULL) OR reverses_id <> id)
) STRICT;
CREATE TABLE reminder_pause (
  row_no INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  person_id TEXT,
  household_id TEXT,
  kind TEXT NOT NULL CHECK (kind IN ('pause', 'discussion', 'refused')),
  reason TEXT,
  until_day TEXT,
  deleted_at TEXT,
  CHECK ((person_id IS NULL) <> (household_id IS NULL)),
  CHECK (kind <> 'pause' OR until_day IS NOT NULL)
) STRICT;
CREATE TABLE reminder_settings (
  row_no INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  first_after_days INTEGER NOT NULL CHECK (first_after_days BETWEEN 0 AND 365),
  days_between INTEGER NOT NULL CHECK (days_between BETWEEN 7 AND 365),
  pay_within_days INTEGER NOT NULL CHECK (pay_within_days BETWEEN 7 AND 90),
  last_level TEXT NOT NULL CHECK (last_level IN ('request', 'reminder', 'second', 'last')),
  asks_former_members INTEGER NOT NULL CHECK (asks_former_members IN (0, 1)),
  cost_cents INTEGER NOT NULL CHECK (cost_cents BETWEEN 0 AND 4000),
  sender_address TEXT NOT NULL,
  contact TEXT NOT NULL,
  signed_by TEXT NOT NULL,
  deleted_at TEXT
) STRICT;
CREATE TABLE restriction (
  row_no INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  person_id TEXT NOT NULL,
  reason TEXT NOT NULL CHECK (reason IN ('betwist', 'onrechtmatig', 'bewijs', 'bezwaar')),
  from_day TEXT NOT NULL,
  until_day TEXT,
  deleted_at TEXT,
  CHECK (until_day IS NULL OR until_day >= from_day)
) STRICT;
CREATE TABLE role_term (
  row_no INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  person_id TEXT NOT NULL,
  role TEXT NOT NULL CHECK (role IN ('contactpersoon', 'vervanger', 'coordinator', 'duo_lid', 'penningmeester', 'werkgroeplid', 'voorzitter', 'secretaris', 'cultuurverbinder')),
  neighbourhood_id TEXT,
  organisation_id TEXT,
  paid INTEGER CHECK (paid IN (0, 1)),
  languages TEXT,
  side TEXT CHECK (side IN ('oud', 'nieuw')),
  from_day TEXT NOT NULL,
  until_day TEXT,
  planned_end TEXT,
  deleted_at TEXT,
  CHECK (until_day IS NULL OR until_day >= from_day)
) STRICT;
CREATE TABLE sealed_record (
  row_no INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  programme_id TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('programme', 'pair')),
  content BLOB NOT NULL,
  deleted_at TEXT
, expires_day TEXT) STRICT;
CREATE TABLE series (
  row_no INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  neighbourhood_id TEXT,
  title TEXT NOT NULL,
  place TEXT,
  start_time TEXT,
  counted TEXT NOT NULL CHECK (counted IN ('namen', 'aantal')),
  rhythm TEXT NOT NULL CHECK (rhythm IN ('weken', 'maand', 'los')),
  every INTEGER NOT NULL CHECK (every > 0),
  nth INTEGER CHECK (nth BETWEEN 1 AND 5),
  first_day TEXT NOT NULL,
  until_day TEXT,
  asks_languages INTEGER NOT NULL CHECK (asks_languages IN (0, 1)),
  work_form TEXT CHECK (work_form IN ('eenmalig', 'dialoog', 'verdiepen', 'terugkerend', 'elkaar_helpen')),
  goals TEXT,
  connections TEXT,
  deleted_at TEXT
) STRICT;
CREATE TABLE shared_person (
  row_no INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  other_book_id TEXT NOT NULL,
  person_id TEXT NOT NULL,
  their_id TEXT,
  stamps TEXT NOT NULL,
  erased_there_on TEXT,
  erasure_answered_on TEXT,
  deleted_at TEXT
) STRICT;
CREATE TABLE shared_sealed_record (
  row_no INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  programme_id TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('programme', 'pair')),
  content BLOB NOT NULL,
  deleted_at TEXT
, expires_day TEXT) STRICT;
CREATE TABLE signal (
  row_no INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  person_id TEXT,
  place BLOB,
  kind TEXT NOT NULL CHECK (kind IN ('aandacht', 'kennismaken', 'praktisch', 'opgevallen', 'gezondheid', 'eenzaam', 'mantelzorg', 'rouw', 'geld', 'veiligheid')),
  source TEXT NOT NULL CHECK (source IN ('zelf', 'buur', 'bijeenkomst', 'familie', 'organisatie', 'anders')),
  said_by_person_id TEXT,
  own_help TEXT,
  opened_day TEXT NOT NULL,
  renewed_day TEXT NOT NULL,
  expires_day TEXT NOT NULL,
  owner_person_id TEXT,
  owner_name TEXT,
  next_day TEXT,
  next_how TEXT CHECK (next_how IN ('bellen', 'langsgaan', 'kaartje', 'bericht')),
  state TEXT NOT NULL CHECK (state IN ('open', 'gesloten')),
  closed_day TEXT,
  close_reason TEXT CHECK (close_reason IN ('geholpen', 'doorverwezen', 'niet_nodig', 'wil_niet', 'niet_bereikt', 'vertrokken', 'overleden')),
  consent_by TEXT CHECK (consent_by IN ('zelf', 'vertegenwoordiger')),
  consent_how TEXT CHECK (consent_how IN ('mondeling', 'schriftelijk')),
  consent_day TEXT,
  consent_text INTEGER,
  deleted_at TEXT,
  CHECK (person_id IS NOT NULL OR place IS NOT NULL),
  CHECK ((state = 'open') = (next_day IS NOT NULL)),
  CHECK ((state = 'gesloten') = (closed_day IS NOT NULL)),
  CHECK ((state = 'gesloten') = (close_reason IS NOT NULL)),
  CHECK (kind IN ('aandacht', 'kennismaken', 'praktisch', 'opgevallen') OR (consent_by IS NOT NULL AND consent_how IS NOT NULL AND consent_day IS NOT NULL AND consent_text IS NOT NULL))
) STRICT;
CREATE TABLE speaker (
  row_no INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  gathering_id TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('spreker', 'verteller')),
  person_id TEXT,
  name TEXT,
  topic TEXT,
  consent_day TEXT NOT NULL,
  deleted_at TEXT,
  CHECK ((person_id IS NULL) <> (name IS NULL))
) STRICT;
CREATE TABLE sqlite_sequence(name,seq);
CREATE TABLE subsidy (
  row_no INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  giver TEXT NOT NULL,
  purpose TEXT NOT NULL,
  granted_day TEXT NOT NULL,
  granted_cents INTEGER NOT NULL CHECK (granted_cents > 0),
  other_cents INTEGER NOT NULL CHECK (other_cents >= 0),
  other_note TEXT,
  account_day TEXT,
  accounted_day TEXT,
  returned_cents INTEGER CHECK (returned_cents >= 0),
  deleted_at TEXT
) STRICT;
CREATE TABLE sync_action (
  row_no INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  stamp TEXT NOT NULL,
  heard INTEGER NOT NULL CHECK (heard IN (0, 1)),
  heard_at TEXT
) STRICT;
CREATE TABLE sync_chain (
  row_no INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  device TEXT NOT NULL,
  scope TEXT NOT NULL,
  seq INTEGER NOT NULL,
  hash TEXT NOT NULL,
  base_seq INTEGER NOT NULL,
  base_hash TEXT NOT NULL,
  told_seq INTEGER NOT NULL,
  told_hash TEXT NOT NULL
) STRICT;
CREATE TABLE sync_clock (
  row_no INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  last TEXT NOT NULL,
  stamped_up_to INTEGER NOT NULL
) STRICT;
CREATE TABLE sync_device (
  row_no INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  recipient TEXT,
  recipient_in INTEGER NOT NULL,
  heard_at TEXT,
  last_full TEXT
) STRICT;
CREATE TABLE sync_difference (
  row_no INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  table_name TEXT NOT NULL,
  row_id TEXT NOT NULL
) STRICT;
CREATE TABLE sync_erased (
  row_no INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  table_name TEXT NOT NULL,
  row_id TEXT NOT NULL,
  is_root INTEGER NOT NULL CHECK (is_root IN (0, 1)),
  at TEXT NOT NULL
) STRICT;
CREATE TABLE sync_file (
  row_no INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  kind TEXT NOT NULL CHECK (kind IN ('segment', 'snapshot', 'list')),
  device TEXT NOT NULL,
  scope TEXT NOT NULL,
  number INTEGER NOT NULL,
  hash TEXT NOT NULL,
  size INTEGER NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('whole', 'held', 'removing')),
  own INTEGER NOT NULL CHECK (own IN (0, 1)),
  header TEXT,
  bytes BLOB,
  missed_at TEXT
) STRICT;
CREATE TABLE sync_hint (
  row_no INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  kind TEXT NOT NULL,
  table_name TEXT NOT NULL,
  row_id TEXT NOT NULL,
  device TEXT NOT NULL,
  at TEXT NOT NULL,
  details TEXT
) STRICT;
CREATE TABLE sync_invitation (
  row_no INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  side TEXT NOT NULL CHECK (side IN ('inviter', 'invited')),
  letter TEXT NOT NULL,
  answer TEXT,
  until TEXT NOT NULL,
  spoilt_at TEXT
) STRICT;
CREATE TABLE sync_key (
  row_no INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  use TEXT NOT NULL CHECK (use IN ('signing', 'identity')),
  public_key TEXT NOT NULL,
  wrap TEXT NOT NULL,
  made_at TEXT NOT NULL,
  told_in INTEGER NOT NULL
) STRICT;
CREATE TABLE sync_list (
  row_no INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  version INTEGER NOT NULL,
  prev TEXT NOT NULL,
  signer TEXT NOT NULL,
  content TEXT NOT NULL
) STRICT;
CREATE TABLE sync_node (
  row_no INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  device TEXT NOT NULL
) STRICT;
CREATE TABLE sync_outgoing (
  row_no INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  to_scope TEXT NOT NULL,
  action_id TEXT NOT NULL,
  stamp TEXT NOT NULL,
  table_name TEXT NOT NULL,
  row_id TEXT NOT NULL,
  line TEXT NOT NULL
) STRICT;
CREATE TABLE sync_pending (
  row_no INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  to_scope TEXT NOT NULL,
  table_name TEXT NOT NULL,
  row_id TEXT NOT NULL,
  reason TEXT NOT NULL CHECK (reason IN ('unknown', 'row', 'check')),
  line TEXT NOT NULL
) STRICT;
CREATE TABLE sync_replacing (
  row_no INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE
) STRICT;
CREATE TABLE sync_revival (
  row_no INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  at TEXT NOT NULL
) STRICT;
CREATE TABLE sync_row (
  row_no INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  state TEXT NOT NULL
) STRICT;
CREATE TABLE sync_vault (
  row_no INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  device TEXT NOT NULL,
  folder TEXT NOT NULL,
  anchor TEXT NOT NULL,
  epochs TEXT NOT NULL,
  acknowledged TEXT NOT NULL,
  last_full TEXT NOT NULL,
  told_seen TEXT NOT NULL,
  looked_at TEXT
) STRICT;
CREATE TABLE waiver (
  row_no INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  due_id TEXT NOT NULL,
  reason TEXT NOT NULL CHECK (reason IN ('hardship', 'deceased', 'board', 'uncollectable', 'other')),
  created_at TEXT NOT NULL,
  created_by TEXT NOT NULL,
  amount_cents INTEGER NOT NULL,
  reverses_id TEXT,
  CHECK (amount_cents <> 0),
  CHECK ((reverses_id IS NULL) OR reverses_id <> id)
) STRICT;
CREATE TABLE welcome_settings (
  row_no INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  contact_within INTEGER NOT NULL CHECK (contact_within BETWEEN 0 AND 365),
  informed_within INTEGER NOT NULL CHECK (informed_within BETWEEN 0 AND 365),
  visited_within INTEGER NOT NULL CHECK (visited_within BETWEEN 0 AND 365),
  deleted_at TEXT
) STRICT;
CREATE TABLE year_close (
  row_no INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  year INTEGER NOT NULL CHECK (year BETWEEN 1900 AND 9999),
  chain_hash TEXT NOT NULL,
  balances TEXT NOT NULL,
  created_at TEXT NOT NULL,
  created_by TEXT NOT NULL,
  amount_cents INTEGER NOT NULL,
  reverses_id TEXT,
  CHECK ((reverses_id IS NULL) OR reverses_id <> id)
) STRICT;
