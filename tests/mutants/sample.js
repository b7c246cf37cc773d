/**
 * Takes a share of the mutants, the same for a seed: what is not taken counts as one that does not compile, which
 * Stryker leaves out of its score. SHARE=0.2 SEED=7
 */
import { createHash } from 'node:crypto';
import { declareClassPlugin, PluginKind } from '@stryker-mutator/api/plugin';

const share = Number(process.env.SHARE ?? 0.05);
const seed = process.env.SEED ?? '1';

class Sample {
  init() {
    return Promise.resolve();
  }

  check(mutants) {
    return Promise.resolve(
      Object.fromEntries(mutants.map((mutant) => [mutant.id, taken(mutant) ? { status: 'passed' } : left])),
    );
  }

  group(mutants) {
    return [mutants.map(({ id }) => id)];
  }
}

const left = { status: 'compileError', reason: 'not in the sample' };

function taken({ fileName, location, replacement }) {
  const name = JSON.stringify([seed, fileName.split('/src/').at(-1), location, replacement]);
  return createHash('sha256').update(name).digest().readUInt32BE() / 2 ** 32 < share;
}

export const strykerPlugins = [declareClassPlugin(PluginKind.Checker, 'sample', Sample)];
