-- The house. Written for PostgreSQL 15–18 and ready to be distributed by Citus (design: ARCHITECTURE.md).
-- shard: the county a row belongs to, or the unit itself above county; inside every key of a table that may be distributed.
-- Hot rows carry the unit's number (4 bytes), never its uuid; the number is given once by us and never changes.

create extension if not exists pg_trgm;

-- ── the tree (reference tables) ────────────────────────────────────────────────────────────────────────────────
create table unit (
  no int not null, id uuid not null, shard int not null,
  level smallint not null, kind text not null, code text,
  name text not null, short_name text not null, pinyin text not null default '', initials text not null default '',
  sort text not null default '', lat double precision, lng double precision,
  begins date not null default '1949-04-03', ends date, successor int,
  constraint unit_pk primary key (no),
  constraint unit_id unique (id),
  constraint unit_level check (level between 1 and 6)
);
create index unit_code on unit (code);
create index unit_name_trgm on unit using gin (name gin_trgm_ops);
create index unit_pinyin_trgm on unit using gin (pinyin gin_trgm_ops);
create index unit_initials on unit (initials text_pattern_ops);

create table unit_name (
  unit int not null, since date not null, until date not null default 'infinity',
  name text not null, short_name text not null,
  constraint unit_name_pk primary key (unit, since)
);

create table unit_link (
  unit int not null, parent int not null, since date not null, until date not null default 'infinity', reason text not null default 'founded',
  constraint unit_link_pk primary key (unit, since)
);
create index unit_link_parent on unit_link (parent, until);

-- dated closure, self included; until = 'infinity' is today's tree (restated), the dates are the tree as it was
create table unit_ancestor (
  unit int not null, ancestor int not null, level smallint not null, shard int not null,
  since date not null, until date not null default 'infinity',
  constraint unit_ancestor_pk primary key (unit, ancestor, since)
);
create index unit_ancestor_below on unit_ancestor (ancestor, until, unit);

create table setting (
  unit int not null, key text not null, value jsonb not null, at timestamptz not null,
  constraint setting_pk primary key (unit, key)
);

-- ── people ─────────────────────────────────────────────────────────────────────────────────────────────────────
create table person (
  shard int not null, id uuid not null, unit int not null,
  name text not null, pinyin text not null default '', initials text not null default '',
  sex text, birth_year smallint, at timestamptz not null,
  constraint person_pk primary key (shard, id)
);
create index person_unit on person (unit, name);
create index person_name_trgm on person using gin (name gin_trgm_ops);

create table household (
  shard int not null, id uuid not null, unit int not null, label text not null, at timestamptz not null,
  constraint household_pk primary key (shard, id)
);
create index household_unit on household (unit, label);

-- ciphertext of guarded fields, with a keyed blind index for exact look-up; owner is a person or a record
create table guarded (
  shard int not null, owner uuid not null, unit int not null, field text not null, sealed text not null, blind text,
  constraint guarded_pk primary key (shard, owner, field)
);
create index guarded_blind on guarded (field, blind) where blind is not null;

-- establishment of a unit (1正2副4兼1挂) and who holds what from day to day
create table post (
  shard int not null, unit int not null, kind text not null, seats smallint not null,
  constraint post_pk primary key (shard, unit, kind)
);
create table appointment (
  shard int not null, id uuid not null, unit int not null, kind text not null, person uuid not null,
  term text not null default '', since date not null, until date not null default 'infinity',
  record uuid, at timestamptz not null,
  constraint appointment_pk primary key (shard, id)
);
create index appointment_person on appointment (person, until);
create index appointment_unit on appointment (unit, kind, until);
create index appointment_record on appointment (record);

-- ── what happened ──────────────────────────────────────────────────────────────────────────────────────────────
create table record (
  shard int not null, id uuid not null, unit int not null,
  programme text not null, version smallint not null, phase text not null, day date not null, title text not null,
  state jsonb not null, people uuid[] not null default '{}', revision int not null,
  by_person uuid not null, at timestamptz not null, changed timestamptz not null,
  constraint record_pk primary key (shard, id)
);
create index record_unit on record (unit, day desc, id desc);
create index record_shard on record (shard, day desc, id desc);
create index record_programme on record (programme, day desc, id desc);
create index record_people on record using gin (people);

create table event (
  shard int not null, record uuid not null, seq smallint not null,
  order_id uuid not null, kind text not null, data jsonb not null,
  unit int not null, actor uuid not null, post text not null, day date not null, at timestamptz not null,
  constraint event_pk primary key (shard, record, seq)
);

create table order_done (
  shard int not null, id uuid not null, record uuid not null, revision int not null, at timestamptz not null,
  constraint order_done_pk primary key (shard, id)
);

-- ── numbers ────────────────────────────────────────────────────────────────────────────────────────────────────
create table indicator (
  no smallint not null, key text not null, slice text not null default '',
  constraint indicator_pk primary key (no),
  constraint indicator_key unique (key, slice)
);

-- wide columns first: no padding
create table measure (
  record uuid not null, val bigint not null, shard int not null, unit int not null, day date not null, ind smallint not null
) partition by range (day);
do $$ begin
  for y in 2011..2040 loop
    execute format('create table measure_%s partition of measure for values from (%L) to (%L)', y, y || '-01-01', (y + 1) || '-01-01');
  end loop;
end $$;
create table measure_other partition of measure default;
create index measure_unit on measure (unit, day, ind) include (val);
-- by days of an indicator, asked as ind::int: the spelling chooses the index. The planner takes one indicator's days for fewer
-- than they are and would leave the index of the units for them (measured: 25 ms instead of 0.1 for a village)
create index measure_ind on measure ((ind::int), day);

create table reached (
  record uuid not null, person uuid not null, shard int not null, unit int not null, day date not null, ind smallint not null
);
create index reached_person on reached (ind, person, day, unit);
create index reached_unit on reached (unit, day, ind, person);
create index reached_ind on reached ((ind::int), day);

create table delta (
  shard int not null, unit int not null, ind smallint not null, yr smallint not null, mo smallint not null, dv bigint not null
) with (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 5000, autovacuum_vacuum_cost_delay = 0);

create table rollup (
  shard int not null, unit int not null, yr smallint not null, ind smallint not null,
  m1 bigint, m2 bigint, m3 bigint, m4 bigint, m5 bigint, m6 bigint, m7 bigint, m8 bigint, m9 bigint, m10 bigint, m11 bigint, m12 bigint,
  constraint rollup_pk primary key (unit, yr, ind, shard)
) with (fillfactor = 80);
create index rollup_pivot on rollup (ind, unit, yr);

-- distinct persons: n persons whose reached months hold the neighbours (prev, ym); prev = 0 is the first (ym = year*12 + month-1)
create table chain_delta (
  shard int not null, unit int not null, ind smallint not null, ym smallint not null, prev smallint not null, dn int not null
) with (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 5000, autovacuum_vacuum_cost_delay = 0);
create table chain (
  shard int not null, unit int not null, ind smallint not null, ym smallint not null, prev smallint not null, n int not null,
  constraint chain_pk primary key (unit, ind, ym, prev, shard)
) with (fillfactor = 85);

-- ── paper, files, audit ────────────────────────────────────────────────────────────────────────────────────────
create table report (
  shard int not null, id uuid not null, unit int not null, kind text not null, title text not null,
  first_day date, last_day date, body jsonb not null, by_person uuid not null, at timestamptz not null, changed timestamptz not null,
  constraint report_pk primary key (shard, id)
);
create index report_unit on report (unit, kind, at desc);

create table issue (
  shard int not null, id uuid not null, unit int not null, report uuid not null, handle text not null,
  value numeric, definition int not null, digest text not null, signature text not null, at timestamptz not null,
  constraint issue_pk primary key (shard, id)
);
create index issue_report on issue (shard, report);

create table file (
  shard int not null, id uuid not null, unit int not null, kind text not null, name text not null, type text not null,
  sha256 text not null, bytes bytea not null, by_person uuid not null, at timestamptz not null,
  constraint file_pk primary key (shard, id)
);
create index file_unit on file (unit, kind, at desc);

create table notice (
  shard int not null, id uuid not null, unit int not null, person uuid, kind text not null, data jsonb not null,
  at timestamptz not null, read_at timestamptz,
  constraint notice_pk primary key (shard, id)
);
create index notice_unit on notice (unit, at desc);

-- rows are written with their MAC in the order's own transaction; the sealer links them into the chain (seq, hash) afterwards,
-- so that writers never wait for one another
create table audit (
  id uuid not null, at timestamptz not null, actor uuid, unit int, act text not null, subject text not null, data jsonb not null,
  mac text not null, seq bigint, hash text,
  constraint audit_pk primary key (id)
);
create unique index audit_seq on audit (seq) where seq is not null;
create index audit_open on audit (at, id) where seq is null;
create index audit_subject on audit (subject, at);
