-- Whoever asks about a unit she holds by its number, as most do, is answered from her context alone: a village asks as quickly as
-- somebody who may see everything.
create or replace function open_sums(p_unit int) returns void language plpgsql set search_path = public as $$
declare v_units int[]; v_moved int[];
begin
  if not coalesce(current_setting('app.reach', true) = 'all', false) then
    v_units := coalesce(nullif(current_setting('app.units', true), '')::int[], '{}');
    if p_unit = any(v_units)
      or exists (select from unit where no = p_unit and shard = any(nullif(current_setting('app.shards', true), '')::int[])) then
      select array_agg(distinct unit) into v_moved from unit_ancestor
        where ancestor = p_unit and (since > '-infinity' or until < 'infinity');
      if v_moved is not null then
        execute format('set local app.moved = %L', v_moved || nullif(current_setting('app.moved', true), '')::int[]);
      end if;
    elsif not exists (select from unit_ancestor where ancestor = p_unit and until = 'infinity' and unit = any(v_units)) then
      raise insufficient_privilege using message = 'unit outside the context';
    end if;
  end if;
  execute 'set local app.sums = ''on''';
  -- figure statements are few, each written for one plan, and shorter than their planning
  execute 'set local plan_cache_mode = force_generic_plan';
end $$;

create or replace function assert_summed(p_units int[], p_above boolean) returns void language plpgsql stable set search_path = public as $$
declare
  v_units int[] := nullif(current_setting('app.units', true), '')::int[];
  v_shards int[];
  v_moved int[];
begin
  if coalesce(current_setting('app.sums', true), '') <> 'on' then
    raise insufficient_privilege using message = 'sums are not open';
  end if;
  if coalesce(current_setting('app.reach', true) = 'all' or p_units <@ v_units, false) then return; end if;
  v_shards := nullif(current_setting('app.shards', true), '')::int[];
  v_moved := nullif(current_setting('app.moved', true), '')::int[];
  if exists (select from unit u where u.no = any(p_units)
    and not coalesce(u.shard = any(v_shards), false) and not coalesce(u.no = any(v_units), false)
    and not coalesce(u.no = any(v_moved), false)
    and not (p_above and exists (select from unit_ancestor a
      where a.ancestor = u.no and a.until = 'infinity' and a.unit = any(v_units)))) then
    raise insufficient_privilege using message = 'unit outside the context';
  end if;
end $$;
