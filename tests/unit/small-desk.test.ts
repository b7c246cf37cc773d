/** A desk of two editors and a checker, in random weeks of work: whatever waits for a decision, somebody can decide. */
import { describe, expect, it } from 'vitest';
import { isRefusal } from '../../src/workflow/change.js';
import type { Docket } from '../../src/workflow/docket.js';
import { createLuck, seedOfRun, type Luck } from '../support/random.js';
import { after, newDocket, offersTo, people, writingsOf, type Deed } from '../support/small-desk.js';

/** A thousand among the long tests. */
const weeks = process.env['LONG'] === undefined ? 40 : 1_000;
const steps = 120;

/** By the moves that are offered, one after the other: at most two before the decision itself. */
function canBeDecided(docket: Docket, luck: Luck, left = 2): boolean {
  const offers = people.flatMap((who) => offersTo(docket, who, luck));
  if (offers.some(({ name, decide }) => name.endsWith(' approve') && !isRefusal(decide()))) return true;
  return left > 0 && offers.some(({ decide }) => leadsOn(docket, decide, luck, left));
}

function leadsOn(docket: Docket, decide: Deed['decide'], luck: Luck, left: number): boolean {
  const decision = decide();
  const next = isRefusal(decision) ? undefined : after(docket, decision);
  return next?.claim.status === 'in_approval' && canBeDecided(next, luck, left - 1);
}

/** Mostly the work goes on; otherwise few claims would come as far as a decision. */
const weightOf = ({ name }: Deed): number =>
  /accept|take|start|submit/.test(name) ? 12 : /approve|correct|withdraw|return/.test(name) ? 3 : 1;

/** What was done in one week, and what was reached. */
function live(luck: Luck): { waited: number; published: number; refusals: Set<string> } {
  let docket = newDocket();
  const told: string[] = [];
  const seen = { waited: 0, published: 0, refusals: new Set<string>() };
  for (let step = 0; step < steps; step++) {
    const who = luck.oneOf(people);
    const offers = offersTo(docket, who, luck).flatMap((deed) => Array<Deed>(weightOf(deed)).fill(deed));
    const writes = offers.length === 0 || luck.once(4);
    const { name, decide } = luck.oneOf(writes ? writingsOf(docket, who) : offers);
    const decision = decide();
    told.push(isRefusal(decision) ? `${name} (${decision.code})` : name);
    if (isRefusal(decision)) seen.refusals.add(decision.code);
    docket = after(docket, decision);
    if (docket.claim.status === 'published') seen.published++;
    if (docket.claim.status !== 'in_approval') continue;
    seen.waited++;
    if (!canBeDecided(docket, luck)) throw new Error(`nobody can decide:\n${told.join('\n')}`);
  }
  return seen;
}

describe('a desk of two editors and one checker', () => {
  it(`is never locked out of a decision in ${String(weeks)} random weeks`, () => {
    const seed = seedOfRun();
    const luck = createLuck(seed);
    const seen = { waited: 0, published: 0, refusals: new Set<string>() };
    for (let week = 0; week < weeks; week++) {
      try {
        const { waited, published, refusals } = live(luck);
        seen.waited += waited;
        seen.published += published;
        for (const code of refusals) seen.refusals.add(code);
      } catch (error) {
        throw new Error(`SEED=${String(seed)}, week ${String(week)}`, { cause: error });
      }
    }
    // Weeks in which nothing waits, or nobody is kept from writing, would show nothing.
    expect(seen.waited).toBeGreaterThan(weeks * 5);
    expect(seen.published).toBeGreaterThan(weeks / 2);
    expect([...seen.refusals]).toContain('nobody_left_to_decide');
  });
});
