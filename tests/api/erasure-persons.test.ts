/** Who it takes for an erasure: two persons where there are two, by the API, the command and the database itself. */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { DatabaseError } from 'pg';
import { permissionToAsk, permissionToDecide } from '../../src/domain/access/privileged-change.js';
import { may, operator, roles } from '../../src/domain/access/rules.js';
import { withSessionLock } from '../../src/platform/db/session-lock.js';
import { lookingLock } from '../../src/resources/erasures/erasure.repository.js';
import { anyVersion } from '../support/api.js';
import { problemOf } from '../support/bodies.js';
import { enterClaim, memberIdOf } from '../support/desk.js';
import { askedOf, askErasure, decideOnErasure } from '../support/erasures.js';
import { findInDatabase } from '../support/find-in-database.js';
import { runCommand } from '../support/run-command.js';
import { askToErase, tieMembers } from '../support/second-persons.js';
import { createIsnad, type Person, type TestIsnad } from '../support/test-runtime.js';

const leave = (isnad: TestIsnad, person: Person) =>
  isnad.services.members.change(person, { active: false }, operator, () => undefined);

describe('an erasure', () => {
  let isnad: TestIsnad;
  beforeEach(async () => {
    isnad = await createIsnad();
  });
  afterEach(() => isnad.close());

  const word = 'canary-alone-q7x';
  const enter = () => enterClaim(isnad, { glosses: { en: word } });
  const command = (claim: string, ...more: string[]) =>
    runCommand(['erase', 'claim', claim, '--reason', 'mistake', ...more], {
      DATABASE_URL: isnad.url,
      DATABASE_OWNER_URL: isnad.ownerUrl,
    });
  const erased = async () => {
    const { rows } = await isnad.database.pool.query<{ data: object }>(
      `SELECT data || jsonb_build_object('actor', actor_id) AS data FROM events WHERE type = 'content.erased'`,
    );
    return rows.map(({ data }) => data);
  };

  it('an erasure by the command is refused where two persons could do it, but with a reason that its event names', async () => {
    const claim = await enter();
    const refused = await command(claim);
    expect([refused.code, refused.err]).toEqual([
      1,
      expect.stringMatching(
        /^isnad: Two persons .*POST \/v1\/erasures.*--alone.*urgent, unreachable, concerned\.\n$/,
      ),
    ]);
    expect(await findInDatabase(isnad.database.pool, word)).not.toEqual([]);
    expect(await command(claim, '--alone', 'because')).toMatchObject({
      code: 1,
      err: expect.stringContaining('--alone: ') as string,
    });
    expect(await erased()).toEqual([]);

    expect(await command(claim, '--alone', 'unreachable')).toMatchObject({ code: 0 });
    expect(await findInDatabase(isnad.database.pool, word)).toEqual([]);
    expect(await erased()).toEqual([
      expect.objectContaining({ operator: true, actor: null, aloneBecause: 'unreachable' }),
    ]);
    const { rows } = await isnad.database.pool.query<object>(
      `SELECT type, data -> 'operator' AS operator, actor_id AS actor, data -> 'askedBy' AS asked, data -> 'decidedBy' AS decided
       FROM events WHERE subject_type = 'privileged_change' ORDER BY seq`,
    );
    const byCommand = { operator: true, actor: null, asked: null, decided: null };
    expect(rows).toEqual([
      { type: 'privileged_change.asked', ...byCommand },
      { type: 'privileged_change.confirmed', ...byCommand },
    ]);
  });

  it('is asked for in vain where nobody else could confirm it, and left to the command, which asks for no reason then', async () => {
    const claim = await enter();
    await tieMembers(isnad, 'admin', 'editor2');
    await leave(isnad, 'editor');
    const ask = () =>
      isnad.as('admin').post('/v1/erasures', { target: { kind: 'claim', id: claim }, reason: 'mistake' });
    const refused = await ask();
    expect([refused.status, problemOf(refused).code]).toEqual([409, 'nobody_to_confirm']);
    expect((await isnad.as('admin').get('/v1/erasures')).body).toMatchObject({ items: [] });
    expect(await command(claim)).toMatchObject({ code: 0 });
    const [event] = await erased();
    expect(event).toMatchObject({ operator: true });
    expect(event).not.toHaveProperty('aloneBecause');
  });

  it('is left to the command where there is no admin who could ask for it', async () => {
    const claim = await enter();
    await isnad.owner.query(`UPDATE members SET role = 'reader' WHERE role = 'admin'`);
    expect(await command(claim)).toMatchObject({ code: 0 });
  });
});

describe('kept answers', () => {
  let isnad: TestIsnad;
  beforeAll(async () => {
    isnad = await createIsnad();
  });
  afterAll(() => isnad.close());

  it('are looked through for one erasure at a time, and for nobody who may not confirm it', async () => {
    const claim = { kind: 'claim', id: await enterClaim(isnad) };
    const [asked, late] = [
      askedOf(await askErasure(isnad, claim)),
      askedOf(await askErasure(isnad, claim, { texts: ['note'] })),
    ];
    await isnad.owner.query('UPDATE privileged_changes SET lapses_at = desk_now() WHERE id = $1', [late.id]);
    const told = async (
      change: typeof asked,
      person: Person,
      headers: Record<string, string> = anyVersion,
    ) => {
      const path = `/v1/erasures/${change.id}/transitions`;
      const answer = await isnad.as(person).post(path, { event: 'confirm' }, headers);
      return [answer.status, problemOf(answer).code, answer.headers['retry-after']];
    };
    const refusals = await withSessionLock(isnad.database.pool, lookingLock, async () => [
      await told(asked, 'admin'),
      await told(late, 'editor'),
      await told(asked, 'editor', { 'If-Match': '"other"' }),
      await told(asked, 'editor'),
    ]);
    expect(refusals).toEqual([
      [403, 'same_person', undefined],
      [409, 'privileged_change_lapsed', undefined],
      [412, 'stale', undefined],
      [409, 'changed_meanwhile', '10'],
    ]);
    expect((await decideOnErasure(isnad, asked, 'confirm')).status).toBe(200);
  });
});

describe('in the database itself, an erasure by the application', () => {
  let isnad: TestIsnad;
  let id: string;
  beforeAll(async () => {
    isnad = await createIsnad();
    await tieMembers(isnad, 'admin', 'editor2');
    ({ id } = await askToErase(isnad));
  });
  afterAll(() => isnad.close());

  /** What refuses it; undefined where it is carried out, which is taken back. `before`: in the same transaction. */
  async function refusal(second: Person, before = 'SELECT', on = id): Promise<string | undefined> {
    const client = await isnad.database.pool.connect();
    try {
      await client.query('BEGIN');
      await client.query(before);
      await client.query('SELECT erase($1, $2)', [on, await memberIdOf(isnad, second)]);
      return undefined;
    } catch (error) {
      return (error as DatabaseError).constraint ?? String(error);
    } finally {
      await client.query('ROLLBACK');
      client.release();
    }
  }

  it.each<[what: string, second: Person, before?: string]>([
    ['whoever asked', 'admin'],
    ['another member of the same person', 'editor2'],
    ['a checker', 'checker'],
    ['an editor who has left', 'editor', `UPDATE members SET active = false WHERE ref = 'editor'`],
    [
      'an editor, for an admin who has left',
      'editor',
      `UPDATE members SET active = false WHERE ref = 'admin'`,
    ],
    [
      'an editor, once it was rejected',
      'editor',
      `UPDATE privileged_changes SET status = 'rejected', decided_at = desk_now()`,
    ],
    [
      'a checker who is an editor in a table of the same name',
      'checker',
      `CREATE TEMP TABLE members ON COMMIT DROP AS SELECT * FROM public.members;
       UPDATE pg_temp.members SET role = 'editor' WHERE ref = 'checker'`,
    ],
  ])('is not confirmed by %s', async (_what, second, before) => {
    expect(await refusal('editor')).toBeUndefined();
    expect(await refusal(second, before)).toBe('erasures_two_persons');
  });

  const cells = roles.flatMap((asker) => roles.map((second) => ({ asker, second })));
  it.each(cells)(
    'asked for by one who is $asker by now, confirmed by $second: as in the rules',
    async (cell) => {
      const { asker, second } = cell;
      const isAllowed = may(asker, permissionToAsk) && may(second, permissionToDecide('erase'));
      const becomes = `UPDATE members SET role = CASE ref WHEN 'admin' THEN '${asker}' ELSE '${second}' END::role WHERE ref IN ('admin', 'editor')`;
      expect(await refusal('editor', becomes)).toBe(isAllowed ? undefined : 'erasures_two_persons');
    },
  );

  it('is not confirmed by an editor when its time is over, and its time is not the application’s to change', async () => {
    const moveEnd = (by: string): string =>
      `UPDATE privileged_changes SET lapses_at = lapses_at + interval '${by}' WHERE id = '${id}'`;
    expect(await refusal('editor', moveEnd('1 hour'))).toBe('privileged_changes_wait_first');
    await isnad.owner.query(moveEnd('-30 days'));
    expect(await refusal('editor')).toBe('erasures_two_persons');
    await isnad.owner.query(moveEnd('30 days'));
    expect(await refusal('editor')).toBeUndefined();
  });

  it('is not confirmed where the history knows of nobody who asked for it', async () => {
    const { rows } = await isnad.database.pool.query<{ id: string }>(
      `INSERT INTO privileged_changes (id, kind, wanted, before, status, asked_by_id, asked_at, lapses_at)
       SELECT gen_random_uuid(), kind, wanted, before, status, asked_by_id, asked_at, lapses_at FROM privileged_changes WHERE id = $1
       RETURNING id`,
      [id],
    );
    expect(await refusal('editor', 'SELECT', rows[0]?.id)).toBe('erasures_two_persons');
  });
});
