/** Moves along a life cycle, as every resource that has one lists and takes them. */
import { z } from 'zod';
import type { Elsewhere, ListedMove } from '../../domain/listed-move.js';
import type { Language } from '../../domain/text/languages.js';
import { sayIn } from '../../domain/arabic/in-arabic.js';
import { Failure } from '../errors.js';

/** The answer of `GET …/transitions`. */
export const transitionsOf = <
  const Events extends readonly [string, ...string[]],
  const Statuses extends readonly [string, ...string[]],
>(
  events: Events,
  statuses: Statuses,
) =>
  z.strictObject({
    status: z.enum(statuses).describe('Where it stands now'),
    items: z
      .array(
        z.strictObject({
          event: z.enum(events).describe('What to send as `event`'),
          to: z.enum(statuses).describe('Where it stands afterwards'),
          allowed: z.boolean().describe('Whether you may do it now'),
          why: z.string().nullable().describe('Why not, in words; null where it is allowed'),
          at: z.string().optional().describe('Given where the move is made elsewhere: the path to POST to'),
        }),
      )
      .describe('Every move that people make from this status'),
    next: z.null().describe('There is one page'),
  });

/** An event that has its place on another path; it is refused with that path, whatever comes with it. */
export const madeElsewhere = <const Events extends readonly [string, ...string[]]>(events: Events) =>
  z
    .looseObject({ event: z.enum(events) })
    .meta({ description: 'Made elsewhere: 409 `decide_elsewhere`, with the path as `at`' });

const paths: Readonly<Record<Elsewhere['of'], (id: string) => string>> = {
  claim: (id) => `/v1/claims/${id}/transitions`,
  verdict: (id) => `/v1/verdicts/${id}/transitions`,
  task: (id) => `/v1/tasks/${id}/verdict`,
};

const pathOf = ({ of, id }: Elsewhere): string => paths[of](id);

const showMove = <Event extends string, Status extends string>({
  elsewhere,
  ...move
}: ListedMove<Event, Status>) => ({ ...move, ...(elsewhere && { at: pathOf(elsewhere) }) });

/** What a reply with reasons in it depends on. */
export const spoken = { Vary: 'Authorization, Cookie, Accept-Language' } as const;

/** Every move, with why not in the language of whoever asks. */
export const showMoves = <Event extends string, Status extends string>(
  { status, items }: { status: Status; items: readonly ListedMove<Event, Status>[] },
  language: Language,
) => ({
  status,
  items: items.map((move) => showAllowed(showMove(move), language)),
  next: null,
});

/** Whether something may be done, with why not in the language of whoever asks. */
export const showAllowed = <Judged extends { why: string | null }>(
  judged: Judged,
  language: Language,
): Judged => ({
  ...judged,
  why: judged.why === null ? null : sayIn(language, judged.why),
});

/** Why an event that is made elsewhere is not taken here: where it is, or that there is no such move now. */
export function elsewhereFailure(
  { status, items }: { status: string; items: readonly ListedMove<string, string>[] },
  event: string,
): Failure {
  const elsewhere = items.find((move) => move.event === event)?.elsewhere;
  if (!elsewhere) {
    const open = items.map((move) => move.event).join(', ') || 'nothing';
    return new Failure(
      'conflict',
      `It is ${status} and has no move "${event}"; from there it can: ${open}.`,
      {
        code: 'illegal_move',
      },
    );
  }
  const at = pathOf(elsewhere);
  return new Failure('conflict', `This move is made elsewhere: POST it to ${at}.`, {
    code: 'decide_elsewhere',
    extra: { at },
  });
}
