import type { IncomingMessage } from 'node:http';
import type { PrivilegedKind, PrivilegedMoveName } from '../../domain/access/privileged-change.js';
import type { Caller } from '../../domain/access/rules.js';
import { requireIfMatch, requireMatch } from '../../platform/http/conditional.js';
import { Failure, notFound } from '../../platform/errors.js';
import type { PrivilegedChange } from './privileged-change.schema.js';
import type { PrivilegedChanges } from './privileged-change.service.js';

export type ReadAndMoved = Pick<PrivilegedChanges, 'find' | 'listMoves' | 'move'>;

/** Those with paths of their own: any other is not found there. */
export function changesOfKind(
  changes: ReadAndMoved,
  isOurs: (kind: PrivilegedKind) => boolean,
  /** As it is called where there is none. */
  what: 'privileged_change' | 'erasure',
): ReadAndMoved {
  const find = async (id: string): Promise<PrivilegedChange> => {
    const change = await changes.find(id).catch((error: unknown) => {
      if (error instanceof Failure && error.kind === 'not_found') return undefined;
      throw error;
    });
    if (!change || !isOurs(change.kind)) throw notFound(what, id);
    return change;
  };
  return {
    find,
    listMoves: async (id: string, caller: Caller) => changes.listMoves((await find(id)).id, caller),
    move: async (...[id, ...asked]: Parameters<ReadAndMoved['move']>) =>
      changes.move((await find(id)).id, ...asked),
  };
}

/** How a move looks at the change, under its lock: whoever confirms it says what they read. */
export const requireAsRead =
  (request: IncomingMessage, event: PrivilegedMoveName, tagOf: (current: PrivilegedChange) => string) =>
  (current: PrivilegedChange): void => {
    if (event === 'confirm') requireIfMatch(request);
    requireMatch(request, tagOf(current));
  };

/** What the document says of `If-Match` on such a move. */
export const ifMatchToConfirm =
  'The ETag you read: 412 when it has been decided since, or asks for something else. Needed (428) to confirm';

/** What any of them can be refused with. */
export const decisionProblems = [
  'illegal_move',
  'privileged_change_lapsed',
  'not_who_asked',
  'same_person',
  'asker_inactive',
  'changed_meanwhile',
  'stale',
  'precondition_required',
] as const;
