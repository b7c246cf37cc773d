/** Claims, found by their words and by where they stand. What is looked for stands in the address. */
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link, useLocation, useNavigate, useSearch } from '@tanstack/react-router';
import { useId, useState } from 'react';
import type { GoodBody } from '../../../client/routes.js';
import { api } from '../api/api.js';
import { claimKeys } from '../api/claims.js';
import { stayingRows } from '../api/query-client.js';
import { useTitle } from '../frame/use-title.js';
import { useWords } from '../language/words.js';
import { NewerNotice } from '../live/newer-notice.js';
import { isOfClaim } from '../live/newer.js';
import { ArrowList } from '../parts/arrow-list.js';
import { Button } from '../parts/button.js';
import { PriorityChip, StatusChip } from '../parts/chips.js';
import { Fault } from '../parts/fault.js';
import { Code, Foreign } from '../parts/foreign.js';
import { Skeleton } from '../parts/skeleton.js';
import { claimStatuses } from '../../../src/domain/claim/lifecycle.js';
import '../work/work.css';

/** With when it was asked for: what happened from then on may not be in it. */
type Page = GoodBody<'GET /v1/claims'> & { askedAt: number };

declare module '@tanstack/react-router' {
  interface HistoryState {
    /** What of a search was chosen last. */
    chose?: 'words' | 'status';
  }
}

export function ClaimsScreen() {
  const words = useWords();
  const id = useId();
  const navigate = useNavigate();
  const { q, status } = useSearch({ from: '/claims' });
  const toSearch = useLocation({ select: ({ state }) => state.toSearch === true });
  const [typed, setTyped] = useState(q ?? '');
  // Back leads to other words.
  const [lookedFor, setLookedFor] = useState(q);
  if (lookedFor !== q) {
    setLookedFor(q);
    setTyped(q ?? '');
  }
  useTitle(words('claims.title'));
  const claims = useInfiniteQuery({
    queryKey: [...claimKeys.lists, q, status],
    queryFn: async ({ pageParam, signal }): Promise<Page> => {
      const askedAt = Date.now();
      const page = await api.require(
        'GET /v1/claims',
        {
          q,
          status: status === undefined ? undefined : [status],
          after: pageParam,
          limit: 50,
          sort: '-updatedAt',
        },
        { signal },
      );
      return { ...page, askedAt };
    },
    ...stayingRows,
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
  });
  const chose = useLocation({ select: ({ state }) => state.chose });
  /** Back leads to each search; what was passed on the way to a status, or is looked for again, is no step. */
  const look = (change: { q: string | undefined } | { status: typeof status }): void => {
    const search = { q, status, ...change };
    const choosing = 'status' in change ? 'status' : 'words';
    const isSame = search.q === q && search.status === status;
    const replace = isSame || (choosing === 'status' && chose === 'status');
    void navigate({ to: '/claims', search, replace, state: { chose: choosing } });
  };
  const items = claims.data?.pages.flatMap((page) => page.items);
  return (
    <div className="work">
      <h1>{words('claims.title')}</h1>
      <form
        role="search"
        className="row claims-address"
        onSubmit={(event) => {
          event.preventDefault();
          look({ q: typed.trim() === '' ? undefined : typed.trim() });
        }}
      >
        <div className="field">
          <label htmlFor={`${id}-q`}>{words('claims.search')}</label>
          <input
            id={`${id}-q`}
            type="search"
            autoFocus={toSearch}
            dir="auto"
            value={typed}
            onChange={({ target }) => {
              setTyped(target.value);
            }}
          />
        </div>
        <div className="field">
          <label htmlFor={`${id}-status`}>{words('claims.status')}</label>
          <select
            id={`${id}-status`}
            value={status ?? ''}
            onChange={({ target }) => {
              look({ status: claimStatuses.find((one) => one === target.value) });
            }}
          >
            <option value="">{words('claims.anyStatus')}</option>
            {claimStatuses.map((one) => (
              <option key={one} value={one}>
                {words(`status.${one}`)}
              </option>
            ))}
          </select>
        </div>
        <Button type="submit">{words('claims.find')}</Button>
      </form>
      <Fault error={claims.error} />
      {items?.length === 0 && (
        <p className="soft">
          {words(q === undefined && status === undefined ? 'claims.empty' : 'claims.none')}
        </p>
      )}
      {items === undefined && !claims.isError && <Skeleton height={300} />}
      {/* What has come since the first page is above it, however many pages were read later. */}
      <NewerNotice
        since={claims.data?.pages[0]?.askedAt ?? 0}
        concerns={isOfClaim}
        onShow={() => void claims.refetch()}
      />
      <ArrowList label={words('claims.title')} className="task-list">
        {items?.map((claim) => (
          <li key={claim.id}>
            <Link to="/claims/$claim" params={{ claim: claim.ref }}>
              <span className="row small">
                <strong>
                  <Code>{claim.ref}</Code>
                </strong>
                <span className="soft">{words.known('kind.', claim.kind)}</span>
                <StatusChip status={claim.status} />
                <PriorityChip priority={claim.priority} />
                {claim.contested && <span className="chip attention">{words('claims.contested')}</span>}
              </span>
              <Foreign as="span" className="task-quote" text={claim.text} language={claim.language} />
            </Link>
          </li>
        ))}
      </ArrowList>
      {claims.hasNextPage && (
        <Button busy={claims.isFetchingNextPage} onPress={() => void claims.fetchNextPage()}>
          {words('claims.more')}
        </Button>
      )}
    </div>
  );
}
