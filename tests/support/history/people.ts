/** Those who write and read while everything around them is broken. Each is a loop of their own until it is over. */
import { setTimeout as pause } from 'node:timers/promises';
import { verdictBody } from '../desk.js';
import type { Person } from '../test-runtime.js';
import { ask, write, type Town } from './ask.js';

const breathMs = 30;

/** Enters articles. */
export async function clerk(town: Town): Promise<void> {
  while (!town.over()) {
    await write(town, 'article', 'checker', '/v1/articles', (text) => ({ title: 'x', language: 'en', text }));
    await pause(breathMs);
  }
}

/** Rejects and reopens claims that others reject and reopen too: about half of it comes too late. */
export async function quarreller(town: Town, person: Person, claims: readonly string[]): Promise<void> {
  while (!town.over()) {
    const event = town.luck.oneOf(['reject', 'reopen']);
    const path = `/v1/claims/${town.luck.oneOf(claims)}/transitions`;
    await write(town, 'transition', person, path, (reason) => ({ event, reason }));
    await pause(breathMs);
  }
}

interface Work {
  status: string;
  task: string | undefined;
  verdict: string | undefined;
}

/** Writes drafts and verdicts on a claim of their own, which an editor returns each time. */
export async function checker(town: Town, person: Person, claim: string): Promise<void> {
  while (!town.over()) {
    await pause(breathMs);
    const work = await lookAt(town, claim);
    if (work?.status === 'in_review' && work.task !== undefined) {
      await draftOften(town, person, work.task);
      await write(town, 'verdict', person, `/v1/tasks/${work.task}/verdict`, (en) =>
        verdictBody('false', { rationale: { en } }),
      );
    }
    if (work?.status === 'in_approval' && work.verdict !== undefined) {
      const at = `/v1/verdicts/${work.verdict}`;
      const read = await ask(town, 'editor2', ['GET', `${at}/edition`]);
      const { digest: edition } = (read?.body ?? {}) as { digest?: string };
      if (read?.status === 200)
        await write(town, 'transition', 'editor2', `${at}/transitions`, (note) => ({
          event: 'return',
          edition,
          note,
        }));
    }
  }
}

async function lookAt(town: Town, claim: string): Promise<Work | undefined> {
  const items = async <Item>(path: string): Promise<Item[]> => {
    const answer = await ask(town, 'editor', ['GET', `/v1/claims/${claim}${path}`]);
    return answer?.status === 200 ? (answer.body as { items: Item[] }).items : [];
  };
  const status = await ask(town, 'editor', ['GET', `/v1/claims/${claim}/status`]);
  if (status?.status !== 200) return undefined;
  const tasks = await items<{ id: string; stage: string }>('/tasks?status=assigned,in_progress');
  const verdicts = await items<{ id: string; status: string }>('/verdicts');
  return {
    status: (status.body as { status: string }).status,
    task: tasks.find(({ stage }) => stage === 'review')?.id,
    verdict: verdicts.find(({ status }) => status === 'proposed')?.id,
  };
}

/** One writer, one draft: what is read is what was saved last, or what nobody knows of. */
async function draftOften(town: Town, person: Person, task: string): Promise<void> {
  const path = `/v1/tasks/${task}/draft`;
  let possible: Set<string> | undefined;
  for (let left = 3; left > 0 && !town.over(); left--) {
    const read = await ask(town, person, ['GET', path]);
    if (read?.status !== 200 || read.tag === null) continue;
    const found = textOf(read.body);
    if (possible && !possible.has(found))
      town.book.violations.push(`draft of ${task} is ${found}, not ${[...possible].join(' or ')}`);
    const tag = town.book.newTag();
    const saved = await ask(town, person, ['PUT', path], {
      body: { rationale: { en: tag } },
      headers: { 'If-Match': read.tag },
    });
    if (saved?.status === 200) possible = new Set([tag]);
    else if (!saved || saved.status === 503) possible = new Set([found, tag]);
    else return; // an earlier verdict of this task has disconnect through after all
  }
}

const textOf = (body: unknown): string =>
  (body as { draft: { rationale?: { en?: string } } | null }).draft?.rationale?.en ?? '';

/** Polls statuses, one by one and all at once, from any API: none may be older than what was seen before. */
export async function watcher(town: Town, claims: readonly string[]): Promise<void> {
  const seen = new Map<string, number>();
  const look = ({ ref, version }: Published): void => {
    const before = seen.get(ref) ?? 0;
    if (version < before)
      town.book.violations.push(`${ref} went back from ${String(before)} to ${String(version)}`);
    seen.set(ref, version);
  };
  while (!town.over()) {
    if (town.luck.oneOf([true, false])) {
      const answer = await ask(town, 'reader', ['POST', '/v1/claims/statuses'], { body: { ids: claims } });
      if (answer?.status === 200) (answer.body as { statuses: Published[] }).statuses.forEach(look);
    } else {
      const answer = await ask(town, 'reader', ['GET', `/v1/claims/${town.luck.oneOf(claims)}/status`]);
      if (answer?.status === 200) look(answer.body as Published);
    }
    await pause(breathMs);
  }
}

interface Published {
  ref: string;
  version: number;
}

interface Page {
  items: { id: string }[];
  next: string;
}

/** Follows the feed by its cursor; the ids in the order in which they were seen. */
export async function follower(town: Town, isEnd: () => boolean = town.over): Promise<string[]> {
  const ids: string[] = [];
  for (let after = 'start'; ;) {
    await pause(breathMs);
    const answer = await ask(town, 'reader', ['GET', `/v1/feed?limit=100&after=${after}`]);
    if (answer?.status !== 200) {
      if (isEnd()) throw new Error('the feed could not be read to its end');
      continue;
    }
    const { items, next } = answer.body as Page;
    ids.push(...items.map(({ id }) => id));
    after = next;
    if (items.length === 0 && isEnd()) return ids;
  }
}
