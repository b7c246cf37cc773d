import type { Example } from '../../platform/http/examples.js';
import { claimExamples, nobody } from './claim-examples.js';
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

/** A request of each operation, as it can be sent to an installation with the first article. */
export function exampleOf({ id, path }: { id: string; path: string }): Example {
  const { params, ...given } = { ...claimExamples[id], ...recordExamples[id] };
  const [, own] = named.find(([prefix]) => path.startsWith(prefix)) ?? [];
  const names = Array.from(path.matchAll(/\{(\w+)\}/g), ([, name = '']) => name);
  const filled = Object.fromEntries(
    names.map((name) => [name, params?.[name] ?? (name === 'id' ? own : unnamed[name]) ?? nobody]),
  );
  return { ...(Object.values(filled).includes(nobody) && { status: 404 }), ...given, params: filled };
}

const unnamed: Readonly<Record<string, string>> = { number: '1' };
