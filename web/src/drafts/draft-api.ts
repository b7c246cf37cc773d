/** The draft at the desk: read, and replaced where it is still what was read. */
import { Refusal } from '../../../client/client.js';
import type { Problem } from '../../../client/generated/api.js';
import { api, isRefusal, isSignedOut } from '../api/api.js';
import { isFinal } from '../api/once.js';
import { isOpen, noteSignedOut } from '../session/session.js';
import { sendable, type DeskDraft, type Draft } from './draft.rules.js';
import { takeGiven } from './given-drafts.js';

/** Why nothing came of a try. */
type Failed =
  /** Nobody answered, or nobody is signed in: to be tried again. */
  | { outcome: 'later' }
  /** It will not be done as it is: too long, or the task is somebody else's now. */
  | { outcome: 'refused'; status: number; why: string };

type Found = { outcome: 'found'; theirs: DeskDraft } | Failed;

/** What became of one try to save. */
export type Saved =
  /** With what the desk keeps of it: it trims names. */
  { outcome: 'saved'; theirs: DeskDraft } | { outcome: 'changed'; theirs: DeskDraft } | Failed;

export interface DraftApi {
  /** What came with its task, once. */
  given(): DeskDraft | undefined;
  read(): Promise<Found>;
  save(draft: Draft, tag: string): Promise<Saved>;
}

/** Browsers refuse more than 64 KiB for requests that outlive their page; a character may take four bytes. */
const mostForKeepalive = 15_000;

/** `retries`: of a question; as often as anything is asked again where it is left out. */
export const draftApi = (task: string, retries?: number): DraftApi => {
  const read = async (): Promise<Found> => {
    if (!isOpen()) return { outcome: 'later' };
    try {
      const answer = await api.ask('GET /v1/tasks/{id}/draft', { id: task }, { retries });
      if (answer.status !== 200) throw refusalOf(answer);
      return { outcome: 'found', theirs: whatDeskHas(answer) };
    } catch (error) {
      return afterFailure(error);
    }
  };
  return {
    given: () => takeGiven(task),
    read,
    save: async (draft, tag) => {
      if (!isOpen()) return { outcome: 'later' };
      try {
        const answer = await api.ask(
          'PUT /v1/tasks/{id}/draft',
          { id: task, body: sendable(draft) },
          { ifMatch: tag, retries: 0, keepalive: JSON.stringify(draft).length < mostForKeepalive },
        );
        if (answer.status === 200) return { outcome: 'saved', theirs: whatDeskHas(answer) };
        if (answer.status !== 412) throw refusalOf(answer);
        const found = await read();
        return found.outcome === 'found' ? { ...found, outcome: 'changed' } : found;
      } catch (error) {
        return afterFailure(error);
      }
    },
  };
};

const whatDeskHas = ({
  body,
  tag = '',
}: {
  body: { draft: Draft | null };
  tag?: string | undefined;
}): DeskDraft => ({
  draft: body.draft ?? {},
  tag,
});

/** The client throws refusals where a body is demanded; here they are answers first. */
const refusalOf = ({ status, body, headers }: { status: number; body: unknown; headers: Headers }): Refusal =>
  new Refusal(body as Problem, { status, headers });

function afterFailure(error: unknown): Failed {
  if (isSignedOut(error)) noteSignedOut();
  if (!isRefusal(error) || !isFinal(error)) return { outcome: 'later' };
  return { outcome: 'refused', status: error.status, why: error.message };
}
