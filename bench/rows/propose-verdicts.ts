/** Brings claims so far that a verdict on each awaits approval: triage, review and recording lie behind it. */
import { setTimeout as pause } from 'node:timers/promises';
import { ask, type Asked } from '../requests.js';
import type { Api } from '../stage.js';
import { statusOf } from './on-the-desk.js';

const atOnce = 8;
const giveUpMs = 60_000;

/** Ids of the verdicts. */
export const proposeVerdicts = (api: Api, claims: readonly string[]): Promise<string[]> =>
  api.withWorkers(async () => {
    const waiting = [...claims];
    const verdicts: string[] = [];
    const work = async (): Promise<void> => {
      for (let claim = waiting.pop(); claim !== undefined; claim = waiting.pop())
        verdicts.push(await proposeVerdict(api, claim));
    };
    await Promise.all(Array.from({ length: atOnce }, work));
    return verdicts;
  });

async function proposeVerdict(api: Api, claim: string): Promise<string> {
  const { checker, editor } = api.keys;
  await post(api, { path: `/v1/claims/${claim}/transitions`, key: editor, body: { event: 'accept' } });
  const task = await openTask(api, claim, 'review');
  for (const event of ['take', 'start'])
    await post(api, { path: `/v1/tasks/${task}/transitions`, key: checker, body: { event } });
  const headers = { Prefer: 'wait=30' };
  const path = `/v1/tasks/${task}/verdict`;
  const { id } = (await post(api, { path, key: checker, headers, body: verdict })) as { id: string };
  await openTask(api, claim, 'approval');
  return id;
}

/** A worker opens it, a moment later. */
async function openTask({ port, keys }: Api, claim: string, stage: string): Promise<string> {
  const path = `/v1/claims/${claim}/tasks?stage=${stage}`;
  const deadline = Date.now() + giveUpMs;
  while (Date.now() < deadline) {
    const { body } = await ask(port, { path, key: keys.editor });
    const { items } = body as { items: { id: string }[] };
    const open = items.find((task) => statusOf(task) === 'open');
    if (open) return open.id;
    await pause(50);
  }
  throw new Error(`no task for ${stage} was opened for ${claim}`);
}

async function post({ port }: Api, asked: Asked): Promise<unknown> {
  const { status, body } = await ask(port, { ...asked, method: 'POST' });
  if (status >= 300) throw new Error(`${asked.path}: ${String(status)} ${JSON.stringify(body)}`);
  return body;
}

/** What a checker submits: neutral, so that it clashes with nothing. */
export const verdict = {
  findings: { attribution: 'confirmed', fidelity: 'faithful', veracity: 'mixed' },
  rationale: { en: 'Because of what was found.', ar: 'بناءً على ما وُجد.' },
};
