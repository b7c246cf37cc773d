import { afterAll, beforeAll, expect, it } from 'vitest';
import { warnUnnamed } from '../../src/publishing/warn-unnamed.js';
import { readEnv } from '../../src/platform/config/env.js';
import { enterClaim, publishVerdict } from '../support/desk.js';
import { createIsnad, type TestIsnad } from '../support/test-runtime.js';

let isnad: TestIsnad;
beforeAll(async () => {
  isnad = await createIsnad({ seeded: true });
});
afterAll(() => isnad.close());

it('what is published without PUBLISHER_NAME, PUBLIC_URL or PUBLISHER_CONTACT is warned of, naming what is not set', async () => {
  const warnings: unknown[] = [];
  const log = { warn: (facts: unknown) => void warnings.push(facts) };
  const look = (given: Record<string, string>): Promise<boolean> => {
    const { unsetForPublic: unset } = readEnv(given);
    return warnUnnamed({ pool: isnad.database.pool, log, unset });
  };
  expect([await look({}), warnings]).toEqual([false, []]);
  await publishVerdict(isnad, await enterClaim(isnad, { test: true }));
  expect([await look({}), warnings]).toEqual([false, []]);
  await publishVerdict(isnad, await enterClaim(isnad));
  expect([await look({}), await look({ PUBLISHER_NAME: 'Desk' })]).toEqual([true, true]);
  expect(warnings).toEqual([
    { settings: ['PUBLISHER_NAME', 'PUBLIC_URL', 'PUBLISHER_CONTACT'] },
    { settings: ['PUBLIC_URL', 'PUBLISHER_CONTACT'] },
  ]);
  const whole = {
    PUBLISHER_NAME: 'Desk',
    PUBLIC_URL: 'https://desk.example',
    PUBLISHER_CONTACT: 'desk@desk.example',
  };
  expect(readEnv(whole).unsetForPublic).toEqual([]);
});
