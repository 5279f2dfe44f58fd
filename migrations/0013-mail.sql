-- Where somebody's notices are sent, and how often. She enters the address herself; nothing goes out before. `digest_on`: the day
-- of the last one, so that of several servers one sends it, and a restart sends none twice.
alter table account
  add column mail text,
  add column digest text not null default 'off' constraint account_digest check (digest in ('off', 'daily', 'weekly')),
  add column digest_on date;
create index account_digest_due on account (digest_on) where digest <> 'off';
