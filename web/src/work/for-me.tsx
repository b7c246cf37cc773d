/** What concerns me, newest first: each claim once, with the newest sentence about it. */
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import type { GoodBody } from '../../../client/routes.js';
import { api } from '../api/api.js';
import { inboxKey } from '../api/inbox.js';
import { stayingRows } from '../api/query-client.js';
import { ClaimLink } from '../parts/claim-link.js';
import { NewerNotice } from '../live/newer-notice.js';
import { useLanguage, useWords } from '../language/words.js';
import { Button } from '../parts/button.js';
import { Fault } from '../parts/fault.js';
import { later } from '../parts/late.js';
import { Moment } from '../parts/moment.js';
import { Note } from '../parts/note.js';
import { useMe } from '../session/session.js';
import { mayConcern, readableUpTo } from './for-me.rules.js';

const SecondPerson = later(() => import('./second-person.js').then((part) => part.SecondPerson));

type Page = GoodBody<'GET /v1/desk/inbox'> & { askedAt: number };

/** The API counts no further. */
const mostCounted = 100;

export function ForMe() {
  const words = useWords();
  const { language } = useLanguage();
  const { id, ref, permissions } = useMe();
  const decides = permissions.includes('edit') || permissions.includes('administer');
  const concerns = mayConcern({ me: { id, ref }, decides });
  const queries = useQueryClient();
  const inbox = useInfiniteQuery({
    queryKey: inboxKey,
    queryFn: async ({ pageParam, signal }): Promise<Page> => {
      const askedAt = Date.now();
      const page = await api.require('GET /v1/desk/inbox', { after: pageParam, limit: 20 }, { signal });
      return { ...page, askedAt };
    },
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
    ...stayingRows,
  });
  const read = useMutation({
    mutationFn: (upTo: string) => api.require('PUT /v1/desk/inbox/read', { body: { upTo } }),
    onSettled: () => queries.invalidateQueries({ queryKey: inboxKey }),
  });
  const [first] = inbox.data?.pages ?? [];
  const items = inbox.data?.pages.flatMap((page) => page.items) ?? [];
  const unread = first?.unread ?? 0;
  const upTo = readableUpTo(items, unread);
  return (
    <>
      <NewerNotice since={first?.askedAt ?? 0} concerns={concerns} onShow={() => void inbox.refetch()} />
      {(items.length > 0 || inbox.isError) && (
        <section className="stack" aria-labelledby="for-me">
          <div className="row">
            <h2 id="for-me">{words('work.forMe')}</h2>
            {unread > 0 && (
              <span className="chip attention">
                {unread < mostCounted
                  ? words('work.unreadCount', { count: unread })
                  : words('work.unreadMany', { count: unread })}
              </span>
            )}
            {upTo !== undefined && (
              <Button
                kind="quiet"
                busy={read.isPending}
                onPress={() => {
                  read.mutate(upTo);
                }}
              >
                {words('work.allRead')}
              </Button>
            )}
          </div>
          <Fault error={inbox.error ?? read.error} />
          <ul className="inbox">
            {items.map((item) => (
              <li key={item.position} className={item.unread ? 'unread' : undefined}>
                {item.unread && <span className="unseen">{words('work.unread')}</span>}
                {item.claim && <ClaimLink of={item.claim.ref} />}
                <span>{item.sentence[language]}</span>
                <span className="small soft">
                  <Moment at={item.occurredAt} />
                </span>
                {item.at !== null && item.type === 'privileged_change.asked' && <SecondPerson at={item.at} />}
                {item.note !== null && <Note className="small inbox-note" text={item.note} />}
              </li>
            ))}
          </ul>
          {inbox.hasNextPage && (
            <div>
              <Button busy={inbox.isFetchingNextPage} onPress={() => void inbox.fetchNextPage()}>
                {words('claims.more')}
              </Button>
            </div>
          )}
        </section>
      )}
    </>
  );
}
