-- What is asked of the feed all day. Each keeps one plan: with a limit that it does not know the planner would think it cheaper to
-- plan anew at every call, which costs many times what the call does. By index, whatever it thinks of tables that are still small.

-- The entries after one position up to another, in order, of these types and of these claims only where any are named.
CREATE FUNCTION feed_entries(after bigint, up_to bigint, most bigint, types text[], claims uuid[])
RETURNS TABLE (place bigint, id uuid, type text, claim_id uuid, claim text, ordinal int, subject_type text, subject_id uuid, data jsonb,
  at timestamptz, actor text, withheld text[])
LANGUAGE plpgsql STABLE
  SET plan_cache_mode = force_generic_plan SET enable_seqscan = off SET enable_hashjoin = off SET enable_mergejoin = off AS $$
BEGIN
  RETURN QUERY
    SELECT f.position, e.id, e.type, e.claim_id, c.ref, e.ordinal, e.subject_type, e.subject_id, e.data - 'rows', e.at, m.ref,
      withheld_of(coalesce(e.claim_id, e.subject_id), coalesce(e.ordinal, e.subject_ordinal))
    FROM feed f JOIN events e ON e.seq = f.event_seq
      LEFT JOIN claims c ON c.id = e.claim_id LEFT JOIN members m ON m.id = e.actor_id
    WHERE f.position > feed_entries.after AND f.position <= feed_entries.up_to
      AND (feed_entries.types IS NULL OR e.type = ANY (feed_entries.types))
      AND (feed_entries.claims IS NULL OR e.claim_id = ANY (feed_entries.claims))
    ORDER BY f.position LIMIT most;
END $$;

-- Where the feed ends, which feed it is, and the claims of the events behind a position and in the outbox: null where there are
-- as many events as `most`. No row while the feed is empty.
CREATE FUNCTION changed_since(after bigint, most bigint) RETURNS TABLE (feed_end text, feed_name text, claims text[])
LANGUAGE plpgsql STABLE SET plan_cache_mode = force_generic_plan SET enable_seqscan = off SET enable_bitmapscan = off AS $$
BEGIN
  RETURN QUERY
    WITH latest AS (SELECT f.position, f.tableoid FROM feed f ORDER BY f.position DESC LIMIT 1),
    recent AS (
      (SELECT f.event_seq FROM feed f WHERE f.position > after LIMIT most)
      UNION ALL
      (SELECT o.event_seq FROM outbox o LIMIT most))
    SELECT latest.position::text,
      concat_ws(' ', latest.tableoid, (SELECT oid FROM pg_database WHERE datname = current_database()), pg_postmaster_start_time()),
      CASE WHEN (SELECT count(*) FROM recent) < most THEN
        -- A join would be planned for a thousand events.
        array_remove(ARRAY(SELECT (SELECT e.claim_id FROM events e WHERE e.seq = recent.event_seq) FROM recent), NULL)::text[]
      END
    FROM latest;
END $$;
