/** The desk at work: a task that nobody takes, a wrong provision, and a correction in public. */
import type { Client } from '../client/client.js';
import { until } from './desk.js';
import { findTask, takeAndStart, type Cast, type Submission, readEdition } from './first-act.js';

export async function playSecondAct(cast: Cast): Promise<void> {
  await leaveLying(cast);
  await citeProvisions(cast);
  await correct(cast);
}

/** Seconds instead of hours, so that the play does not last a day. */
const briefMinutes = 0.02;

async function leaveLying({ stage, editor, checker2 }: Cast): Promise<void> {
  stage.title('An editor accepts C44, the claim about the law, and nobody takes it');
  const urgent = { clock: 'pick_up', priority: 'urgent' } as const;
  const { clocks } = await editor.require('GET /v1/policies');
  const before = clocks.find(({ clock, priority }) => clock === urgent.clock && priority === urgent.priority);
  const setClock = (minutes: number) =>
    editor.require('PUT /v1/policies/clocks/{clock}/{priority}', { ...urgent, body: { minutes } });
  await setClock(briefMinutes);
  await editor.require('POST /v1/claims/{id}/transitions', {
    id: 'C44',
    body: { event: 'accept', priority: 'urgent' },
  });
  const id = await findTask(editor, 'C44', 'review');
  await setClock(before?.minutes ?? 120);
  await until('the task is brought before the editors', async () => {
    const { items } = await editor.require('GET /v1/tasks', { escalated: true });
    return items[0]?.id === id;
  });
  const told: string[] = [];
  for await (const { type } of editor.items('GET /v1/claims/{id}/history', { id: 'C44' })) told.push(type);
  stage.check(
    'what its clock has said, each once',
    told.filter((type) => /reminded|overdue|escalated/.test(type)),
    ['task.reminded', 'task.overdue', 'task.escalated'],
  );
  const handed = await editor.require('POST /v1/tasks/{id}/transitions', {
    id,
    body: { event: 'assign', assignee: 'checker2', note: 'Please take this one today.' },
  });
  stage.check('the editor hands it on to', handed.assignee?.ref, 'checker2');
  const started = await checker2.require('POST /v1/tasks/{id}/transitions', { id, body: { event: 'start' } });
  stage.check('the task is', started.status, 'in_progress');
}

const rationale = {
  ar: 'يحظر القرار 1718 (الفقرة 8 ب) والقرار 1874 (الفقرة 9) توريد الأسلحة من كوريا الشمالية.',
  en: 'Resolution 1718, paragraph 8(b), and resolution 1874, paragraph 9, ban arms from the DPRK.',
};
const findings = { attribution: 'confirmed', fidelity: 'faithful', veracity: 'true' } as const;

type Cited = NonNullable<Submission['provisions']>[number];

const cite = (id: string, direction: 'to' | 'from', date = '2023'): Cited => ({
  id,
  act: 'Export of munitions from the DPRK to Russia',
  actor: 'DPRK',
  date,
  direction,
});

async function citeProvisions({ stage, checker2, editor }: Cast): Promise<void> {
  stage.title('A violation verdict must cite the norm that was really in force, in the right direction');
  const { items } = await checker2.require('GET /v1/tasks', { assignee: ['me'], status: ['in_progress'] });
  const id = String(items[0]?.id);
  const submit = (...provisions: Cited[]) =>
    checker2.ask(
      'POST /v1/tasks/{id}/verdict',
      { id, body: { findings, rationale, provisions } },
      { wait: 10 },
    );
  const refused = await submit(cite('s-res-2270-2016.6', 'from'));
  stage.check('2270 OP 6, on arms to the DPRK, is refused', refused.status, 422);
  const fault = refused.status === 422 ? refused.body.errors?.[0]?.pointer : undefined;
  stage.check('in words', fault, '/provisions/0/direction');
  const early = await submit(cite('s-res-1874-2009.9', 'from', '2008'));
  stage.check('1874 OP 9 for an act of 2008 is refused', early.status, 422);
  const recorded = await submit(cite('s-res-1718-2006.8b', 'from'), cite('s-res-1874-2009.9', 'from'));
  if (recorded.status !== 201) throw new Error('the verdict was not recorded');
  stage.check('1718 OP 8(b) and 1874 OP 9 are taken', recorded.body.status, 'proposed');
  const approved = await editor.require('POST /v1/verdicts/{id}/transitions', {
    id: recorded.body.id,
    body: { event: 'approve', ...(await readEdition(editor, recorded.body.id)) },
  });
  stage.check('an editor approves; C44 is rated', approved.rating.labels['ar'], 'صحيح');
}

async function correct(cast: Cast): Promise<void> {
  const { stage, reader, editor, checker, editor2 } = cast;
  stage.title('C34 is corrected in public, and it is known who had the old revision');
  const old = await published(reader, 'C34');
  await acknowledgeAll(reader);
  await editor.require('POST /v1/claims/{id}/transitions', {
    id: 'C34',
    body: {
      event: 'correct',
      reason: 'clarification',
      note: 'The missiles are shown by debris, the scale of the munitions is not: mostly true.',
    },
  });
  const during = await reader.require('GET /v1/claims/{id}/status', { id: 'C34' });
  stage.check(
    'meanwhile a newsroom tool sees',
    { rating: during.rating, underCorrection: during.underCorrection },
    { rating: 'true', underCorrection: true },
  );
  const id = await findTask(checker, 'C34', 'correction');
  await takeAndStart(checker, id);
  const corrected = await checker.require(
    'POST /v1/tasks/{id}/verdict',
    {
      id,
      body: {
        findings: { ...findings, veracity: 'mostly-true' },
        rationale: {
          en: 'The debris of 2 January 2024 shows missiles; how much ammunition, it does not show.',
        },
      },
    },
    { wait: 10 },
  );
  await editor2.require('POST /v1/verdicts/{id}/transitions', {
    id: corrected.id,
    body: { event: 'approve', ...(await readEdition(editor2, corrected.id)) },
  });
  const after = await reader.require('GET /v1/claims/{id}/status', { id: 'C34' });
  stage.check(
    'then',
    `revision ${String(after.revision)}, ${String(after.rating)}`,
    'revision 2, mostly-true',
  );
  const log = await reader.require('GET /v1/corrections');
  stage.check('the public log says', log.items[0]?.reason, 'clarification');
  await recall(cast, old);
}

async function published(reader: Client, id: string): Promise<string> {
  const { items } = await reader.require('GET /v1/claims/{id}/verdicts', { id });
  return String(items.find(({ status }) => status === 'published')?.id);
}

/** The newsroom tool reads the feed to its end and says that it has. */
async function acknowledgeAll(reader: Client): Promise<void> {
  let after = 'start';
  for (let more = true; more;) {
    const page = await reader.require('GET /v1/feed', { limit: 200, after });
    after = page.next;
    more = page.more;
  }
  await reader.require('PUT /v1/feed/cursor', { body: { cursor: after } });
}

async function recall({ stage, editor, reader }: Cast, id: string): Promise<void> {
  const look = async () => {
    const { items } = await editor.require('GET /v1/verdicts/{id}/recipients', { id });
    const tool = items.find(({ member }) => member.ref === 'reader');
    return { received: tool?.received, receivedCorrection: tool?.receivedCorrection };
  };
  stage.check('the newsroom tool had revision 1', await look(), {
    received: true,
    receivedCorrection: false,
  });
  await acknowledgeAll(reader);
  stage.check('once it has read on', await look(), { received: true, receivedCorrection: true });
}
