import { parseArgs } from 'node:util';

export interface Options {
  /** Names of rows; undefined: all of them. */
  only: string[] | undefined;
  seed: number;
  sizes: { small: number; large: number };
  /** Interleaved slices of each contestant, and how long each lasts. */
  rounds: number;
  ms: number;
  /** The commit of this repository to be measured beside the files that are here. */
  before: string | undefined;
  /** Where profiles of the API processes go. */
  profile: string | undefined;
}

const full = { sizes: { small: 10_000, large: 1_000_000 }, rounds: 9, ms: 3_000 };
const quick = { sizes: { small: 10_000, large: 100_000 }, rounds: 5, ms: 1_500 };

/** Throws a line that says what is wrong. */
export function readOptions(args: string[]): Options {
  const { values } = parseArgs({
    args,
    options: {
      quick: { type: 'boolean', default: false },
      only: { type: 'string', multiple: true },
      seed: { type: 'string', default: '4545' },
      before: { type: 'string' },
      profile: { type: 'string' },
    },
  });
  const seed = Number(values.seed);
  if (!Number.isInteger(seed) || seed < 0) throw new Error('--seed takes a whole number');
  return {
    ...(values.quick ? quick : full),
    only: values.only?.flatMap((names) => names.split(',')),
    seed,
    before: values.before,
    profile: values.profile,
  };
}
