-- Signing in. Accounts belong to people, rights to posts: an account carries none. The tables are those better-auth asks for
-- (src/server/auth.ts says which is which; a test compares them), kept here so that one list of files tells the whole schema.
-- No row security: they are read before anybody is known, and nothing but sign-in and the keepers of accounts opens them.

create table account (
  id uuid not null, person uuid not null, shard int not null, unit int not null,
  name text not null, username text not null, display_username text,
  email text not null, email_verified boolean not null default false, image text,
  created_at timestamptz not null default now(), updated_at timestamptz not null default now(),
  two_factor boolean default false,
  must_change boolean not null default false, disabled boolean not null default false,
  failures int not null default 0, locked_until timestamptz,
  language text not null default 'zh-CN', size text not null default 'usual', theme text not null default 'system',
  constraint account_pk primary key (id),
  constraint account_person unique (person),
  constraint account_username unique (username),
  constraint account_email unique (email)
);
create index account_unit on account (unit);

create table credential (
  id uuid not null, user_id uuid not null, account_id text not null, provider_id text not null,
  access_token text, refresh_token text, id_token text,
  access_token_expires_at timestamptz, refresh_token_expires_at timestamptz, scope text,
  password text, created_at timestamptz not null default now(), updated_at timestamptz not null default now(),
  constraint credential_pk primary key (id),
  constraint credential_account foreign key (user_id) references account (id) on delete cascade
);
create index credential_user on credential (user_id);

create table session (
  id uuid not null, user_id uuid not null, token text not null, expires_at timestamptz not null,
  ip_address text, user_agent text,
  created_at timestamptz not null default now(), updated_at timestamptz not null default now(),
  constraint session_pk primary key (id),
  constraint session_token unique (token),
  constraint session_account foreign key (user_id) references account (id) on delete cascade
);
create index session_of on session (user_id);

create table verification (
  id uuid not null, identifier text not null, value text not null, expires_at timestamptz not null,
  created_at timestamptz not null default now(), updated_at timestamptz not null default now(),
  constraint verification_pk primary key (id)
);
create index verification_identifier on verification (identifier);

create table second_factor (
  id uuid not null, user_id uuid not null, secret text not null, backup_codes text not null,
  verified boolean default true, failed_verification_count int default 0, locked_until timestamptz,
  constraint second_factor_pk primary key (id),
  constraint second_factor_account foreign key (user_id) references account (id) on delete cascade
);
create index second_factor_user on second_factor (user_id);
create index second_factor_secret on second_factor (secret);

create table passkey (
  id uuid not null, user_id uuid not null, name text, public_key text not null, credential_id text not null,
  counter int not null, device_type text not null, backed_up boolean not null, transports text, created_at timestamptz, aaguid text,
  constraint passkey_pk primary key (id),
  constraint passkey_account foreign key (user_id) references account (id) on delete cascade
);
create index passkey_user on passkey (user_id);
create index passkey_credential on passkey (credential_id);

create table rate_limit (
  id uuid not null, key text not null, count int not null, last_request bigint not null,
  constraint rate_limit_pk primary key (id),
  constraint rate_limit_key unique (key)
);

grant select, insert, update, delete on account, credential, session, verification, second_factor, passkey, rate_limit to niangjia_app;
