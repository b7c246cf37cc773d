import type { Caller } from '../domain/access/rules.js';
import type { Tx } from '../platform/db/client.js';
import { speaks } from '../domain/task/assignment.js';
import {
  findOpenLanguages,
  hasOtherEditor,
  lockBest,
  readTastes,
  type FeedCursor,
} from './next-task.repository.js';
import { sideOf } from '../domain/task/side.js';
import type { Stage } from '../domain/task/lifecycle.js';

/** How many tasks, in order of priority and age, are looked through for one that suits the member best. */
const batch = 200;

/**
 * The best open task for a member, with its claim locked. Claims that somebody else is moving at this moment
 * are skipped, so two who ask at once are never given the same task and neither waits for the other; where all
 * of a batch are being moved, the next batch is looked through.
 */
export async function findNextTask(
  tx: Tx,
  { memberId, role }: Pick<Caller, 'memberId' | 'role'>,
  wanted: readonly Stage[],
): Promise<{ taskId: string; claimId: string } | undefined> {
  const isEditor = role === 'editor';
  const { languages, topics } = await readTastes(tx, memberId);
  const writesNothing = isEditor && !(await hasOtherEditor(tx, memberId));
  const stages = wanted.filter((stage) => !(writesNothing && sideOf[stage] === 'writing'));
  const walks = await findWalks(tx, stages, languages);
  if (walks.length === 0) return undefined;
  let after: string | null = null;
  do {
    const found = await lockBest(tx, { memberId, isEditor, topics, walks, after, batch });
    if (found?.task_id && found.claim_id) return { taskId: found.task_id, claimId: found.claim_id };
    after = found?.last ?? null;
  } while (after !== null);
  return undefined;
}

async function findWalks(
  tx: Tx,
  stages: readonly Stage[],
  languages: readonly string[],
): Promise<FeedCursor[]> {
  if (languages.length === 0) return stages.map((stage) => ({ stage, language: null }));
  return (await findOpenLanguages(tx, stages)).filter(({ language }) => speaks({ languages }, language));
}
