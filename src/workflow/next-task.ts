/** The task that a member should take next, found without a lock and looked at again under its claim's. */
import type { Caller } from '../domain/access/rules.js';
import type { Tx } from '../platform/db/client.js';
import { failureOf } from '../platform/errors.js';
import { speaks } from '../domain/task/choose-member.js';
import { sideOf } from '../domain/task/side.js';
import type { Stage } from '../domain/task/lifecycle.js';
import { isRefusal, type Change } from './change.js';
import { liveTasks } from './docket-facts.js';
import { findOpenLanguages, findSuitable, readAsker, type StageAndLanguage } from './next-task.repository.js';
import { lockDocket } from './read-docket.js';
import { transitionTask } from './transition-task.js';
import { refuseOverLimit } from '../domain/task/refuse-assignment.js';

/** How many tasks, in order of priority and age, are looked through for the one that suits the member best. */
const batch = 200;

export interface Wanted {
  stages: readonly Stage[];
  /** Whether it is begun in the same step. */
  start?: boolean | undefined;
}

interface Next {
  id: string;
  /** That the member takes it. */
  taken: Change;
}

/**
 * None while the member is away; throws where they hold as much as they may. Claims that somebody else is changing
 * are skipped, so two who ask at once are never given the same task and neither waits for the other.
 */
export async function findNextTask(
  tx: Tx,
  caller: Caller,
  { stages: wanted, start }: Wanted,
): Promise<Next | undefined> {
  const { memberId, personId, role } = caller;
  const isEditor = role === 'editor';
  const { languages, topics, load, hasOtherEditor } = await readAsker(tx, memberId);
  if (load.away) return undefined;
  const refusal = refuseOverLimit(load);
  if (refusal) throw failureOf(refusal);
  const stages = wanted.filter((stage) => !isEditor || hasOtherEditor || sideOf[stage] !== 'writing');
  const pairs = await findStages(tx, stages, languages);
  let after: string | null = null;
  do {
    if (pairs.length === 0) return undefined;
    const { ids, last } = await findSuitable(tx, { personId, isEditor, topics, pairs, after, batch });
    const next = await takeFirst(tx, ids, caller, start);
    if (next) return next;
    after = last;
  } while (after !== null);
  return undefined;
}

/** The first of these tasks that the member may take, now that its claim is locked. */
async function takeFirst(
  tx: Tx,
  ids: readonly string[],
  caller: Caller,
  start: boolean | undefined,
): Promise<Next | undefined> {
  if (ids.length === 0) return undefined;
  const { memberId } = caller;
  const docket = await lockDocket(tx, { openTasks: ids, members: [memberId] });
  const task = docket && liveTasks(docket).find(({ id }) => ids.includes(id));
  if (!docket || !task) return undefined;
  const load = docket.members[memberId];
  const refusal = load && refuseOverLimit(load);
  if (refusal) throw failureOf(refusal);
  const taken = transitionTask(docket, task.id, { event: 'take', start }, caller);
  if (!isRefusal(taken)) return { id: task.id, taken };
  return takeFirst(tx, ids.slice(ids.indexOf(task.id) + 1), caller, start);
}

async function findStages(
  tx: Tx,
  stages: readonly Stage[],
  languages: readonly string[],
): Promise<StageAndLanguage[]> {
  if (languages.length === 0) return stages.map((stage) => ({ stage, language: null }));
  return (await findOpenLanguages(tx, stages)).filter(({ language }) => speaks({ languages }, language));
}
