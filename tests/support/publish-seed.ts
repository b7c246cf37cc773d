/** The whole first article checked and published: every claim of the seed through the API, as a desk would. */
import { bodyOf, decide, proposeVerdict, type Claim, type Verdict } from './desk.js';
import type { TestIsnad } from './test-runtime.js';
import { readClaim } from './desk.js';

/** Every rating of the scale has its turn; forecasts get theirs. */
const ratings = [
  'true',
  'mostly-true',
  'mixed',
  'misleading',
  'out-of-context',
  'mostly-false',
  'false',
  'fabricated',
  'satire',
  'unproven',
  'disputed',
  'not-checkable',
] as const;
const forecasts = ['pending', 'came-true', 'did-not-come-true'] as const;

/** A finding that suits the claim, whatever the turn. */
function bodyFor({ ref, kind, secondaryKinds }: Claim, turn: number, evidence: string): object {
  const isForecast = [kind, ...secondaryKinds].includes('forecast');
  const veracity = isForecast ? forecasts[turn % forecasts.length] : ratings[turn % ratings.length];
  const imports = {
    id: 's-res-1874-2009.9',
    act: 'Export of missiles',
    actor: 'DPRK',
    date: '2023',
    direction: 'from',
  };
  return {
    findings: { attribution: 'confirmed', fidelity: 'faithful', veracity },
    // One in four is written in one language only.
    rationale: {
      ...(turn % 4 !== 3 && { ar: `فحصنا الادعاء ${ref}، وهذا ما وجدناه.\nالفقرة الثانية.` }),
      ...(turn % 4 !== 2 && { en: `We looked into ${ref}, and this is what we found.\nA second paragraph.` }),
    },
    evidence: [evidence],
    provisions: kind === 'violation' ? [imports] : [],
  };
}

/** Publishes a verdict on every claim there is; refs in the order of the seed. */
export async function publishSeed(isnad: TestIsnad): Promise<string[]> {
  const { items } = bodyOf(await isnad.as('reader').get('/v1/claims?limit=200')) as { items: Claim[] };
  for (const [turn, { ref }] of items.entries()) await publish(isnad, await readClaim(isnad, ref), turn);
  return items.map(({ ref }) => ref);
}

async function publish(isnad: TestIsnad, claim: Claim, turn: number): Promise<void> {
  const added = await isnad.as('checker').post(`/v1/claims/${claim.ref}/evidence`, {
    url: `https://example.org/evidence/${claim.ref}`,
    stance: 'for',
    note: 'What was captured',
  });
  const { id } = added.body as { id: string };
  const verdict = await proposeVerdict(isnad, claim.ref, { body: bodyFor(claim, turn, id) });
  bodyOf(await decide(isnad, 'editor2', verdict, 'approve', acknowledging(verdict)));
}

const acknowledging = ({ conflicts }: Verdict): object => ({
  acknowledge: conflicts.map(({ claim }) => ({ claim: claim.ref, note: 'Both may stand in this test.' })),
});
