-- Numbers given in order and without a gap: certificates, documents, letters. One row a series, locked while an order takes its next.
create table series (
  shard int not null, unit int not null, programme text not null, key text not null, last int not null,
  constraint series_pk primary key (shard, unit, programme, key)
);

do $$
declare
  seen text := 'current_setting(''app.reach'', true) = ''all''
    or shard = any(nullif(current_setting(''app.shards'', true), '''')::int[])
    or unit = any(nullif(current_setting(''app.units'', true), '''')::int[])';
begin
  alter table series enable row level security;
  alter table series force row level security;
  execute format('create policy series_app on series to niangjia_app using (%s) with check (%s)', seen, seen);
  execute format('create policy series_owner on series to %I using (true) with check (true)', current_user);
end $$;
grant select, insert, update on series to niangjia_app;
