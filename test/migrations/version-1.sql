CREATE INDEX action_by_subject ON action (subject_id);
CREATE INDEX allocation_by_due_id ON allocation (due_id);
CREATE INDEX allocation_by_payment_id ON allocation (payment_id);
CREATE INDEX allocation_by_reverses_id ON allocation (reverses_id);
CREATE INDEX attendance_by_gathering_id ON attendance (gathering_id);
CREATE INDEX attendance_by_person_id ON attendance (person_id);
CREATE INDEX change_by_action ON change (action_seq);
CREATE INDEX change_by_row ON change (row_id);
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
CREATE INDEX membership_by_person_id_from_day_until_day_kind_deleted_at ON membership (person_id, from_day, until_day, kind, deleted_at);
CREATE INDEX neighbourhood_membership_by_neighbourhood_id_until_day_deleted_at_person_id ON neighbourhood_membership (neighbourhood_id, until_day, deleted_at, person_id);
CREATE INDEX neighbourhood_membership_by_person_id_until_day_deleted_at_neighbourhood_id ON neighbourhood_membership (person_id, until_day, deleted_at, neighbourhood_id);
CREATE INDEX payment_by_day ON payment (day);
CREATE INDEX payment_by_payer_household_id ON payment (payer_household_id);
CREATE INDEX payment_by_payer_person_id ON payment (payer_person_id);
CREATE INDEX payment_by_reverses_id ON payment (reverses_id);
CREATE INDEX payment_note_by_payment_id ON payment_note (payment_id);
CREATE INDEX person_by_household_id ON person (household_id);
CREATE INDEX person_by_sort_name_id ON person (sort_name, id);
CREATE INDEX role_term_by_neighbourhood_id ON role_term (neighbourhood_id);
CREATE INDEX role_term_by_person_id ON role_term (person_id);
CREATE INDEX waiver_by_due_id ON waiver (due_id);
CREATE INDEX waiver_by_reverses_id ON waiver (reverses_id);
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
  reverses_id TEXT,
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
  deleted_at TEXT,
  CHECK (first_name <> '' OR last_name <> '')
) STRICT;
CREATE VIRTUAL TABLE person_search USING fts5(words, phones, content='', prefix='2 3', tokenize='unicode61 remove_diacritics 2');
CREATE TABLE 'person_search_config'(k PRIMARY KEY, v) WITHOUT ROWID;
CREATE TABLE 'person_search_data'(id INTEGER PRIMARY KEY, block BLOB);
CREATE TABLE 'person_search_docsize'(id INTEGER PRIMARY KEY, sz BLOB);
CREATE TABLE 'person_search_idx'(segid, term, pgno, PRIMARY KEY(segid, term)) WITHOUT ROWID;
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
