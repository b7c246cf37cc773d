/** The verdict: three findings, why, what it rests on. Every key is kept. */
import { useRef, useState } from 'react';
import type { Claim, Rating } from '../api/claims.js';
import { deskNow } from '../api/desk-clock.js';
import { withChoice, type Draft } from '../drafts/draft.rules.js';
import type { SharedDraft, SharedState } from '../drafts/shared-draft.js';
import { announce } from '../parts/announce.js';
import { useKey, usePrintedKey } from '../keys/use-key.js';
import { useWords } from '../language/words.js';
import { Fault } from '../parts/fault.js';
import { late } from '../parts/late.js';
import { Checklist } from './checklist.js';
import { FindingsForm } from './findings.js';
import { MissingList } from './missing-list.js';
import { Rationale } from './rationale.js';
import { hindranceOf, missingOf, type Missing } from './submission.js';
import { SubmitRow } from './submit-row.js';
import type { Submitting } from './use-submission.js';
import { ErrorSummary } from '../parts/error-summary.js';

/** Only where norms were linked with the claim, or have to be. */
const CitedProvisions = late(() => import('./cited-provisions.js').then((part) => part.CitedProvisions));
/** Only where two changed the same place. */
const DraftConflicts = late(() => import('./draft-conflicts.js').then((part) => part.DraftConflicts));

/** Where each thing that is missing is put in. */
const inputOf: Readonly<Record<Missing, string>> = {
  attribution: '[data-question=attribution] input',
  fidelity: '[data-question=fidelity] input',
  veracity: '[data-question=veracity] input',
  rationale: '.rationale textarea',
  tooLong: '.rationale [aria-invalid]',
  lostMark: '.rationale [aria-invalid]',
  provision: '.provision [aria-invalid]',
  recheckAt: '#recheck',
};

const dayMs = 86_400_000;
/** A day to check again begins at midnight UTC: the first that lies ahead. */
const dayAfter = (now: number): string => new Date(now + dayMs).toISOString().slice(0, 10);

interface Props {
  task: string;
  claim: Claim;
  scale: readonly Rating[];
  state: SharedState;
  draft: SharedDraft;
  submission: Submitting;
  /** It is whole; `goesOn`: to the next task. */
  onSubmit: (goesOn: boolean) => void;
  /** Why the next task was not taken. */
  error: Error | null;
  /** Nothing is written here at present. */
  disabled: boolean;
  /** Why it cannot be submitted as the task stands. */
  refused: string | undefined;
  /** Whether the desk says what would become of it. */
  isJudged: boolean;
  /** Brings the form to the screen, where it stands behind another. */
  onShow: () => void;
  onAskReply: () => void;
  onLinkNorm: () => void;
}

export function VerdictForm(props: Props) {
  const { task, claim, scale, state, draft, submission, disabled, refused, onShow } = props;
  const words = useWords();
  const form = useRef<HTMLFormElement>(null);
  const [attempts, setAttempts] = useState(0);
  const { findings = {}, rationale = {}, evidence = [], provisions = [], recheckAt } = state.draft;
  const hindrance = hindranceOf(state);
  const change = (part: Partial<Draft>): void => {
    draft.edit((now) => ({ ...now, ...part }));
  };
  const missing = missingOf(state.draft);
  const hasPassed = missing.includes('recheckAt');
  const tomorrow = dayAfter(deskNow());
  // What is emptied again later is no attempt: whoever writes is left where they write.
  if (attempts > 0 && missing.length === 0) setAttempts(0);
  const submit = (goesOn: boolean) => (): void => {
    // What is only here yet is sent first.
    const isReady = hindrance === undefined || hindrance === 'unsent';
    if (missing.length > 0) {
      // The list of what is missing takes the focus: it has to be seen.
      onShow();
      setAttempts((count) => count + 1);
    } else if (isReady && !submission.busy) props.onSubmit(goesOn);
  };
  const why =
    refused ??
    (hindrance === undefined || hindrance === 'unsent' ? undefined : words(`hindered.${hindrance}`));
  const orSayWhy = (run: () => void) => (): void => {
    if (why === undefined) run();
    else announce(why);
  };
  const markKey = usePrintedKey('insert-mark');
  useKey('submit-verdict', orSayWhy(submit(false)));
  useKey('submit-next', orSayWhy(submit(true)));
  useKey('to-verdict', () => {
    onShow();
    form.current?.querySelector<HTMLElement>('input:checked, input')?.focus();
  });

  return (
    <form
      ref={form}
      className="stack"
      aria-label={words('verdict.title')}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
      }}
    >
      <h2>{words('verdict.title')}</h2>
      {state.conflicts.length > 0 && (
        <DraftConflicts
          conflicts={state.conflicts}
          scale={scale}
          provisions={claim.provisions}
          onChoose={(field, side) => {
            draft.choose(field, side);
            // To the next one, or on with the text.
            requestAnimationFrame(() =>
              form.current?.querySelector<HTMLElement>('.conflict button, .rationale textarea')?.focus(),
            );
          }}
        />
      )}
      {attempts > 0 && missing.length > 0 && (
        <MissingList
          missing={missing}
          attempt={attempts}
          onGo={(what) => {
            form.current?.querySelector<HTMLElement>(inputOf[what])?.focus();
          }}
        />
      )}
      {submission.refusal && (
        <ErrorSummary attempt={submission.refusal.why} isLate>
          <strong>{words(`verdict.${submission.refusal.what}`)}</strong>
          <p>{submission.refusal.why}</p>
        </ErrorSummary>
      )}
      <FindingsForm
        findings={findings}
        lacking={attempts > 0 ? missing : []}
        scale={scale}
        isForecast={claim.kind === 'forecast' || claim.secondaryKinds.includes('forecast')}
        disabled={disabled}
        onChange={(next) => {
          change({ findings: next });
        }}
      />
      <h3>{words('rationale.title')}</h3>
      <p className="small soft">
        {words('rationale.help')} <kbd>{markKey}</kbd>
      </p>
      <Rationale
        texts={rationale}
        cited={evidence.length}
        disabled={disabled}
        lacks={attempts > 0 && missing.includes('rationale')}
        onChange={(language, text) => {
          draft.edit((now) => ({ ...now, rationale: { ...now.rationale, [language]: text } }));
        }}
      />
      {(claim.provisions.length > 0 || claim.kind === 'violation') && (
        <CitedProvisions
          kind={claim.kind}
          onLink={props.onLinkNorm}
          provisions={claim.provisions}
          cited={provisions}
          disabled={disabled}
          tried={attempts > 0}
          onChange={(next) => {
            change({ provisions: next });
          }}
          onRestore={(cited) => {
            draft.edit((now) => withChoice(now, `provisions.${cited.id}`, cited));
          }}
        />
      )}
      <div className="field">
        <label htmlFor="recheck">{words('verdict.recheckAt')}</label>
        <input
          id="recheck"
          type="date"
          min={tomorrow}
          value={recheckAt?.slice(0, 10) ?? ''}
          readOnly={disabled}
          aria-invalid={hasPassed || undefined}
          aria-describedby={hasPassed ? 'recheck-fault' : undefined}
          onChange={({ target: { value } }) => {
            change({ recheckAt: value === '' ? null : `${value}T00:00:00Z` });
          }}
        />
        {hasPassed && (
          <span className="fault" id="recheck-fault">
            {words('missing.recheckAt')}
          </span>
        )}
      </div>
      {/* What is being submitted is judged by the submission. */}
      <Checklist
        task={task}
        claim={claim}
        state={state}
        paused={submission.busy || !props.isJudged}
        onAskReply={props.onAskReply}
      />
      <SubmitRow busy={submission.busy} refused={why} onSubmit={submit} />
      <Fault error={props.error} />
    </form>
  );
}
