/** The desk at work: a task that nobody takes, a wrong provision, and a correction in public. */
import { at, until, type Answer, type Ask } from './desk.js';
import { findTask, type Cast } from './first-act.js';

export async function playSecondAct(cast: Cast): Promise<void> {
  await leaveLying(cast);
  await citeProvisions(cast);
  await correct(cast);
}

/** Seconds instead of hours, so that the play does not last a day. */
const briefMinutes = 0.02;

async function leaveLying({ stage, editor, checker2 }: Cast): Promise<void> {
  stage.title('An editor accepts C44, the claim about the law, and nobody takes it');
  const policies = await editor('GET', '/v1/policies');
  const before = clockOf(policies);
  await editor('PUT', '/v1/policies/clocks/pick_up/urgent', { minutes: briefMinutes });
  await editor('POST', '/v1/claims/C44/transitions', { event: 'accept', priority: 'urgent' });
  const task = await findTask(editor, 'C44', 'review');
  await editor('PUT', '/v1/policies/clocks/pick_up/urgent', { minutes: before });
  await until('the task is brought before the editors', async () => {
    const { body } = await editor('GET', '/v1/tasks?escalated=true');
    return at(body, 'items.0.id') === task;
  });
  const { body: history } = await editor('GET', '/v1/claims/C44/history?limit=200');
  const told = (at(history, 'items') as unknown[]).map((event) => String(at(event, 'type')));
  stage.check(
    'what its clock has said, each once',
    told.filter((type) => /reminded|overdue|escalated/.test(type)),
    ['task.reminded', 'task.overdue', 'task.escalated'],
  );
  const handed = await editor('POST', `/v1/tasks/${task}/transitions`, {
    event: 'assign',
    assignee: 'checker2',
    note: 'Please take this one today.',
  });
  stage.check('the editor hands it on to', at(handed.body, 'assignee'), 'checker2');
  const started = await checker2('POST', `/v1/tasks/${task}/transitions`, { event: 'start' });
  stage.check('the task is', at(started.body, 'state'), 'in_progress');
}

const clockOf = ({ body }: Answer): unknown =>
  (at(body, 'clocks') as unknown[])
    .filter((one) => at(one, 'clock') === 'pick_up' && at(one, 'priority') === 'urgent')
    .map((one) => at(one, 'minutes'))[0];

const rationale = {
  ar: 'يحظر القرار 1718 (الفقرة 8 ب) والقرار 1874 (الفقرة 9) توريد الأسلحة من كوريا الشمالية.',
  en: 'Resolution 1718, paragraph 8(b), and resolution 1874, paragraph 9, ban arms from the DPRK.',
};
const findings = { attribution: 'confirmed', fidelity: 'faithful', veracity: 'true' };

const cite = (id: string, direction: string) => ({
  id,
  act: 'Export of munitions from the DPRK to Russia',
  actor: 'DPRK',
  date: '2023',
  direction,
});

async function citeProvisions(cast: Cast): Promise<void> {
  const { stage, checker2, editor } = cast;
  stage.title('A violation verdict must cite the norm that was really in force, in the right direction');
  const { body: tasks } = await checker2('GET', '/v1/tasks?assignee=me&state=in_progress');
  const task = `/v1/tasks/${String(at(tasks, 'items.0.id'))}`;
  const submit = (provisions: object[]): Promise<Answer> =>
    checker2('POST', `${task}/verdict`, { findings, rationale, provisions }, { Prefer: 'wait=10' });
  const refused = await submit([cite('S/RES/2270(2016)/6', 'from')]);
  stage.check('2270 OP 6, on arms to the DPRK, is refused', refused.status, 422);
  stage.check('in words', at(refused.body, 'errors.0.pointer'), '/provisions/0/direction');
  const early = await submit([{ ...cite('S/RES/1874(2009)/9', 'from'), date: '2008' }]);
  stage.check('1874 OP 9 for an act of 2008 is refused', early.status, 422);
  const recorded = await submit([cite('S/RES/1718(2006)/8(b)', 'from'), cite('S/RES/1874(2009)/9', 'from')]);
  stage.check('1718 OP 8(b) and 1874 OP 9 are taken', at(recorded.body, 'state'), 'proposed');
  const approved = await editor('POST', `/v1/verdicts/${String(at(recorded.body, 'id'))}/approve`);
  stage.check('an editor approves; C44 is rated', at(approved.body, 'rating.labels.ar'), 'صحيح');
}

async function correct(cast: Cast): Promise<void> {
  const { stage, reader, editor, checker, editor2 } = cast;
  stage.title('C34 is corrected in public, and it is known who had the old revision');
  const old = await published(reader, 'C34');
  await acknowledgeAll(reader);
  await editor('POST', '/v1/claims/C34/transitions', {
    event: 'correct',
    reason: 'clarification',
    note: 'The missiles are shown by debris, the scale of the munitions is not: mostly true.',
  });
  const during = await reader('GET', '/v1/claims/C34/status');
  stage.check(
    'meanwhile a newsroom tool sees',
    { rating: at(during.body, 'rating'), underCorrection: at(during.body, 'underCorrection') },
    { rating: 'true', underCorrection: true },
  );
  const task = await findTask(checker, 'C34', 'correction');
  await checker('POST', `/v1/tasks/${task}/transitions`, { event: 'take' });
  await checker('POST', `/v1/tasks/${task}/transitions`, { event: 'start' });
  const corrected = await checker(
    'POST',
    `/v1/tasks/${task}/verdict`,
    {
      findings: { attribution: 'confirmed', fidelity: 'faithful', veracity: 'mostly-true' },
      rationale: {
        en: 'The debris of 2 January 2024 shows missiles; how much ammunition, it does not show.',
      },
    },
    { Prefer: 'wait=10' },
  );
  await editor2('POST', `/v1/verdicts/${String(at(corrected.body, 'id'))}/approve`);
  const after = await reader('GET', '/v1/claims/C34/status');
  stage.check(
    'then',
    `revision ${String(at(after.body, 'revision'))}, ${String(at(after.body, 'rating'))}`,
    'revision 2, mostly-true',
  );
  const log = await reader('GET', '/v1/corrections');
  stage.check('the public log says', at(log.body, 'items.0.reason'), 'clarification');
  await recall(cast, old);
}

async function published(reader: Ask, ref: string): Promise<string> {
  const { body } = await reader('GET', `/v1/claims/${ref}/verdicts`);
  const verdicts = at(body, 'items') as unknown[];
  return String(
    at(
      verdicts.find((one) => at(one, 'state') === 'published'),
      'id',
    ),
  );
}

/** The newsroom tool reads the feed to its end and says that it has. */
async function acknowledgeAll(reader: Ask): Promise<void> {
  let cursor = '';
  for (let left = 1; left > 0;) {
    const { body } = await reader('GET', `/v1/feed?limit=200${cursor && `&after=${cursor}`}`);
    cursor = String(at(body, 'next'));
    left = (at(body, 'items') as unknown[]).length;
  }
  await reader('PUT', '/v1/feed/cursor', { cursor });
}

async function recall({ stage, editor, reader }: Cast, verdict: string): Promise<void> {
  const ask = async () => {
    const { body } = await editor('GET', `/v1/verdicts/${verdict}/recipients`);
    const one = (at(body, 'items') as unknown[]).find((item) => at(item, 'member') === 'reader');
    return { received: at(one, 'received'), receivedCorrection: at(one, 'receivedCorrection') };
  };
  stage.check('the newsroom tool had revision 1', await ask(), { received: true, receivedCorrection: false });
  await acknowledgeAll(reader);
  stage.check('once it has read on', await ask(), { received: true, receivedCorrection: true });
}
