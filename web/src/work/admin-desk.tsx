/** The desk of who takes no part in verdicts: what they asked for that waits for a second person, and where the rest is done. */
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { api } from '../api/api.js';
import { useWords } from '../language/words.js';
import { Fault } from '../parts/fault.js';
import { Skeleton } from '../parts/skeleton.js';
import { useMe } from '../session/session.js';
import { SecondPerson } from './second-person.js';

const waiting = { status: ['waiting' as const], limit: 50 };

export function AdminDesk() {
  const words = useWords();
  const me = useMe();
  const isOwn = ({ askedBy }: { askedBy: { id: string } | null }): boolean => askedBy?.id === me.id;
  const { data, error } = useQuery({
    // Decided on, it stays on the screen with what became of it.
    queryKey: ['asked-by', me.id],
    queryFn: async ({ signal }) => {
      const [changes, erasures] = await Promise.all([
        api.require('GET /v1/privileged-changes', waiting, { signal }),
        api.require('GET /v1/erasures', waiting, { signal }),
      ]);
      return [
        ...changes.items.filter(isOwn).map(({ id }) => `/v1/privileged-changes/${id}`),
        ...erasures.items.filter(isOwn).map(({ id }) => `/v1/erasures/${id}`),
      ];
    },
  });
  return (
    <>
      <section className="stack" aria-labelledby="waiting-changes">
        <h2 id="waiting-changes">{words('asked.waiting')}</h2>
        <Fault error={error} />
        {data === undefined ? (
          error === null && <Skeleton />
        ) : data.length === 0 ? (
          <p className="soft">{words('asked.none')}</p>
        ) : (
          <ul className="stack">
            {data.map((at) => (
              <li key={at} className="notice">
                <SecondPerson at={at} />
              </li>
            ))}
          </ul>
        )}
      </section>
      <section className="stack" aria-labelledby="admin-elsewhere">
        <h2 id="admin-elsewhere">{words('asked.elsewhere')}</h2>
        <p>{words('asked.elsewhereHelp')}</p>
        <p className="row">
          <Link to="/claims" className="button">
            {words('claims.title')}
          </Link>
          <a className="button" href="/docs">
            {words('asked.reference')}
          </a>
        </p>
      </section>
    </>
  );
}
