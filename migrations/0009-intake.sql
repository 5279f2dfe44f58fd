-- Registers given in as workbooks: what was found in one, what a person said of its columns, and what became of its rows.
create table intake (
  shard int not null, id uuid not null, unit int not null, programme text not null, name text not null, state text not null,
  file uuid not null, result uuid, sheet text not null, said jsonb not null default '{}', outcome jsonb not null default '{}',
  by_person uuid not null, at timestamptz not null, changed timestamptz not null,
  constraint intake_pk primary key (shard, id)
);
create index intake_id on intake (id);

do $$
declare
  seen text := 'current_setting(''app.reach'', true) = ''all''
    or shard = any(nullif(current_setting(''app.shards'', true), '''')::int[])
    or unit = any(nullif(current_setting(''app.units'', true), '''')::int[])';
begin
  alter table intake enable row level security;
  alter table intake force row level security;
  execute format('create policy intake_app on intake to niangjia_app using (%s) with check (%s)', seen, seen);
  execute format('create policy intake_owner on intake to %I using (true) with check (true)', current_user);
  grant select, insert, update on intake to niangjia_app;
end $$;
