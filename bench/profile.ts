/** Where a process spent its time, read from what `node --cpu-prof` wrote: by package and file, each for itself. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { projectRoot } from '../src/platform/project-root.js';

interface Profile {
  nodes: { id: number; callFrame: { functionName: string; url: string } }[];
  samples: number[];
  timeDeltas: number[];
}

interface Share {
  where: string;
  /** Of the time in which the process was not idle. */
  share: number;
  /** The dearest functions in there. */
  functions: { name: string; share: number }[];
}

/** What Node is told, so that it writes one when it ends. */
export const profiledInto = (folder: string, name: string): string[] => [
  '--cpu-prof',
  `--cpu-prof-dir=${folder}`,
  `--cpu-prof-name=${name}${ending}`,
];

export async function readProfiles(folder: string): Promise<{ name: string; profile: Profile }[]> {
  const files = (await readdir(folder)).filter((file) => file.endsWith(ending));
  return Promise.all(
    files.map(async (file) => ({
      name: file.slice(0, -ending.length),
      profile: JSON.parse(await readFile(join(folder, file), 'utf8')) as Profile,
    })),
  );
}

const ending = '.cpuprofile';

export function sharesOf({ nodes, samples, timeDeltas }: Profile, most = 14): Share[] {
  const frames = new Map(nodes.map(({ id, callFrame }) => [id, callFrame]));
  const places = new Map<string, Map<string, number>>();
  let busy = 0;
  for (const [index, sample] of samples.entries()) {
    const frame = frames.get(sample);
    if (!frame || frame.functionName === '(idle)') continue;
    const time = timeDeltas[index] ?? 0;
    busy += time;
    const where = placeOf(frame);
    const functions = places.get(where) ?? new Map<string, number>();
    places.set(where, functions.set(frame.functionName, (functions.get(frame.functionName) ?? 0) + time));
  }
  const dearest = (functions: Map<string, number>) =>
    [...functions].map(([name, time]) => ({ name, share: time / busy })).sort((a, b) => b.share - a.share);
  return [...places]
    .map(([where, functions]) => ({
      where,
      share: [...functions.values()].reduce((sum, time) => sum + time, 0) / busy,
      functions: dearest(functions).slice(0, 4),
    }))
    .sort((a, b) => b.share - a.share)
    .slice(0, most);
}

function placeOf({ functionName, url }: Profile['nodes'][number]['callFrame']): string {
  if (url === '') return functionName.startsWith('(') ? functionName : 'V8';
  if (url.startsWith('node:')) return url;
  if (url.startsWith('wasm:')) return 'WebAssembly';
  const path = url.startsWith('file:') ? fileURLToPath(url) : url;
  const installed = path.split('/node_modules/').at(-1) ?? '';
  if (installed !== path) return installed.split('/', installed.startsWith('@') ? 2 : 1).join('/');
  return path.replace(join(projectRoot, 'dist/'), '');
}

const percent = (share: number): string => `${(share * 100).toFixed(1)} %`;

export const renderShares = (shares: readonly Share[]): string =>
  shares
    .map(
      ({ where, share, functions }) =>
        `${percent(share).padStart(7)}  ${where}: ${functions
          .map((each) => `${each.name === '' ? '(anonymous)' : each.name} ${percent(each.share)}`)
          .join(', ')}`,
    )
    .join('\n');
