/** Keeps what is on the screen true: what an event is about is read again, and nothing moves under the cursor. */
import { useQueryClient, type QueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { readAgain } from '../api/query-client.js';
import { claimKeys } from '../api/claims.js';
import { taskKeys } from '../api/tasks.js';
import { verdictKeys } from '../api/verdicts.js';
import { useWords } from '../language/words.js';
import { Icon } from '../parts/icon.js';
import { useSession } from '../session/session.js';
import { follow, type Heard } from './live.js';
import { noteNewer } from './newer.js';

/** Events of one transaction come together: so long they are waited for. */
const togetherMs = 10;
/** Between one reading and the next. */
const restMs = 100;

export function LiveState() {
  const words = useWords();
  const queries = useQueryClient();
  const { status, me } = useSession();
  const [since, setSince] = useState<number>();
  useEffect(() => {
    if (status !== 'open') return undefined;
    let gathered: Heard[] = [];
    let timer: ReturnType<typeof setTimeout> | undefined;
    let readAt = 0;
    const flush = (): void => {
      timer = undefined;
      readAt = Date.now();
      readWhatChanged(queries, gathered);
      gathered = [];
    };
    const end = follow({
      onEvent: (event) => {
        gathered.push(event);
        timer ??= setTimeout(flush, Math.max(togetherMs, readAt + restMs - Date.now()));
      },
      onLive: (live) => {
        setSince(live ? undefined : Date.now());
        // What happened meanwhile was not heard.
        if (live) void readAgain(queries);
      },
    });
    return () => {
      clearTimeout(timer);
      end();
    };
  }, [status, me?.id, queries]);
  if (since === undefined) return null;
  return (
    <span className="save-state attention" role="status">
      <Icon name="attention" />
      {words('live.notSince', { at: new Date(since) })}
    </span>
  );
}

/** Lists are not read again here: they show that there is more, and their reader decides. */
function readWhatChanged(queries: QueryClient, events: readonly Heard[]): void {
  const claims = new Set(events.flatMap(({ claim, subject }) => [claim ?? '', idOf(subject)]));
  const concerns = (key: readonly unknown[]): boolean => typeof key[1] === 'string' && claims.has(key[1]);
  void queries.invalidateQueries({
    predicate: ({ queryKey }) =>
      (queryKey[0] === claimKeys.all[0] && queryKey[1] !== 'list' && concerns(queryKey)) ||
      // An edition that somebody reads to decide on it is read again only when the decision says that it is stale.
      (queryKey[0] === verdictKeys.all[0] && queryKey[2] !== 'edition') ||
      (queryKey[0] === taskKeys.all[0] && queryKey[1] !== 'mine' && queryKey[2] !== 'preview'),
  });
  noteNewer(events);
}

const idOf = (subject = ''): string => subject.slice(subject.indexOf('/') + 1);
