/** What is written of a new claim, and how it is answered. */
import { chainEvent } from '../../src/domain/event/chain.js';
import { newId } from '../../src/platform/db/new-id.js';

export interface LinkInput {
  source: string;
  mode: string;
  verb: string;
  from?: LinkInput[];
}

export interface Source {
  id: string;
  ref: string;
  name: string;
  names: { language: string; text: string }[];
  kind: string;
}

export const namesIn = (links: readonly LinkInput[]): string[] =>
  links.flatMap(({ source, from = [] }) => [source, ...namesIn(from)]);

const contextLength = 32;

/** Where a quote stands; the texts of the bench have no letters outside the basic plane. */
export function placeOf(text: string, exact: string) {
  const start = text.indexOf(exact);
  const end = start + exact.length;
  return {
    exact,
    prefix: text.slice(Math.max(0, start - contextLength), start),
    suffix: text.slice(end, end + contextLength),
    start,
    end,
  };
}

interface LinkRow {
  id: string;
  parent: string | null;
  position: number;
  source: string | null;
  label: string | null;
  verb: string | null;
  mode: string;
}

/** The rows of a chain, and the chain as it is shown. */
export function chainOf(links: readonly LinkInput[], outlet: Source | null, sources: readonly Source[]) {
  const rows: LinkRow[] = [];
  const byRef = new Map(sources.map((source) => [source.ref, source]));
  const add = (
    { source, ...link }: Pick<LinkRow, 'label' | 'verb' | 'mode'> & { source: Source | null },
    from: readonly LinkInput[],
    parent: string | null,
    position: number,
  ): object => {
    const id = newId();
    rows.push({ id, parent, position, source: source?.id ?? null, ...link });
    return {
      source: source,
      ...link,
      anonymous: false,
      date: null,
      note: null,
      from: from.map(({ source: name, verb, mode, from: below = [] }, index) =>
        add({ source: byRef.get(name) ?? null, label: null, verb, mode }, below, id, index),
      ),
    };
  };
  const root = { source: outlet, label: outlet ? null : 'the article', verb: null, mode: 'own_voice' };
  return { chain: add(root, links, null, 0), rows };
}

interface NewEvent {
  type: string;
  data: object;
}

/** The first events of a claim, each with the hash of the one before it. */
export function chainedEvents(
  claim: string,
  at: string,
  { member, key }: { member: string; key: string },
  events: readonly NewEvent[],
) {
  let prevHash: string | null = null;
  return events.map(({ type, data }, index) => {
    const event = {
      id: newId(),
      type,
      subject: { type: 'claim', id: claim },
      claim,
      ordinal: index + 1,
      actor: member,
      key,
      data,
      // With all six digits that are stored.
      at: at.replace('Z', '000Z'),
    };
    const { hash } = chainEvent(prevHash, event);
    const row = { ...event, prevHash, hash };
    prevHash = hash;
    return row;
  });
}

/** What a claim is that nothing was said of and nothing has happened to. */
export const untouched = {
  externalId: null,
  secondaryKinds: [],
  glosses: {},
  topics: [],
  priority: 'normal',
  status: 'submitted',
  rating: null,
  revision: null,
  contested: false,
  underCorrection: false,
  mergedInto: null,
  modality: null,
  statementDate: null,
  dateBasis: null,
  worthiness: null,
  fidelityNote: null,
  leads: [],
  test: false,
  relations: [],
  provisions: [],
  evidence: [],
  contacts: [],
  tasks: [],
  recheckDue: false,
  verdicts: [],
};
