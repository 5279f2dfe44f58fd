-- By which way somebody's notices go, and her name or number there; her mail address stays beside it.
alter table account
  add column notice_by text not null default 'mail' constraint account_notice_by check (notice_by in ('mail', 'wecom', 'dingtalk', 'sms')),
  add column notice_to text;

-- Other systems that are told when records change at a unit or below it. `after` is the last line of the audit's chain that was
-- delivered: the chain has every order once and in order, so nothing is lost while the other side is away, and a day can be told again.
create table hook (
  id uuid not null, shard int not null, unit int not null, url text not null, secret text not null,
  programmes text[] not null default '{}', active boolean not null default true,
  after bigint not null, tries int not null default 0, next_at timestamptz not null default now(),
  delivered_at timestamptz, fault text, made_at timestamptz not null, made_by uuid not null,
  constraint hook_pk primary key (shard, id)
);
create index hook_due on hook (next_at) where active;
alter table hook enable row level security;
alter table hook force row level security;
create policy hook_app on hook to niangjia_app using (
    current_setting('app.reach', true) = 'all'
    or shard = any(nullif(current_setting('app.shards', true), '')::int[])
    or unit = any(nullif(current_setting('app.units', true), '')::int[]))
  with check (
    current_setting('app.reach', true) = 'all'
    or shard = any(nullif(current_setting('app.shards', true), '')::int[])
    or unit = any(nullif(current_setting('app.units', true), '')::int[]));
do $$ begin
  execute format('create policy hook_owner on hook to %I using (true) with check (true)', current_user);
end $$;
grant select, insert, update, delete on hook to niangjia_app;
