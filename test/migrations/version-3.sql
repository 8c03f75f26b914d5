CREATE INDEX action_by_subject ON action (subject_id);
CREATE INDEX allocation_by_due_id ON allocation (due_id);
CREATE INDEX allocation_by_payment_id ON allocation (payment_id);
CREATE INDEX allocation_by_reverses_id ON allocation (reverses_id);
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
CREATE INDEX cash_count_by_day ON cash_count (day);
CREATE INDEX cash_count_by_reverses_id ON cash_count (reverses_id);
CREATE INDEX cash_count_note_by_cash_count_id ON cash_count_note (cash_count_id);
CREATE INDEX change_by_action ON change (action_seq);
CREATE INDEX change_by_row ON change (row_id);
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
CREATE INDEX due_by_agreement_id ON due (agreement_id);
CREATE INDEX due_by_period_start ON due (period_start);
CREATE INDEX due_by_person_id ON due (person_id);
CREATE INDEX due_by_reverses_id ON due (reverses_id);
CREATE INDEX fee_agreement_by_fee_plan_id ON fee_agreement (fee_plan_id);
CREATE INDEX fee_agreement_by_membership_id ON fee_agreement (membership_id);
CREATE INDEX fee_agreement_by_payer_household_id ON fee_agreement (payer_household_id);
CREATE INDEX fee_agreement_by_payer_person_id ON fee_agreement (payer_person_id);
CREATE INDEX fee_agreement_by_person_id ON fee_agreement (person_id);
CREATE INDEX fee_rate_by_fee_plan_id_valid_from ON fee_rate (fee_plan_id, valid_from);
CREATE INDEX follow_up_by_person_id ON follow_up (person_id);
CREATE INDEX follow_up_by_state_due_day ON follow_up (state, due_day);
CREATE INDEX gathering_by_day ON gathering (day);
CREATE INDEX gathering_by_neighbourhood_id_day ON gathering (neighbourhood_id, day);
CREATE INDEX household_by_street_house_number ON household (street, house_number);
CREATE INDEX import_layout_by_fingerprint ON import_layout (fingerprint);
CREATE INDEX mandate_by_person_id ON mandate (person_id);
CREATE INDEX mandate_by_reference ON mandate (reference);
CREATE INDEX membership_by_person_id_from_day_until_day_kind_deleted_at ON membership (person_id, from_day, until_day, kind, deleted_at);
CREATE INDEX neighbourhood_membership_by_neighbourhood_id_until_day_deleted_at_person_id ON neighbourhood_membership (neighbourhood_id, until_day, deleted_at, person_id);
CREATE INDEX neighbourhood_membership_by_person_id_until_day_deleted_at_neighbourhood_id ON neighbourhood_membership (person_id, until_day, deleted_at, neighbourhood_id);
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
CREATE INDEX reminder_by_day ON reminder (day);
CREATE INDEX reminder_by_payer_household_id ON reminder (payer_household_id);
CREATE INDEX reminder_by_payer_person_id ON reminder (payer_person_id);
CREATE INDEX reminder_by_reverses_id ON reminder (reverses_id);
CREATE INDEX reminder_due_by_due_id ON reminder_due (due_id);
CREATE INDEX reminder_due_by_reminder_id ON reminder_due (reminder_id);
CREATE INDEX reminder_due_by_reverses_id ON reminder_due (reverses_id);
CREATE INDEX reminder_pause_by_household_id ON reminder_pause (household_id);
CREATE INDEX reminder_pause_by_person_id ON reminder_pause (person_id);
CREATE INDEX role_term_by_neighbourhood_id ON role_term (neighbourhood_id);
CREATE INDEX role_term_by_person_id ON role_term (person_id);
CREATE INDEX sync_action_by_stamp ON sync_action (stamp);
CREATE INDEX sync_erased_by_row_id ON sync_erased (row_id);
CREATE INDEX sync_hint_by_row_id ON sync_hint (row_id);
CREATE INDEX sync_outgoing_by_row_id ON sync_outgoing (row_id);
CREATE INDEX sync_outgoing_by_to_scope ON sync_outgoing (to_scope);
CREATE INDEX sync_pending_by_reason ON sync_pending (reason);
CREATE INDEX sync_pending_by_row_id ON sync_pending (row_id);
CREATE INDEX waiver_by_due_id ON waiver (due_id);
CREATE INDEX waiver_by_reverses_id ON waiver (reverses_id);
CREATE INDEX year_close_by_reverses_id ON year_close (reverses_id);
CREATE INDEX year_close_by_year ON year_close (year);
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
, bank_secret TEXT) STRICT;
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
CREATE TABLE current_action (only_row INTEGER PRIMARY KEY CHECK (only_row = 1), action_seq INTEGER) STRICT;
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
) STRICT;
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
  deleted_at TEXT,
  CHECK ((done_day IS NOT NULL) = (state = 'gedaan'))
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
CREATE TABLE import_layout (
  row_no INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  fingerprint TEXT NOT NULL,
  mapping TEXT NOT NULL
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
) STRICT;
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
CREATE TABLE role_term (
  row_no INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  person_id TEXT NOT NULL,
  role TEXT NOT NULL CHECK (role IN ('contactpersoon', 'vervanger', 'coordinator', 'duo_lid', 'penningmeester', 'werkgroeplid', 'voorzitter', 'secretaris')),
  neighbourhood_id TEXT,
  side TEXT CHECK (side IN ('oud', 'nieuw')),
  from_day TEXT NOT NULL,
  until_day TEXT,
  planned_end TEXT,
  deleted_at TEXT,
  CHECK (until_day IS NULL OR until_day >= from_day)
) STRICT;
CREATE TABLE sqlite_sequence(name,seq);
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
