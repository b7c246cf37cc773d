/** A verdict is decided on: at one side what readers will get, at the other what changed and what clashes. */
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { isNotThere } from '../api/api.js';
import { oneClaim, ratings } from '../api/claims.js';
import { oneVerdict, verdictMoves } from '../api/verdicts.js';
import { ClaimLink } from '../parts/claim-link.js';
import { NotFound } from '../frame/screen-error.js';
import { useTitle } from '../frame/use-title.js';
import { useWords } from '../language/words.js';
import { Fault } from '../parts/fault.js';
import { Icon } from '../parts/icon.js';
import { Skeleton } from '../parts/skeleton.js';
import { audienceOf } from '../claims/audience.rules.js';
import { useMe } from '../session/session.js';
import { Decision } from './decision.js';
import { editionTitle, hasEdition } from './edition-title.rules.js';
import { EditionPreview } from './edition-preview.js';
import { SinceLastRound } from './since-last-round.js';
import { SteerApproval } from './steer-approval.js';
import { useReadEdition } from './use-read-edition.js';
import { VerdictItself } from './verdict-itself.js';
import '../review/review.css';
import './approve.css';

export function ApprovalScreen() {
  const { verdict } = useParams({ from: '/verdicts/$verdict' });
  return <ApprovalOf key={verdict} verdict={verdict} />;
}

export function ApprovalOf({ verdict: id }: { verdict: string }) {
  const words = useWords();
  const me = useMe();
  const verdict = useQuery(oneVerdict(id));
  const isThere = verdict.data === undefined || hasEdition(verdict.data.status);
  const { read, error } = useReadEdition(id, isThere);
  // What the decision asks for is asked for at the same time.
  useQuery(verdictMoves(id));
  const scale = useQuery(ratings).data?.items ?? [];
  useTitle(`${verdict.data?.claim.ref ?? ''} · ${words('stage.approval')}`);
  const about = useQuery({ ...oneClaim(verdict.data?.claim.id ?? ''), enabled: verdict.data !== undefined });
  // Until it is known, nobody is told that fewer will read it than do.
  const audience = audienceOf(about.data ?? { test: false }, me);
  // One that was taken back has no edition any more: whether it was is asked for at the same time.
  const fault = verdict.error ?? (isThere && !verdict.isFetching ? error : null);
  const failed = isNotThere(verdict.error) ? <NotFound error={verdict.error} /> : <Fault error={fault} />;
  if (!verdict.data || (!read && isThere)) return fault ? failed : <Skeleton />;
  const { claim, status, revision, warnings = [] } = verdict.data;
  return (
    <div className="review">
      <header className="review-head">
        <h1>
          <ClaimLink of={claim.ref} />
        </h1>
        <span>{words('stage.approval')}</span>
        <span className="chip">{words.known('verdictStatus.', status)}</span>
        {revision !== null && <span className="soft">{words('verdicts.revision', { revision })}</span>}
        {status === 'proposed' && me.permissions.includes('edit') && (
          <span className="end row">
            <SteerApproval claim={claim.id} />
          </span>
        )}
      </header>
      {failed}
      <div className="review-panes approval">
        {read ? (
          <section aria-labelledby="will-be-published" className="stack">
            <h2 id="will-be-published">{words(editionTitle(status, audience))}</h2>
            <EditionPreview document={read.document} scale={scale} changed={read.marked} />
          </section>
        ) : (
          <VerdictItself verdict={verdict.data} scale={scale} />
        )}
        <div className="side">
          <SinceLastRound verdict={verdict.data} document={read?.document} scale={scale} />
          {warnings.length > 0 && (
            <section className="stack" aria-labelledby="warnings">
              <h2 id="warnings">{words('approval.warnings')}</h2>
              <ul className="checklist">
                {warnings.map((warning) => (
                  <li key={warning}>
                    <Icon name="attention" />
                    {words.known('warning.', warning)}
                  </li>
                ))}
              </ul>
            </section>
          )}
          {read && <Decision verdict={verdict.data} read={read} audience={audience} scale={scale} />}
        </div>
      </div>
    </div>
  );
}
