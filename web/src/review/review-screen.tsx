/** The review of one claim: the article at one side, the facts and the verdict at the other. */
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { oneClaim, ratings } from '../api/claims.js';
import { letReadsGo } from '../api/held-reads.js';
import { taskMoves, type Task } from '../api/tasks.js';
import { isBlank, joinDrafts } from '../drafts/draft.rules.js';
import { numbered } from '../drafts/evidence-marks.rules.js';
import { useDraft } from '../drafts/use-draft.js';
import { ChangesOfClaim, ChangesOfTask } from '../changes/changes.js';
import { useTitle } from '../frame/use-title.js';
import { OpenGraph } from '../graph/open-graph.js';
import { useWords } from '../language/words.js';
import { announce } from '../parts/announce.js';
import { Fault } from '../parts/fault.js';
import { late } from '../parts/late.js';
import { useUnkept } from '../parts/in-this-tab.js';
import { Skeleton } from '../parts/skeleton.js';
import { useMe } from '../session/session.js';
import { usePrefetchNext } from '../next-task/prefetch-next.js';
import { useNextTask } from '../next-task/use-next-task.js';
import { ArticlePane } from './article-pane.js';
import { Chain } from './chain.js';
import { ClaimHead } from './claim-head.js';
import { Contacts, openContactForm } from './contacts.js';
import { EvidencePane } from './evidence.js';
import { PaneDivider } from './pane-divider.js';
import { openNormForm, Provisions } from './provisions.js';
import { Relations } from './relations.js';
import { ReturnNote } from './return-note.js';
import { ReviewHead } from './review-head.js';
import { reviewTabs, useInAddress } from './in-address.js';
import { ReviewTabs, showTab } from './review-tabs.js';
import { SimilarClaims } from './similar-claims.js';
import { cite, losesMarks } from './rationale.rules.js';
import { mayWrite, standingOf } from './standing.rules.js';
import { useSubmission } from './use-submission.js';
import { useTaskMove } from './use-task-move.js';
import { VerdictForm } from './verdict-form.js';
import './review.css';

/** Of one task in a few. */
const CorrectionStart = late(() => import('./correction-start.js').then((part) => part.CorrectionStart));
const beginCorrection = 'begin-correction';

export function ReviewScreen({ task }: { task: Task }) {
  const words = useWords();
  const me = useMe();
  const navigate = useNavigate();
  const claim = useQuery(oneClaim(task.claim.id));
  const scale = useQuery(ratings).data?.items ?? [];
  const { state, draft } = useDraft(me.id, task);
  const submission = useSubmission({ task, member: me, draft });
  const toWork = (): void => void navigate({ to: '/work' });
  const next = useNextTask(toWork);
  // Who is still here, or comes back, while it is on its way.
  const standing = submission.busy && !next.busy ? 'submitted' : standingOf(task, me.id);
  const [wasMine, setWasMine] = useState(false);
  if (standing === 'mine' && !wasMine) setWasMine(true);
  usePrefetchNext();
  useEffect(letReadsGo, []);
  useUnkept(!state.kept && state.writes && state.savedIn !== 'desk');
  const panes = useRef<HTMLDivElement>(null);
  const goesOn = useRef(false);
  /** The button that took it is gone: writing goes on once there is a text, unless somebody is at something else by then. */
  const writeOn = (): void => {
    const begins = task.stage === 'correction' && isBlank(state.draft);
    const field = begins
      ? document.getElementById(beginCorrection)
      : panes.current?.querySelector<HTMLElement>('.rationale textarea');
    if (!panes.current?.contains(document.activeElement)) field?.focus();
    goesOn.current = !field;
  };
  useEffect(() => {
    if (goesOn.current) writeOn();
  });
  const moving = useTaskMove({ task, standing, wasMine, draft, onTaken: writeOn });
  // What is changed while it is being submitted would not be in it.
  const isWritable =
    mayWrite(standing, wasMine) && state.writes && state.writable && !submission.busy && !moving.isGivenBack;
  const [tab = 'verdict', setTab] = useInAddress('tab');
  const show = showTab(setTab);
  useTitle(`${task.claim.ref} · ${words.known('stage.', task.stage)}`);

  const moves = useQuery(taskMoves(task.id)).data;
  const submits = moves?.items.find(({ event }) => event === 'submit');
  const refused =
    moves === undefined || submits?.allowed === true
      ? undefined
      : (submits?.why ?? words(`standing.noSubmit.${standing}`));
  // Nobody else is told what would become of it: the desk refuses to say.
  const isJudged = standing === 'mine' && task.status === 'in_progress' && refused === undefined;

  const citeEvidence = (id: string, cited: boolean): void => {
    const before = state.draft;
    const after = cite(before, id, cited);
    draft.edit((now) => cite(now, id, cited));
    if (!losesMarks(before, after)) return;
    announce(words('missing.lostMark'), () => {
      // With what was written since.
      draft.edit((now) => joinDrafts(after, now, before));
    });
  };

  return (
    <div className="review">
      <ChangesOfTask task={task}>
        <ReviewHead
          task={task}
          state={state}
          standing={standing}
          moving={moving}
          wasMine={wasMine}
          onWriteHere={() => {
            writeOn();
            draft.requestWriting();
          }}
        />
      </ChangesOfTask>
      <ReturnNote claim={task.claim.id} />
      {task.stage === 'correction' && (
        <CorrectionStart
          beginId={beginCorrection}
          task={task}
          state={state}
          draft={draft}
          writable={isWritable}
          onBegun={() => {
            panes.current?.querySelector<HTMLElement>('.rationale textarea')?.focus();
          }}
        />
      )}
      <ReviewTabs tabs={reviewTabs} chosen={tab} onChoose={setTab} />
      <Fault error={claim.error} />
      {claim.data ? (
        <ChangesOfClaim claim={claim.data}>
          <div ref={panes} className="review-panes" data-tab={tab}>
            <div className="article-side">
              <ArticlePane claim={claim.data} onShow={show('article')} />
            </div>
            <PaneDivider />
            <div className="side">
              <div className="side facts">
                <ClaimHead claim={claim.data} />
                <Chain chain={claim.data.chain} language={claim.data.language} />
                <Relations claim={claim.data} scale={scale}>
                  <OpenGraph claim={claim.data} scale={scale} />
                </Relations>
                <EvidencePane
                  claim={claim.data}
                  onShow={show('facts')}
                  cited={numbered(state.draft)}
                  paused={submission.busy}
                  onCite={isWritable ? citeEvidence : undefined}
                />
                <Provisions claim={claim.data} />
                <Contacts claim={claim.data} />
                <SimilarClaims claim={claim.data} scale={scale} />
              </div>
              <div className="verdict-side">
                <VerdictForm
                  task={task.id}
                  claim={claim.data}
                  scale={scale}
                  state={state}
                  draft={draft}
                  submission={submission}
                  onSubmit={(goesOn) => {
                    if (goesOn) {
                      next.take(submission.submit);
                      return;
                    }
                    void submission.submit();
                    toWork();
                  }}
                  error={next.error}
                  disabled={!isWritable}
                  refused={refused}
                  isJudged={isJudged}
                  onShow={show('verdict')}
                  onAskReply={() => {
                    show('facts')();
                    openContactForm();
                  }}
                  onLinkNorm={() => {
                    show('facts')();
                    openNormForm();
                  }}
                />
              </div>
            </div>
          </div>
        </ChangesOfClaim>
      ) : (
        !claim.isError && <Skeleton />
      )}
    </div>
  );
}
