/** What holds the tables together in this database, in PostgreSQL's own words: the same in every version from 15 on. */
import { tables } from '../../domain/replay/tables.js';
import type { Snapshot } from '../../platform/db/snapshot.js';

/** Name, as in `trigger events_stay on events` → what it is. */
export type Definitions = ReadonlyMap<string, string>;

/** Its table is made and kept by the command that migrates. */
const names = Object.keys(tables).filter((name) => name !== '_prisma_migrations');

/**
 * Of every schema that a name is looked for in: a table or function of one that stands before `public` would be taken for ours.
 * The bodies of functions are given by their digest. Extensions bring what is theirs.
 */
const query = `
  WITH places AS (
    SELECT oid, CASE nspname WHEN 'public' THEN '' ELSE quote_ident(nspname) || '.' END AS prefix
    FROM pg_namespace WHERE nspname = ANY (current_schemas(false))
  ), theirs AS (SELECT classid, objid FROM pg_depend WHERE deptype = 'e'),
  owned AS (
    SELECT c.*, p.prefix || c.relname AS name FROM pg_class c JOIN places p ON p.oid = c.relnamespace
    WHERE c.relname = ANY ($1) AND c.relkind <> 'i' AND (c.tableoid, c.oid) NOT IN (SELECT classid, objid FROM theirs)
  )
  SELECT 'function ' || l.prefix || p.proname || '(' || pg_get_function_identity_arguments(p.oid) || ')' AS name,
    concat_ws(' ', p.prokind::text, '(' || pg_get_function_arguments(p.oid) || ') returns', pg_get_function_result(p.oid), 'in', g.lanname,
      CASE p.provolatile WHEN 'i' THEN 'immutable' WHEN 's' THEN 'stable' ELSE 'volatile' END, 'parallel ' || p.proparallel::text,
      CASE WHEN p.proisstrict THEN 'strict' END, CASE WHEN p.proleakproof THEN 'leakproof' END,
      CASE WHEN p.prosecdef THEN 'security definer' END, 'set ' || p.proconfig::text, 'body',
      encode(sha256(convert_to(replace(coalesce(pg_get_function_sqlbody(p.oid), p.prosrc), chr(13), ''), 'UTF8')), 'hex')) AS definition
  FROM pg_proc p JOIN places l ON l.oid = p.pronamespace JOIN pg_language g ON g.oid = p.prolang
  WHERE (p.tableoid, p.oid) NOT IN (SELECT classid, objid FROM theirs)
  UNION ALL
  SELECT 'table ' || o.name, concat_ws(' ', 'kind ' || o.relkind::text, 'persistence ' || o.relpersistence::text,
    CASE WHEN o.relrowsecurity THEN 'row security' END, (SELECT 'inherited by ' || string_agg(i.inhrelid::regclass::text, ', ')
      FROM pg_inherits i WHERE i.inhparent = o.oid))
  FROM owned o
  UNION ALL
  SELECT 'column ' || quote_ident(a.attname) || ' of ' || o.name, concat_ws(' ', format_type(a.atttypid, a.atttypmod),
    CASE WHEN a.attnotnull THEN 'not null' END, 'identity ' || nullif(a.attidentity::text, ''), 'generated ' || nullif(a.attgenerated::text, ''),
    'default ' || pg_get_expr(d.adbin, d.adrelid))
  FROM owned o JOIN pg_attribute a ON a.attrelid = o.oid AND a.attnum > 0 AND NOT a.attisdropped
    LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
  UNION ALL
  SELECT 'trigger ' || t.tgname || ' on ' || o.name, concat_ws(' ', pg_get_triggerdef(t.oid),
    CASE t.tgenabled WHEN 'O' THEN NULL WHEN 'A' THEN 'enabled always' WHEN 'R' THEN 'enabled for replicas only' ELSE 'disabled' END)
  FROM owned o JOIN pg_trigger t ON t.tgrelid = o.oid AND NOT t.tgisinternal
  UNION ALL
  -- Those that hold the references: named where they do not work.
  SELECT 'reference ' || coalesce(k.conname, t.tgname) || ' on ' || o.name, 'not looked at: its triggers are disabled'
  FROM owned o JOIN pg_trigger t ON t.tgrelid = o.oid AND t.tgisinternal AND t.tgenabled <> 'O' LEFT JOIN pg_constraint k ON k.oid = t.tgconstraint
  UNION ALL
  -- What is not null is said of its column: only PostgreSQL 18 keeps it as a constraint, and one that does not hold for all rows.
  SELECT 'constraint ' || k.conname || ' on ' || o.name, pg_get_constraintdef(k.oid)
  FROM owned o JOIN pg_constraint k ON k.conrelid = o.oid AND k.contype <> 't' AND (k.contype <> 'n' OR NOT k.convalidated)
  UNION ALL
  SELECT 'unique index ' || c.relname || ' on ' || o.name, concat_ws(' ', pg_get_indexdef(i.indexrelid),
    CASE WHEN NOT (i.indisvalid AND i.indisready AND i.indislive) THEN 'not valid' END)
  FROM owned o JOIN pg_index i ON i.indrelid = o.oid AND i.indisunique JOIN pg_class c ON c.oid = i.indexrelid
  UNION ALL
  SELECT 'rule ' || r.rulename || ' on ' || o.name, pg_get_ruledef(r.oid)
  FROM owned o JOIN pg_rewrite r ON r.ev_class = o.oid AND (r.rulename <> '_RETURN' OR o.relkind <> 'v')
  UNION ALL
  SELECT 'policy ' || y.polname || ' on ' || o.name, 'of row security' FROM owned o JOIN pg_policy y ON y.polrelid = o.oid`;

/** In the order of their names. */
export async function readDefinitions(snapshot: Snapshot): Promise<Definitions> {
  const found = new Map<string, string>();
  for await (const { name, definition } of snapshot.stream<{ name: string; definition: string }>(query, [
    names,
  ]))
    found.set(name, definition);
  return new Map([...found].sort(([one], [other]) => (one < other ? -1 : 1)));
}
