/** What concerns each at the desk, and nobody else. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inboxTypes } from '../../src/domain/inbox/sentences.js';
import { operator } from '../../src/domain/access/rules.js';
import { anyVersion, apiOf } from '../support/api.js';
import { faultsOf } from '../support/bodies.js';
import {
  bodyOf,
  decide,
  enterClaim,
  move,
  moveTask,
  proposeVerdict,
  publishVerdict,
  readProposed,
  readStatus,
  readTask,
  madeOf,
  takeTask,
  verdictBody,
  acceptClaim,
} from '../support/desk.js';
import { createIsnad, type Person, type TestIsnad } from '../support/test-runtime.js';

let isnad: TestIsnad;
beforeAll(async () => {
  isnad = await createIsnad({ seeded: true });
  bodyOf(await isnad.as('editor').patch('/v1/policies/desk', { wipLimit: 1000 }));
});
afterAll(() => isnad.close());

interface Item {
  type: string;
  position: string;
  unread: boolean;
  sentence: { ar: string; en: string };
  claim: { ref: string } | null;
  waits: boolean | null;
  actor: { ref: string } | null;
  note: string | null;
  stage: string | null;
}
interface Inbox {
  items: Item[];
  next: string | null;
  unread: number;
}
const read = async (person: Person, query = ''): Promise<Inbox> => {
  await isnad.work();
  return bodyOf(await isnad.as(person).get(`/v1/desk/inbox${query}`)) as Inbox;
};
const about = async (person: Person, ref: string): Promise<Item[]> =>
  (await read(person)).items.filter(({ claim }) => claim?.ref === ref);
const mark = (person: Person, upTo: string) => isnad.as(person).put('/v1/desk/inbox/read', { upTo });

describe('the inbox', () => {
  it('tells the author of a verdict that it came back, with the note, and nobody else', async () => {
    const ref = await enterClaim(isnad);
    const verdict = await proposeVerdict(isnad, ref);
    bodyOf(await decide(isnad, 'editor', verdict, 'return', { note: 'The date is wrong.' }));
    expect(await about('checker', ref)).toMatchObject([
      {
        type: 'claim.returned',
        actor: { ref: 'editor' },
        note: 'The date is wrong.',
        sentence: { en: 'The editor returned the verdict to you, with a note.' },
        unread: true,
      },
    ]);
    for (const person of ['checker2', 'editor', 'editor2'] as const)
      expect(await about(person, ref)).toEqual([]);
  });

  it('holds a claim once, with the newest of what happened', async () => {
    const ref = await enterClaim(isnad);
    await publishVerdict(isnad, ref);
    bodyOf(await move(isnad, 'editor', ref, { event: 'correct', reason: 'error', note: 'A slip.' }));
    expect((await about('checker', ref)).map(({ type }) => type)).toEqual(['claim.correction_started']);
    await isnad.work();
    bodyOf(
      await moveTask(isnad, 'editor', await readTask(isnad, ref), { event: 'assign', assignee: 'checker' }),
    );
    const [newest, ...more] = await about('checker', ref);
    expect([newest?.type, newest?.stage, more]).toEqual(['task.assigned', 'correction', []]);
    expect(newest?.sentence.ar).toContain('التصحيح');
  });

  it('tells who holds an approval which parts of what they read have changed', async () => {
    const ref = await enterClaim(isnad);
    const verdict = await proposeVerdict(isnad, ref);
    await takeTask(isnad, ref, 'editor2');
    await readProposed(isnad, verdict);
    const gloss = { glosses: { en: 'The delegation will come' } };
    bodyOf(await isnad.as('checker').patch(`/v1/claims/${ref}`, gloss, anyVersion));
    const { id } = await readStatus(isnad, ref);
    await isnad.services.editions.compareEditions({ about: 'claim', id });
    const [newest] = await about('editor2', ref);
    expect(newest?.sentence).toEqual({
      ar: 'تغيّر ما سيُنشر بعد أن قُرئ للموافقة عليه (الادعاء بعبارة أخرى)؛ اقرأه من جديد.',
      en: 'What would be published has changed since it was read for approval (the claim in other words): read it again.',
    });
  });

  it('says what was not read yet; a mark goes forward only, and what comes later is unread again', async () => {
    const [one, other] = [await enterClaim(isnad), await enterClaim(isnad)];
    for (const ref of [one, other]) {
      await acceptClaim(isnad, ref);
      bodyOf(
        await moveTask(isnad, 'editor', await readTask(isnad, ref), {
          event: 'assign',
          assignee: 'checker2',
        }),
      );
    }
    const before = await read('checker2');
    expect(before.unread).toBe(2);
    const [newer, older] = before.items;
    expect([newer?.claim?.ref, older?.claim?.ref]).toEqual([other, one]);
    expect(bodyOf(await mark('checker2', older?.position ?? ''))).toEqual({ unread: 1 });
    expect(bodyOf(await mark('checker2', newer?.position ?? ''))).toEqual({ unread: 0 });
    expect(bodyOf(await mark('checker2', older?.position ?? ''))).toEqual({ unread: 0 });
    expect((await read('checker2')).items.map(({ unread }) => unread)).toEqual([false, false]);
    const task = await readTask(isnad, one);
    bodyOf(await moveTask(isnad, 'checker2', task, { event: 'release' }));
    bodyOf(
      await moveTask(isnad, 'editor', await readTask(isnad, one), { event: 'assign', assignee: 'checker2' }),
    );
    const after = await read('checker2');
    expect(after.items.map(({ claim, unread }) => [claim?.ref, unread])).toEqual([
      [one, true],
      [other, false],
    ]);
    // Nobody reads beforehand what has not happened.
    expect((await mark('checker2', '999999999999999999')).status).toBe(200);
    await acceptClaim(isnad, await enterClaim(isnad));
    bodyOf(await moveTask(isnad, 'checker2', await readTask(isnad, one), { event: 'release' }));
    bodyOf(
      await moveTask(isnad, 'editor', await readTask(isnad, one), { event: 'assign', assignee: 'checker2' }),
    );
    expect((await read('checker2')).unread).toBe(1);
  });

  it('gives pages that fit together, and refuses places it did not give', async () => {
    const whole = await read('checker');
    expect(whole.items.length).toBeGreaterThan(1);
    const walked: Item[] = [];
    let next: string | null = '';
    while (next !== null) {
      const page: Inbox = await read('checker', `?limit=1${next === '' ? '' : `&after=${next}`}`);
      walked.push(...page.items);
      next = page.next;
    }
    expect(walked).toEqual(whole.items);
    const wrong = await isnad.as('checker').get('/v1/desk/inbox?after=x');
    expect([wrong.status, faultsOf(wrong)]).toEqual([400, ['after']]);
    expect((await mark('checker', 'x')).status).toBe(400);
  });

  it('brings an erasure before those who can confirm it, and a notice before the other editors', async () => {
    const ref = await enterClaim(isnad);
    const target = { kind: 'claim', id: ref };
    expect((await isnad.as('admin').post('/v1/erasures', { target, reason: 'person_asked' })).status).toBe(
      202,
    );
    const newest = async (person: Person) => (await read(person)).items[0]?.type;
    expect(await newest('editor')).toBe('privileged_change.asked');
    expect(await newest('admin')).not.toBe('privileged_change.asked');
    const published = await enterClaim(isnad);
    await publishVerdict(isnad, published);
    const note = 'A caption was taken for a quote.';
    bodyOf(await move(isnad, 'editor', published, { event: 'retract', reason: 'error', note }));
    expect((await about('editor2', published)).map(({ type }) => type)).toEqual(['claim.notice_proposed']);
    expect(await about('editor', published)).toEqual([]);
    expect((await about('checker', published)).map(({ type }) => type)).toEqual(['claim.retracted']);
  });

  it('says that a notice is decided on, and counts it as read, also for the editor who decided', async () => {
    const ref = await enterClaim(isnad);
    await publishVerdict(isnad, ref);
    const note = 'A caption was taken for a quote.';
    bodyOf(await move(isnad, 'editor', ref, { event: 'retract', reason: 'error', note }));
    const waiting = await read('editor2');
    expect(waiting.items[0]).toMatchObject({ type: 'claim.notice_proposed', waits: true, unread: true });
    const editions = `/v1/claims/${ref}/editions`;
    const { items } = bodyOf(await isnad.as('editor2').get(editions)) as {
      items: { digest: string; status: string }[];
    };
    const { digest } = items.find(({ status }) => status === 'proposed') ?? { digest: '' };
    bodyOf(await isnad.as('editor2').post(`${editions}/${digest}/transitions`, { event: 'approve' }));
    const after = await read('editor2');
    expect(after.items[0]).toMatchObject({
      type: 'claim.notice_proposed',
      waits: false,
      unread: false,
      sentence: { en: 'The editor wrote a notice for readers; it has been decided on.' },
    });
    expect(after.unread).toBe(waiting.unread - 1);
  });

  it('says of an erasure that it is one, and that it waits for nobody once it was confirmed', async () => {
    const target = { kind: 'claim', id: await enterClaim(isnad) };
    const asked = await isnad.as('admin').post('/v1/erasures', { target, reason: 'person_asked' });
    const { id } = asked.body as { id: string };
    const [before] = (await read('editor')).items;
    expect([before?.waits, before?.sentence.en]).toEqual([
      true,
      expect.stringContaining('to erase words for good'),
    ]);
    bodyOf(await isnad.as('editor').post(`/v1/erasures/${id}/transitions`, { event: 'confirm' }, anyVersion));
    const [after] = (await read('editor')).items;
    expect(after).toMatchObject({ type: 'privileged_change.asked', waits: false, unread: false });
  });

  it('tells nobody of a change that waits for an admin once they are none any more', async () => {
    const person = { kind: 'person' as const, languages: [], topics: [] };
    const { services } = isnad;
    await services.members.ensure({ ...person, ref: 'admin2', role: 'admin', name: 'Second' }, operator);
    const { key } = await services.keys.createKey({ memberRef: 'admin2', name: 'Inbox' }, operator);
    const second = apiOf(isnad.app).as(key);
    const wanted = { ref: 'third-editor', kind: 'person', name: 'Third', role: 'editor' };
    expect((await isnad.as('admin').post('/v1/members', wanted)).status).toBe(202);
    await isnad.work();
    const seen = async () => {
      const { items, unread } = bodyOf(await second.get('/v1/desk/inbox')) as Inbox;
      return { types: items.map(({ type }) => type), unread };
    };
    expect(await seen()).toEqual({ types: ['privileged_change.asked'], unread: 1 });
    await services.members.change('admin2', { role: 'checker' }, operator, () => undefined);
    expect(await seen()).toEqual({ types: [], unread: 0 });
  });

  it('brings a clash that arises after publication before the editors, and tells no reader of it', async () => {
    const [denial, accusation, doubt] = [
      await enterClaim(isnad),
      await enterClaim(isnad),
      await enterClaim(isnad),
    ];
    for (const ref of [denial, accusation]) await publishVerdict(isnad, ref, { body: verdictBody('true') });
    await publishVerdict(isnad, doubt, { body: verdictBody('unproven') });
    const relate = async (from: string, to: string) =>
      madeOf(await isnad.as('checker2').post(`/v1/claims/${from}/relations`, { type: 'denies', to }));
    await relate(doubt, accusation);
    await relate(denial, accusation);
    for (const person of ['editor', 'editor2'] as const) {
      expect((await about(person, denial)).map(({ type }) => type)).toEqual(['claim.clash_arose']);
      expect(await about(person, doubt)).toEqual([]);
    }
    const { items } = bodyOf(
      await isnad.as('reader').get('/v1/feed?after=start&limit=200&types=claim.clash_arose'),
    ) as {
      items: { claim: string; withheld?: boolean; data?: unknown }[];
    };
    expect(items.filter(({ claim }) => claim === denial)).toMatchObject([{ withheld: true }]);
    expect(JSON.stringify(items)).not.toContain('denies');
  });

  it('brings a published claim whose quote the article no longer has before its author and the editors', async () => {
    const between =
      ' وتناول اللقاء ملفات كثيرة منها التجارة والزراعة والنقل والتعليم والصحة والسياحة والبيئة والثقافة. ';
    const sentences = [
      'غادر الوفد المدينة صباحا.',
      'وبقي الوزير في بيته طوال اليوم.',
      'وأرسلت السفينة إلى الميناء القديم ليلا.',
    ];
    const said = sentences.join(between);
    const article = { title: 'الوفد', language: 'ar', url: 'https://revised.example/1', text: said };
    const { ref } = madeOf(await isnad.as('editor').post('/v1/articles', article)) as { ref: string };
    const quotes = [
      'غادر الوفد المدينة',
      'وبقي الوزير في بيته طوال اليوم',
      'أرسلت السفينة إلى الميناء القديم',
    ];
    const refs: string[] = [];
    for (const exact of quotes)
      refs.push(
        (
          madeOf(
            await isnad
              .as('checker')
              .post('/v1/claims', { article: ref, kind: 'observation', quote: { exact } }),
          ) as { ref: string }
        ).ref,
      );
    const [kept = '', lost = ''] = refs;
    const heard = async (person: Person): Promise<Item[]> =>
      (await read(person)).items.filter(({ type }) => type === 'article.revised');
    const revise = async (text: string): Promise<unknown> =>
      madeOf(await isnad.as('editor').post(`/v1/articles/${ref}/versions`, { text }));
    await publishVerdict(isnad, kept);
    const second = said.replace(sentences[2] ?? '', '');
    await revise(second);
    expect(await heard('checker')).toEqual([]);
    await publishVerdict(isnad, lost);
    await revise(second.replace(sentences[1] ?? '', ''));
    for (const person of ['checker', 'editor2'] as const)
      expect(await heard(person)).toMatchObject([
        { claim: null, subject: { type: 'article' }, actor: { ref: 'editor' } },
      ]);
    for (const person of ['editor', 'checker2'] as const) expect(await heard(person)).toEqual([]);
    const third = second.replace(sentences[1] ?? '', '');
    const positions = async () => (await heard('editor2')).map(({ position }) => position);
    const told = await positions();
    await revise(`${third} وعاد الوفد مساء.`);
    expect(await positions()).toEqual(told);
    await revise(said);
    expect(await positions()).toEqual(told);
    await revise(third);
    expect(await positions()).not.toEqual(told);
  });

  it('tells of a lost quote once its claim is published, though an earlier version had lost it', async () => {
    const text = 'غادر الوفد المدينة صباحا. وبقي الوزير في بيته طوال اليوم.';
    const article = { title: 'الوزير', language: 'ar', url: 'https://revised.example/2', text };
    const { ref } = madeOf(await isnad.as('editor').post('/v1/articles', article)) as { ref: string };
    const quote = { exact: 'وبقي الوزير في بيته طوال اليوم' };
    const entered = await isnad
      .as('checker')
      .post('/v1/claims', { article: ref, kind: 'observation', quote });
    const revise = async (then: string): Promise<unknown> =>
      madeOf(await isnad.as('editor').post(`/v1/articles/${ref}/versions`, { text: then }));
    const heard = async () =>
      (await read('editor2')).items.filter(({ sentence }) => sentence.en.startsWith('An article has changed'))
        .length;
    const before = await heard();
    await revise('غادر الوفد المدينة صباحا.');
    expect(await heard()).toBe(before);
    await publishVerdict(isnad, (madeOf(entered) as { ref: string }).ref);
    await revise('غادر الوفد المدينة مساء.');
    expect(await heard()).toBe(before + 1);
  });

  it('knows in the database the same types as in its sentences', async () => {
    const { rows } = await isnad.database.pool.query<{ source: string }>(
      `SELECT prosrc AS source FROM pg_proc WHERE proname = 'concerned_by'`,
    );
    const named = Array.from(
      String(rows[0]?.source).matchAll(/'((?:task|claim|verdict|edition|article|privileged_change)\.\w+)'/g),
      ([, type]) => type,
    );
    // By that it finds who added the evidence.
    expect([...new Set(named)].sort()).toEqual([...inboxTypes, 'claim.evidence_added'].sort());
  });
});
