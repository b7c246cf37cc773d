/** A plain model of the desk: what should be so after each step, written without looking at how it is done. */

type Stage = 'triage' | 'review' | 'approval' | 'correction';

export interface Person {
  ref: string;
  role: 'reader' | 'checker' | 'editor' | 'admin';
}

interface ModelTask {
  stage: Stage;
  status: 'open' | 'assigned' | 'in_progress';
  holder: string | null;
}

export interface ModelClaim {
  status: string;
  revision: number | null;
  /** How many revisions were ever published. */
  revisions: number;
  author: string | null;
  task: ModelTask | null;
  /** Who has written on the verdict under way in any of its rounds, and who has decided on it. */
  writers: string[];
  deciders: string[];
}

export type Action =
  | { do: 'accept' | 'reject' | 'start' | 'release' | 'approve' | 'return' | 'withdraw' }
  | { do: 'correct' | 'cancel' | 'retract' | 'reopen' | 'take' | 'submit' | 'lapse' | 'draft' | 'edit' }
  | { do: 'assign'; to: Person };

export const newClaim = (): ModelClaim => ({
  status: 'submitted',
  revision: null,
  revisions: 0,
  author: null,
  task: open('triage'),
  writers: [],
  deciders: [],
});

/** The editors of the walk: one of them must stay free to decide. */
const editors = ['editor', 'editor2'];

const open = (stage: Stage): ModelTask => ({ stage, status: 'open', holder: null });

const mayWorkAt = (stage: Stage, { role }: Person): boolean =>
  role === 'editor' || (role === 'checker' && (stage === 'review' || stage === 'correction'));

const writes = ({ stage }: ModelTask): boolean => stage === 'review' || stage === 'correction';

/** The claim after `who` has done it, or undefined where that must be refused. */
export function step(claim: ModelClaim, action: Action, who: Person): ModelClaim | undefined {
  const { status, task } = claim;
  const isEditor = who.role === 'editor';
  const holds = task?.holder === who.ref;
  const to = (change: Partial<ModelClaim>): ModelClaim => ({ ...claim, ...change });
  const when = (allowed: boolean, change: () => Partial<ModelClaim>) => (allowed ? to(change()) : undefined);
  const taskAs = (change: Partial<ModelTask>): ModelTask => ({ ...(task ?? open('review')), ...change });
  switch (action.do) {
    case 'accept':
      return when(isEditor && status === 'submitted', () => ({ status: 'open', task: open('review') }));
    case 'reject':
      return when(isEditor && ['submitted', 'open', 'in_review'].includes(status), () => ({
        status: 'rejected',
        task: null,
      }));
    case 'reopen':
      return when(isEditor && ['rejected', 'merged', 'retracted'].includes(status), () => ({
        status: 'submitted',
        task: open('triage'),
        // The drafts go; who decided on the revision that is still to come writes nothing of it.
        writers: [],
      }));
    case 'take':
      return when(task?.status === 'open' && mayHold(claim, task, who), () => ({
        task: taskAs({ status: 'assigned', holder: who.ref }),
      }));
    case 'assign':
      return when(isEditor && task !== null && mayHold(claim, task, action.to), () => ({
        ...givenBack(claim),
        task: taskAs({ status: 'assigned', holder: action.to.ref }),
      }));
    case 'start':
      return when(task?.status === 'assigned' && holds, () => ({
        status: task?.stage === 'review' ? 'in_review' : status,
        task: taskAs({ status: 'in_progress' }),
      }));
    case 'release':
      return when(task !== null && task.status !== 'open' && (holds || isEditor), () => ({
        ...givenBack(claim),
        task: open(taskAs({}).stage),
      }));
    case 'lapse':
      return when(task !== null && task.status !== 'open', () => ({
        ...givenBack(claim),
        task: open(taskAs({}).stage),
      }));
    case 'submit':
      return when(task?.status === 'in_progress' && holds && writes(task), () => ({
        status: 'in_approval',
        author: who.ref,
        writers: joined(claim.writers, who),
        task: open('approval'),
      }));
    case 'draft':
      return when(task !== null && task.status !== 'open' && holds && writes(task), () => ({
        writers: joined(claim.writers, who),
      }));
    case 'edit':
      return when(
        status === 'in_approval' && (isEditor || claim.author === who.ref) && mayWrite(claim, who),
        () => ({ writers: joined(claim.writers, who), task: open('approval') }),
      );
    case 'approve':
      return when(decides(claim, who), () => ({
        status: 'published',
        revision: claim.revisions + 1,
        revisions: claim.revisions + 1,
        task: null,
        writers: [],
        deciders: [],
      }));
    case 'return':
      return when(decides(claim, who), () => ({ ...back(claim), deciders: joined(claim.deciders, who) }));
    case 'withdraw':
      // An editor who wrote some of it as well: the author may have left, and no editor be free to decide.
      return when(
        status === 'in_approval' &&
          (claim.author === who.ref || (isEditor && claim.writers.includes(who.ref))),
        () => back(claim),
      );
    case 'correct':
      return when(isEditor && status === 'published' && mayWrite(claim, who), () => ({
        status: 'correcting',
        writers: joined(claim.writers, who),
        task: open('correction'),
      }));
    case 'cancel':
      return when(isEditor && status === 'correcting', () => ({
        status: 'published',
        task: null,
        writers: [],
      }));
    case 'retract':
      return when(isEditor && status === 'published', () => ({
        status: 'retracted',
        revision: null,
        task: null,
      }));
  }
}

const joined = (people: string[], { ref }: Person): string[] => [...new Set([...people, ref])];

/** Nobody holds the work of the other side of the same verdict. */
const mayHold = (claim: ModelClaim, task: ModelTask, who: Person): boolean =>
  mayWorkAt(task.stage, who) &&
  !(task.stage === 'approval' && claim.writers.includes(who.ref)) &&
  !(writes(task) && !mayWrite(claim, who));

/** Nobody who has decided, nor the last editor who still could. */
const mayWrite = ({ writers, deciders }: ModelClaim, { ref }: Person): boolean =>
  !deciders.includes(ref) &&
  (writers.includes(ref) ||
    !editors.includes(ref) ||
    editors.some((other) => other !== ref && !writers.includes(other)));

const decides = ({ status, writers, task }: ModelClaim, who: Person): boolean =>
  status === 'in_approval' &&
  who.role === 'editor' &&
  !writers.includes(who.ref) &&
  (task?.holder === null || task?.holder === who.ref);

/** A review that stops before its verdict puts the claim back to open. */
const givenBack = ({ status, task }: ModelClaim): Partial<ModelClaim> =>
  task?.stage === 'review' && task.status === 'in_progress' ? { status: 'open' } : { status };

/** To its author, who goes on at once; a correction stays one. */
const back = ({ revision, author }: ModelClaim): Partial<ModelClaim> => ({
  status: revision === null ? 'in_review' : 'correcting',
  task: { stage: revision === null ? 'review' : 'correction', status: 'in_progress', holder: author },
});
