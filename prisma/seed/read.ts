import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { seedFaults } from './seed-faults.js';
import {
  articleFile,
  claimsFile,
  instrumentsFile,
  relationsFile,
  scaleFile,
  sourcesFile,
  type Seed,
} from './seed.schema.js';

/** Reads and checks the files of a seed. Throws an Error whose message names every fault by file and ref. */
export async function readSeed(folder: string): Promise<Seed> {
  const { sha256, ...article } = await readJson(folder, 'article.json', articleFile);
  const seed: Seed = {
    article: { ...article, text: await readText(join(folder, article.text), sha256) },
    sha256,
    sources: await readJson(folder, 'sources.json', sourcesFile),
    instruments: await readJson(folder, 'instruments.json', instrumentsFile),
    scale: await readJson(folder, 'ratings.json', scaleFile),
    claims: await readJson(folder, 'claims.json', claimsFile),
    relations: await readJson(folder, 'relations.json', relationsFile),
  };
  const faults = seedFaults(seed, article.text);
  if (faults.length > 0) throw new Error(`The seed in ${folder} cannot be loaded:\n${faults.join('\n')}`);
  return seed;
}

async function readText(file: string, sha256: string): Promise<string> {
  const bytes = await readFile(file);
  const digest = createHash('sha256').update(bytes).digest('hex');
  if (digest !== sha256)
    throw new Error(`${file} is not the text that article.json means: its SHA-256 is ${digest}`);
  return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
}

async function readJson<Schema extends z.ZodType>(
  folder: string,
  file: string,
  schema: Schema,
): Promise<z.output<Schema>> {
  const parsed = schema.safeParse(JSON.parse(await readFile(join(folder, file), 'utf8')));
  if (!parsed.success) throw new Error(`${file} is not as it should be:\n${z.prettifyError(parsed.error)}`);
  return parsed.data;
}
