-- A page of what is pending is found by its rows' places: joined by number, PostgreSQL reads all that is pending for each page.
create or replace function es_sequence(held_epoch bigint, page integer, out moved integer, out head bigint) language plpgsql as $$
begin
  perform 1 from leader_epoch where purpose = 'sequencer' and epoch = held_epoch for share;
  if not found then raise exception 'sequencer' using errcode = 'ES412'; end if;
  select coalesce(max(position), 0) into head from mt_event_position;
  with taken as (
    delete from mt_events_pending where ctid = any(array(select ctid from mt_events_pending order by event_seq limit page)) returning *
  )
  insert into mt_event_position (position, event_seq, event_id, tenant_id, stream_id, stream_type, stream_version, alias, recorded_at)
  select head + row_number() over (order by t.event_seq), t.event_seq, t.event_id, t.tenant_id, t.stream_id, t.stream_type, t.stream_version, t.alias, t.recorded_at
  from taken t;
  get diagnostics moved = row_count;
  head := head + moved;
  if moved > 0 then perform pg_notify('es_position', head::text); end if;
end $$;
