/** Everything about one claim, with the moves that this member may make, and why not the others. */
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { isNotThere } from '../api/api.js';
import { oneClaim, ratings, type Claim, type Rating } from '../api/claims.js';
import { Changed, ChangesOfClaim } from '../changes/changes.js';
import { NotFound } from '../frame/screen-error.js';
import { useTitle } from '../frame/use-title.js';
import { OpenGraph } from '../graph/open-graph.js';
import { useLanguage, useWords } from '../language/words.js';
import { RatingChip, StatusChip } from '../parts/chips.js';
import { Fault } from '../parts/fault.js';
import { Code } from '../parts/foreign.js';
import { Skeleton } from '../parts/skeleton.js';
import { ArticlePane } from '../review/article-pane.js';
import { Chain } from '../review/chain.js';
import { ClaimHead } from '../review/claim-head.js';
import { Contacts } from '../review/contacts.js';
import { EvidencePane } from '../review/evidence.js';
import { Provisions } from '../review/provisions.js';
import { labelOf } from '../parts/ratings.rules.js';
import { Relations } from '../review/relations.js';
import { useInAddress } from '../review/in-address.js';
import { ReviewTabs, showTab } from '../review/review-tabs.js';
import { SimilarClaims } from '../review/similar-claims.js';
import { useMe } from '../session/session.js';
import { audienceOf, isKnownToReaders } from './audience.rules.js';
import { ClaimMoves } from './claim-moves.js';
import { NoticesOfClaim } from './notices-of-claim.js';
import { TaskOfClaim } from './task-of-claim.js';
import { VerdictsOfClaim } from './verdicts-of-claim.js';
import '../review/review.css';

const tabs = ['facts', 'article'] as const;

export function ClaimScreen() {
  const { claim } = useParams({ from: '/claims/$claim' });
  return <ClaimOf id={claim} />;
}

export function ClaimOf({ id }: { id: string }) {
  const words = useWords();
  const claim = useQuery(oneClaim(id));
  const scale = useQuery(ratings).data?.items ?? [];
  useTitle(claim.data?.ref ?? words('claims.title'));
  return (
    <>
      {isNotThere(claim.error) ? <NotFound error={claim.error} /> : <Fault error={claim.error} />}
      {claim.data ? (
        <ChangesOfClaim key={claim.data.id} claim={claim.data}>
          <Whole claim={claim.data} scale={scale} />
        </ChangesOfClaim>
      ) : (
        !claim.isError && <Skeleton />
      )}
    </>
  );
}

function Whole({ claim, scale }: { claim: Claim; scale: readonly Rating[] }) {
  const words = useWords();
  const { language } = useLanguage();
  const audience = audienceOf(claim, useMe());
  const rating = scale.find(({ slug }) => slug === claim.rating);
  const [tab = 'facts', setTab] = useInAddress('tab');
  const show = showTab(setTab);
  return (
    <div className="review">
      <header className="review-head">
        <h1>
          <Code>{claim.ref}</Code>
        </h1>
        <Changed part="status">
          <StatusChip status={claim.status} />
        </Changed>
        {rating && <RatingChip label={labelOf(rating, language)} polarity={rating.polarity} />}
        {claim.contested && <span className="chip attention">{words('claims.contested')}</span>}
        {claim.underCorrection && claim.status !== 'correcting' && (
          <span className="chip attention">{words('status.correcting')}</span>
        )}
        {isKnownToReaders(claim) && (
          <span className="end">
            {audience === 'everybody' ? (
              <a className="small-target" href={`/claims/${claim.ref}`}>
                {words('claims.publicPage')}
              </a>
            ) : (
              <span className="small soft">{words(`claims.noPage.${audience}`)}</span>
            )}
          </span>
        )}
      </header>
      <ReviewTabs tabs={tabs} chosen={tab} onChoose={setTab} />
      <div className="review-panes" data-tab={tab}>
        <div className="article-side">
          <ArticlePane claim={claim} onShow={show('article')} />
        </div>
        <div className="side facts">
          <ClaimHead claim={claim} />
          <TaskOfClaim claim={claim} />
          <ClaimMoves claim={claim} />
          <NoticesOfClaim claim={claim} />
          <VerdictsOfClaim claim={claim} scale={scale} />
          <Chain chain={claim.chain} language={claim.language} />
          <Relations claim={claim} scale={scale}>
            <OpenGraph claim={claim} scale={scale} />
          </Relations>
          <EvidencePane claim={claim} onShow={show('facts')} />
          <Provisions claim={claim} />
          <Contacts claim={claim} />
          <SimilarClaims claim={claim} scale={scale} />
        </div>
      </div>
    </div>
  );
}
