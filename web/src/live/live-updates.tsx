/** Keeps what is on the screen true: what an event is about is read again, and nothing moves under the cursor. */
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { readAgain } from '../api/query-client.js';
import { useWords } from '../language/words.js';
import { Icon } from '../parts/icon.js';
import { noteSignedOut, useSession } from '../session/session.js';
import { follow, type Heard } from './live.js';
import { readAllButLists, readOthers, readWhatChanged } from './read-live.js';

/** Events of one transaction come together: so long they are waited for. */
const togetherMs = 10;
/** Between one reading and the next. */
const restMs = 100;
/** What no event names may stand otherwise by it all the same: it is read again when nothing more pressing is. */
const othersMs = 1_000;

export function LiveState() {
  const words = useWords();
  const queries = useQueryClient();
  const { status, me } = useSession();
  const [since, setSince] = useState<number>();
  useEffect(() => {
    if (status !== 'open') return undefined;
    let gathered: Heard[] = [];
    let timer: ReturnType<typeof setTimeout> | undefined;
    let others: ReturnType<typeof setTimeout> | undefined;
    let readAt = 0;
    /** When what is still to be read for others was heard of last. */
    let heardAt = 0;
    const flush = (): void => {
      timer = undefined;
      readAt = Date.now();
      if (readWhatChanged(queries, gathered)) {
        heardAt = readAt;
        others ??= setTimeout(() => {
          others = undefined;
          readOthers(queries, heardAt);
        }, othersMs);
      }
      gathered = [];
    };
    const end = follow({
      onEvent: (event) => {
        gathered.push(event);
        timer ??= setTimeout(flush, Math.max(togetherMs, readAt + restMs - Date.now()));
      },
      onLive: (live) => {
        setSince(live.downSince);
        if (live.downSince !== undefined || live.unheard === undefined) return;
        if (live.unheard === 'before') void readAgain(queries);
        else readAllButLists(queries);
      },
      onSignedOut: noteSignedOut,
    });
    return () => {
      clearTimeout(timer);
      clearTimeout(others);
      end();
    };
  }, [status, me?.id, queries]);
  return (
    <span role="status">
      {since !== undefined && (
        <span className="save-state attention">
          <Icon name="attention" />
          {words('live.notSince', { at: new Date(since) })}
        </span>
      )}
    </span>
  );
}
