/** Who works in the made-up house, and whom it quotes: entered through the product's own services. */
import { operator } from '../../src/domain/access/rules.js';
import { createClockService } from '../../src/resources/policies/clock.service.js';
import { joining, type Store } from '../../src/platform/db/transaction.js';
import { createWorkflow } from '../../src/workflow/workflow.service.js';
import { createKeyService } from '../../src/resources/keys/key.service.js';
import { createSecretBox } from '../../src/platform/secrets/secret-box.js';
import { createMemberService } from '../../src/resources/members/member.service.js';
import { createSourceService } from '../../src/resources/sources/source.service.js';
import { countries, offices, type Pair } from './words.js';

export interface Source {
  id: string;
  ref: string;
  names: Pair;
}

export interface Person {
  id: string;
  ref: string;
}

export interface People {
  checkers: Person[];
  editors: Person[];
  sources: { all: Source[]; outlets: Source[] };
  /** One of each role, for whoever asks over HTTP. */
  keys: Record<'reader' | 'checker' | 'editor', string>;
}

const subscribers = { checker: 40, editor: 8 } as const;

/** One key for those who fill, the API, its workers and its commands: what one makes the others know. */
export const benchSecretsKey = Buffer.alloc(32, 'of the bench');

export async function enterPeople(store: Store): Promise<People> {
  const secrets = createSecretBox(() => benchSecretsKey);
  const members = createMemberService({ store, secrets });
  const keys = createKeyService({ store, digests: secrets, findMember: (id) => members.find(id) });
  const enter = async (role: keyof People['keys'], number: number | string): Promise<Person> => {
    const member = { ref: `${role}-${String(number)}`, name: `The ${role} number ${String(number)}`, role };
    const { id, ref } = await members.ensure(
      { ...member, kind: 'person', languages: [], topics: [] },
      operator,
    );
    return { id, ref };
  };
  const enterAll = async (role: 'checker' | 'editor'): Promise<Person[]> => {
    const made: Person[] = [];
    for (let number = 1; number <= subscribers[role]; number++) made.push(await enter(role, number));
    return made;
  };
  const keyOf = async (role: keyof People['keys']): Promise<string> => {
    // Somebody who has no work yet.
    const { ref } = await enter(role, 'at-hand');
    return (await keys.createKey({ memberRef: ref, name: 'bench' }, operator)).key;
  };
  return {
    checkers: await enterAll('checker'),
    editors: await enterAll('editor'),
    keys: { reader: await keyOf('reader'), checker: await keyOf('checker'), editor: await keyOf('editor') },
    sources: await enterSources(store),
  };
}

async function enterSources(store: Store): Promise<People['sources']> {
  const all: Source[] = [];
  const outlets: Source[] = [];
  for (const [place, country] of countries.entries()) {
    // The services join one transaction: a commit for each of them takes longer than the source itself.
    await store.transact(async (tx) => {
      const sources = createSourceService({ store: joining(tx) });
      for (const [index, { kind, name }] of offices.entries()) {
        const names = { ar: `${name.ar} ${country.ar}`, en: `${name.en} ${country.en}` };
        const given = {
          ref: `bench-${String(place + 1)}-${String(index + 1)}`,
          kind,
          name: names.en,
          affiliation: null,
          wikidata: null,
          note: null,
          names: [{ language: 'ar', text: names.ar }],
        };
        const { id, ref } = await sources.create(given, operator);
        all.push({ id, ref, names });
        if (kind === 'outlet') outlets.push({ id, ref, names });
      }
    });
  }
  return { all, outlets };
}

/** Clocks, leases and limits as long as they may be, so that no worker finds a made-up task overdue. */
export async function giveAllTheTimeThereIs(store: Store): Promise<void> {
  const clocks = createClockService({ store, workflow: createWorkflow({ store }) });
  const unseen = (): void => undefined;
  const { clocks: policies } = await clocks.readPolicies();
  for (const { clock, priority } of policies)
    await clocks.setClock({ clock, priority }, yearInMinutes, operator, unseen);
  await clocks.changeDesk({ leaseMinutes, wipLimit: 1_000 }, operator, unseen);
}

export const yearInMinutes = 365 * 24 * 60;
export const leaseMinutes = 30 * 24 * 60;
