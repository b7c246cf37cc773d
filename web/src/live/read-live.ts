/** What is read again when something happened; nothing moves under the cursor. */
import type { QueryClient } from '@tanstack/react-query';
import { claimKeys } from '../api/claims.js';
import { inboxKey } from '../api/inbox.js';
import { written } from '../api/query-client.js';
import { taskKeys } from '../api/tasks.js';
import { verdictKeys } from '../api/verdicts.js';
import type { Heard } from './live.js';
import { noteNewer } from './newer.js';

/** Rows that somebody may be about to press; what would change them is counted as newer. */
const isList = ([kind, what]: readonly unknown[]): boolean =>
  (kind === claimKeys.all[0] && what === 'list') ||
  (kind === taskKeys.all[0] && (what === 'mine' || what === 'approvals')) ||
  kind === inboxKey[0];

/** After a time that was not followed: events tell what changed in the lists, if not in all that is shown. */
export const readAllButLists = (queries: QueryClient): void =>
  void queries.invalidateQueries({
    predicate: ({ queryKey, meta }) => meta?.['once'] !== written.once && !isList(queryKey),
  });

/** Lists are not read again here: they show that there is more, and their reader decides. */
export function readWhatChanged(queries: QueryClient, events: readonly Heard[]): void {
  const claims = withBothNames(
    queries,
    events.flatMap(({ claim, subject }) => [claim ?? '', idOf(subject)]),
  );
  const concerns = (key: readonly unknown[]): boolean => typeof key[1] === 'string' && claims.has(key[1]);
  const moved = events.some(({ type }) => type.startsWith('claim.'));
  // A claim that is new around this one is not known here by name yet.
  const related = events.some(({ type }) => type === 'claim.related' || type === 'claim.merged');
  const judgesBy = (meta: Record<string, unknown> | undefined): boolean =>
    related || (Array.isArray(meta?.['claims']) && meta['claims'].some((name) => claims.has(String(name))));
  void queries.invalidateQueries({
    predicate: ({ queryKey, meta }) =>
      !isList(queryKey) &&
      ((queryKey[0] === claimKeys.all[0] && (queryKey[1] === 'board' ? moved : concerns(queryKey))) ||
        // An edition that somebody reads to decide on it is read again only when the decision says that it is stale.
        (queryKey[0] === verdictKeys.all[0] && queryKey[2] !== 'edition') ||
        (queryKey[0] === taskKeys.all[0] &&
          meta?.['once'] !== written.once &&
          (queryKey[2] !== 'preview' || judgesBy(meta)))),
  });
  noteNewer(events);
}

/** An event names a claim by its ref, and is often about something else of it; what was read of it may be kept by its id. */
function withBothNames(queries: QueryClient, names: readonly string[]): ReadonlySet<string> {
  const heard = new Set(names);
  const known = queries.getQueriesData<Partial<Record<'id' | 'ref', string>>>({ queryKey: claimKeys.all });
  const both = known.flatMap(([, data]) => {
    const own = [data?.id, data?.ref].filter((name) => name !== undefined);
    return own.some((name) => heard.has(name)) ? own : [];
  });
  return new Set([...heard, ...both]);
}

const idOf = (subject = ''): string => subject.slice(subject.indexOf('/') + 1);
