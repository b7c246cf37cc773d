import { createHash } from 'node:crypto';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { readSeed } from '../../prisma/seed/read.js';
import { allLinks } from '../../prisma/seed/seed-faults.js';
import type { Seed } from '../../prisma/seed/seed.schema.js';

const folder = fileURLToPath(new URL('../../prisma/seed/data', import.meta.url));

let seed: Seed;
beforeAll(async () => {
  seed = await readSeed(folder);
});

const claimOf = (ref: string) => {
  const claim = seed.claims.find((each) => each.ref === ref);
  if (!claim) throw new Error(`no claim ${ref}`);
  return claim;
};
const provisionOf = (ref: string) =>
  seed.instruments.flatMap(({ provisions }) => provisions).find((provision) => provision.ref === ref);
const edges = (from: string) =>
  seed.relations.filter((relation) => relation.from === from).map(({ type, to }) => `${type} ${to}`);

describe('the seed', () => {
  it('holds the whole inventory', () => {
    expect(seed.sources).toHaveLength(26);
    expect(seed.claims).toHaveLength(51);
    expect(seed.instruments).toHaveLength(12);
    expect(seed.scale.ratings).toHaveLength(15);
  });

  it('holds the article byte for byte', async () => {
    const bytes = await readFile(join(folder, 'article.ar.txt'));
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(
      '3f5a2ee25b59b6ec94267872eff291e6e6356d69b4cb05b16fa0095ba284f7f7',
    );
    expect(Buffer.from(seed.article.text, 'utf8').equals(bytes)).toBe(true);
    expect(seed.article.title).toBe(seed.article.text.split('\n')[0]);
  });

  it('cuts every quote out of the article at its code points', () => {
    const points = Array.from(seed.article.text);
    for (const { quote } of seed.claims)
      expect(points.slice(quote.start, quote.end).join('')).toBe(quote.exact);
  });

  it('has two deniers in C37, each a leaf, and the date no more precise than it is known', () => {
    const { kind, statementDate, attributions } = claimOf('C37');
    expect({ kind, statementDate }).toEqual({ kind: 'denial', statementDate: '../2024-06-18' });
    expect(attributions.map(({ source, verb, from }) => ({ source, verb, from }))).toEqual([
      { source: 'russia', verb: 'نفت', from: [] },
      { source: 'dprk', verb: 'نفت', from: [] },
    ]);
  });

  it('denies C34 and C32 outright, what the denial may not cover in part, and never contradicts', () => {
    expect(edges('C37').toSorted()).toEqual([
      'denies C32',
      'denies C34',
      'partly_denies C36',
      'partly_denies C40',
    ]);
    expect(edges('C27')).toContain('partly_denies C32');
    expect(seed.relations.filter(({ type }) => type === 'contradicts')).toEqual([]);
  });

  it('says in words what every weaker relation means', () => {
    const silent = seed.relations.filter(
      ({ type, note }) => ['qualifies', 'partly_denies'].includes(type) && note === undefined,
    );
    expect(silent).toEqual([]);
  });

  it('leaves the unnamed holders of the fears in C32 unnamed', () => {
    expect(claimOf('C32').attributions).toMatchObject([{ anonymous: true, from: [] }]);
    expect(claimOf('C32').attributions[0]).not.toHaveProperty('source');
  });

  it('follows relayed words back to their speaker', () => {
    const speakers = (ref: string) =>
      allLinks(claimOf(ref).attributions)
        .filter(({ from }) => from.length === 0)
        .map(({ source }) => source);
    expect(speakers('C21')).toEqual(['putin']);
    expect(speakers('C38')).toEqual(['kirby']);
    expect(speakers('C03')).toEqual(['russia', 'dprk']);
    expect(claimOf('C44').attributions).toEqual([]);
  });

  it('keeps the date of C17 unknown', () => {
    expect(claimOf('C17')).not.toHaveProperty('statementDate');
  });

  it('calls a paragraph verified only where content and number were both seen', () => {
    expect(provisionOf('s-res-1718-2006.8b')).toMatchObject({ verified: true, direction: 'from' });
    expect(provisionOf('s-res-1874-2009.9')).toMatchObject({ verified: false, inForceFrom: '2009-06-12' });
    expect(provisionOf('s-res-2270-2016.17')).toMatchObject({ verified: false });
    expect(
      seed.instruments
        .flatMap(({ provisions }) => provisions)
        .filter(({ verified }) => verified)
        .map(({ ref }) => ref),
    ).toEqual([
      's-res-1718-2006.8a-i',
      's-res-1718-2006.8a-ii',
      's-res-1718-2006.8b',
      's-res-1874-2009.10',
      's-res-1874-2009.26',
      's-res-2270-2016.8',
    ]);
  });

  it('keeps the unknown date and vote of resolution 2680 unknown', () => {
    const last = seed.instruments.find(({ ref }) => ref === 's-res-2680-2023');
    expect(last).toMatchObject({ adopted: null, vote: null, chapterVii: null });
    expect(provisionOf('s-res-2680-2023.1')).toMatchObject({ inForceFrom: null });
  });

  it('links the votes of C45 to eleven resolutions as wholes', () => {
    const { provisions } = claimOf('C45');
    expect(provisions).toHaveLength(11);
    for (const { provision, instrument } of provisions) {
      expect(provision).toBeUndefined();
      expect(instrument).toMatch(/^s-res-/);
    }
  });

  it('finds sources by the spellings of other papers', () => {
    const spelt = (text: string) =>
      seed.sources.filter(({ names }) => names.some((name) => name.text === text)).map(({ ref }) => ref);
    expect(spelt('بيونغ يانغ')).toEqual(['dprk']);
    expect(spelt('بيونغيانغ')).toEqual(['dprk']);
    expect(spelt('كيم جونغ أون')).toEqual(['kim-jong-un']);
    expect(spelt('NEXTA')).toEqual(['nexta']);
  });

  it('is written in composed characters, so that names are stored as they stand', async () => {
    for (const file of ['article.json', 'sources.json', 'instruments.json', 'ratings.json', 'claims.json']) {
      const text = await readFile(join(folder, file), 'utf8');
      expect(text.normalize('NFC')).toBe(text);
    }
  });
});

describe('a seed at fault', () => {
  let broken: string;
  beforeEach(async () => {
    broken = await mkdtemp(join(tmpdir(), 'seed-'));
    await cp(folder, broken, { recursive: true });
  });
  afterEach(async () => {
    await rm(broken, { recursive: true });
  });

  const edit = async (file: string, change: (text: string) => string): Promise<void> => {
    const text = await readFile(join(broken, file), 'utf8');
    const changed = change(text);
    expect(changed).not.toBe(text);
    await writeFile(join(broken, file), changed);
  };

  it('is refused for a quote that is not at its place, naming claim, file and line', async () => {
    await edit('claims.json', (text) => text.replace('"start": 3844', '"start": 3845'));
    await expect(readSeed(broken)).rejects.toThrow(
      'claims.json: the quote of C37 is not at code points 3845–3883 of article.ar.txt (line 22)',
    );
  });

  it('is refused for a quote that only resembles the article', async () => {
    await edit('claims.json', (text) => text.replace('وقد نفت موسكو', 'وقد نفــت موسكو'));
    await expect(readSeed(broken)).rejects.toThrow('the quote of C37');
  });

  it('is refused for a changed text of the article', async () => {
    await edit('article.ar.txt', (text) => `${text}\n`);
    await expect(readSeed(broken)).rejects.toThrow('SHA-256');
  });

  it('is refused for unknown fields', async () => {
    await edit('sources.json', (text) => text.replace('"kind"', '"color": "red", "kind"'));
    await expect(readSeed(broken)).rejects.toThrow(/sources\.json[^]*color/);
  });

  it('is refused for refs to nothing, all of them named at once', async () => {
    await edit('sources.json', (text) => text.replace('"ref": "dprk"', '"ref": "north-korea"'));
    await edit('relations.json', (text) => text.replace('"to": "C10"', '"to": "C99"'));
    await expect(readSeed(broken)).rejects.toThrow(/C37: there is no source dprk[^]*there is no claim C99/);
  });

  it('is refused for refs given twice and claims related to themselves', async () => {
    await edit('sources.json', (text) => text.replace('"ref": "kirby"', '"ref": "miller"'));
    await edit('relations.json', (text) => text.replace('"to": "C10"', '"to": "T1"'));
    await expect(readSeed(broken)).rejects.toThrow(/miller is there more than once[^]*T1 relates to itself/);
  });
});
