import type { Example } from '../../platform/http/examples.js';
import { claimExamples } from './claim-examples.js';
import { madeNames, type FoundIds, type MadeIds } from './made-ids.queries.js';
import { recordExamples } from './record-examples.js';

/** Things of the first article, and members of the first start, by the beginning of the path that names one. */
const named: readonly (readonly [path: string, id: string])[] = [
  ['/v1/claims/', 'C34'],
  ['/v1/articles/', 'putin-pyongyang-2024'],
  ['/v1/sources/', 'putin'],
  ['/v1/instruments/', 's-res-1718-2006'],
  ['/v1/provisions/', 's-res-1718-2006.8b'],
  ['/v1/members/', 'checker'],
];

/** What an installation has none of is asked for by a name that nothing has. */
const nobody = '01900000-0000-7000-8000-000000000000';
const noDigest = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';
const digests: readonly string[] = ['edition', 'notice'];

/** A request of each operation, as it can be sent to an installation that was begun with the first article and `found`. */
export function examplesWith(found: FoundIds): (operation: { id: string; path: string }) => Example {
  const made = Object.fromEntries(
    madeNames.map((name) => [name, found[name] ?? (digests.includes(name) ? noDigest : nobody)]),
  ) as MadeIds;
  const given = { ...claimExamples(made), ...recordExamples(made) };
  return ({ id, path }) => exampleOf(path, given[id]);
}

function exampleOf(path: string, { params, ...given }: Example = {}): Example {
  const [, own] = named.find(([prefix]) => path.startsWith(prefix)) ?? [];
  const names = Array.from(path.matchAll(/\{(\w+)\}/g), ([, name = '']) => name);
  const filled = Object.fromEntries(
    names.map((name) => [name, params?.[name] ?? (name === 'id' ? own : unnamed[name]) ?? nobody]),
  );
  const unknown = Object.values(filled).some((id) => id === nobody || id === noDigest);
  return { ...(unknown && { status: 404 }), ...given, params: filled };
}

const unnamed: Readonly<Record<string, string>> = { number: '1' };
