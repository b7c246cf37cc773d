/** What concerns me, newest first: each claim once, with the newest sentence about it. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api } from '../api/api.js';
import { inboxKey } from '../api/inbox.js';
import { ClaimLink } from '../parts/claim-link.js';
import { NewerNotice } from '../live/newer-notice.js';
import { inboxCodes } from '../../../src/domain/inbox/sentences.js';
import { useLanguage, useWords } from '../language/words.js';
import { Button } from '../parts/button.js';
import { Fault } from '../parts/fault.js';
import { Moment } from '../parts/moment.js';

/** Whom it concerns is known once it is read. */
const isForInbox = ({ type }: { type: string }): boolean => inboxCodes.some((code) => code === type);

export function ForMe() {
  const words = useWords();
  const { language } = useLanguage();
  const queries = useQueryClient();
  const inbox = useQuery({
    queryKey: inboxKey,
    queryFn: ({ signal }) => api.demand('GET /v1/desk/inbox', { limit: 20 }, { signal }),
  });
  const read = useMutation({
    mutationFn: (upTo: string) => api.demand('PUT /v1/desk/inbox/read', { body: { upTo } }),
    onSettled: () => queries.invalidateQueries({ queryKey: inboxKey }),
  });
  const items = inbox.data?.items ?? [];
  const [newest] = items;
  return (
    <>
      <NewerNotice since={inbox.dataUpdatedAt} concerns={isForInbox} onShow={() => void inbox.refetch()} />
      {(newest !== undefined || inbox.isError) && (
        <section className="stack" aria-labelledby="for-me">
          <div className="row">
            <h2 id="for-me">{words('work.forMe')}</h2>
            {newest && items.some(({ unread }) => unread) && (
              <Button
                kind="quiet"
                busy={read.isPending}
                onPress={() => {
                  read.mutate(newest.position);
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
                  <Moment at={item.happenedAt} />
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
