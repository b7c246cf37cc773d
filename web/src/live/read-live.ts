/** What is read again when something happened; nothing moves under the cursor. */
import type { QueryClient } from '@tanstack/react-query';
import { articleKeys, claimKeys } from '../api/claims.js';
import { inboxKey, secondPersonKey } from '../api/inbox.js';
import { notReadAgain } from '../api/query-client.js';
import { taskKeys } from '../api/tasks.js';
import { verdictKeys } from '../api/verdicts.js';
import type { Heard } from './live.js';
import { noteNewer } from './newer.js';
import { isAnswered } from './own-moves.js';

/** Rows that somebody may be about to press; what would change them is counted as newer. */
const isList = ([kind, what]: readonly unknown[]): boolean =>
  (kind === claimKeys.all[0] && what === 'list') ||
  (kind === taskKeys.all[0] && (what === 'mine' || what === 'approvals')) ||
  kind === inboxKey[0];

/** Its reader is told what changed of it, and asks for that: it does not change while it is read. */
const isEdition = ([kind, , part]: readonly unknown[]): boolean =>
  kind === verdictKeys.all[0] && part === 'edition';

/** After a time that was not followed: events tell what changed in the lists, if not in all that is shown. */
export const readAllButLists = (queries: QueryClient): void =>
  void queries.invalidateQueries({
    predicate: ({ queryKey, meta }) =>
      (meta?.['readAgain'] !== notReadAgain.readAgain || isEdition(queryKey)) && !isList(queryKey),
  });

/** Who works on a claim, and until when: what was found out about it is the same. */
const aboutWork: ReadonlySet<string> = new Set<Heard['type']>([
  'claim.started',
  'claim.released',
  'task.opened',
  'task.assigned',
  'task.taken',
  'task.started',
  'task.released',
  'task.extended',
  'task.paused',
  'task.resumed',
  'task.prioritized',
  'task.expired',
  'task.reminded',
  'task.overdue',
  'task.escalated',
]);

/** Whether somebody may still decide on what waits for a second person: it was decided on, or who asked for it has left. */
const aboutSecondPersons = ({ type }: Heard): boolean =>
  type.startsWith('privileged_change.') || type.startsWith('member.');

type Key = readonly unknown[];
type Meta = Record<string, unknown> | undefined;
interface Named {
  id?: string;
  ref?: string;
}

/**
 * Lists are not read again here: they show that there is more, and their reader decides. Answers whether there is anything
 * for `readOthers`.
 */
export function readWhatChanged(queries: QueryClient, events: readonly Heard[]): boolean {
  const news = events.filter((event) => !isAnswered(event));
  noteNewer(news);
  const claims = withBothNames(queries, namesIn(events));
  const found = withBothNames(queries, namesIn(events.filter(({ type }) => !aboutWork.has(type))));
  const named = withBothNames(queries, namesIn(news));
  const moved = events.some(({ type }) => type.startsWith('claim.'));
  // A claim that is new around this one is not known here by name yet.
  const related = news.some(({ type }) => type === 'claim.related' || type === 'claim.merged');
  const judgesBy = (meta: Meta): boolean =>
    related || (Array.isArray(meta?.['claims']) && meta['claims'].some((name) => named.has(String(name))));
  const isOfClaims = ([, id, part]: Key): boolean => {
    if (id === 'board') return moved;
    const by = part === undefined || part === 'moves' ? claims : found;
    return typeof id === 'string' && by.has(id);
  };
  /** Of the claims around one, each is named in what was read. */
  const isOfGraph = (key: Key): boolean =>
    key[2] === 'graph' && (related || nodesIn(queries, key).some((name) => found.has(name)));
  /** Verdicts of which something else would be published now. */
  const moves = new Set(
    events.flatMap(({ type, subject }) => (type === 'edition.changed' ? [idOf(subject)] : [])),
  );
  const articles = articlesIn(events);
  const entered = events.some(({ type }) => type === 'claim.submitted');
  const isOfArticles = (key: Key): boolean => {
    const [, id, part] = key;
    if (typeof id === 'string' && articles.has(id)) return true;
    // Which of its claims a new one is beside is not said.
    return part === 'claims' && (entered || refsIn(queries, key).some((ref) => found.has(ref)));
  };
  const decided = events.some(aboutSecondPersons);
  const concerns = (key: Key, meta: Meta): boolean => {
    if (key[0] === secondPersonKey[0]) return decided;
    if (key[0] === claimKeys.all[0])
      return isOfClaims(key) || isOfGraph(key) || articles.has(articleOf(queries, key) ?? '');
    if (key[0] === articleKeys.all[0]) return isOfArticles(key);
    if (key[2] === 'preview') return judgesBy(meta);
    return news.length > 0 && isOfTasks(key) && namesOf(queries, key).some((name) => named.has(name));
  };
  const isMoved = (key: Key): boolean => isEdition(key) && moves.has(String(key[1]));
  void queries.invalidateQueries({
    predicate: ({ queryKey, meta }) =>
      isMoved(queryKey) || (isFollowed(queryKey, meta) && concerns(queryKey, meta)),
  });
  return news.length > 0;
}

/** What may stand otherwise by what happened to something else, and was not read again since. */
export const readOthers = (queries: QueryClient, since: number): void =>
  void queries.invalidateQueries({
    predicate: ({ queryKey, meta, state }) =>
      isFollowed(queryKey, meta) &&
      isOfTasks(queryKey) &&
      queryKey[2] !== 'preview' &&
      state.dataUpdatedAt < since,
  });

const isOfTasks = ([kind]: Key): boolean => kind === taskKeys.all[0] || kind === verdictKeys.all[0];

const isFollowed = (key: Key, meta: Meta): boolean =>
  !isList(key) &&
  // An edition that somebody reads to decide on it is read again only when it is another one: see `isMoved`.
  meta?.['readAgain'] !== notReadAgain.readAgain;

/** ids of the articles that something happened to themselves. */
const articlesIn = (events: readonly Heard[]): ReadonlySet<string> =>
  new Set(events.flatMap(({ subject }) => (subject?.startsWith('article/') ? [idOf(subject)] : [])));

/** A claim says which version of its article is the newest. */
const articleOf = (queries: QueryClient, key: Key): string | undefined =>
  queries.getQueryData<{ article?: Named }>(key)?.article?.id;

const refsIn = (queries: QueryClient, key: Key): string[] =>
  (queries.getQueryData<Named[]>(key) ?? []).flatMap(({ ref }) => ref ?? []);

const nodesIn = (queries: QueryClient, key: Key): string[] =>
  (queries.getQueryData<{ nodes?: Named[] }>(key)?.nodes ?? []).flatMap(({ ref }) => ref ?? []);

const namesIn = (events: readonly Heard[]): string[] =>
  events.flatMap(({ claim, subject }) => [claim ?? '', idOf(subject)]);

/** By what an event names a task or a verdict, or what was read of it. */
function namesOf(queries: QueryClient, [kind, id, part]: Key): string[] {
  if (id === 'of-claim') return [String(part)];
  const { claim } = queries.getQueryData<{ claim?: Named }>([kind, id]) ?? {};
  return [id, claim?.id, claim?.ref].filter((name) => typeof name === 'string');
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
