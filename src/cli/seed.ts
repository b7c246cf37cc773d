import { parseArgs } from 'node:util';
import { countMembers } from '../../prisma/seed/seed.repository.js';
import { loadSeed } from '../../prisma/seed/load.js';
import { withRuntime } from './connect.js';
import { print } from './print.js';

/** The first article is there to be tried out: it does not get into a newsroom's own record by mistake. */
export async function seed(args: string[]): Promise<void> {
  const { values } = parseArgs({ args, options: { yes: { type: 'boolean' } } });
  await withRuntime(async ({ services: { store } }) => {
    const people = await countMembers(store.db);
    if (people > 0 && !values.yes)
      throw new Error(
        `There are people in this database already (${String(people)}), and what is loaded stays. If it is for trying Isnad out: isnad seed --yes`,
      );
    const { created, claims, sources } = await loadSeed(store);
    print(
      created > 0
        ? `Loaded the first article: ${String(claims)} claims, ${String(sources)} sources.`
        : 'Everything was there already.',
    );
  });
}
