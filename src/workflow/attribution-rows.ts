/** PURE: the chain of a claim as rows: the article at the root, below it whom it heard it from. */
import { notThere, unknownReference, type Fault, type Refusal } from '../domain/problem/refusal.js';
import { toSeal } from '../domain/event/sealed-data.js';
import type { AttributionMode, NewLink } from '../domain/claim/new-claim.js';
import { sourcesIn, type NamedSource } from './named.js';

/** A row of `attributions`, in the order of insertion: a link after the one it hangs on. */
export interface AttributionRow {
  id: string;
  claim: string;
  parent: string | null;
  position: number;
  source: string | null;
  label: string | null;
  verb: string | null;
  mode: AttributionMode;
  anonymous: boolean;
  date: string | null;
  note: string | null;
}

type Sources = ReadonlyMap<string, Pick<NamedSource, 'id'>>;

/** What the chain calls the article where its outlet is not known. */
const rootLabel = 'the article';

interface Chain {
  claim: string;
  outlet: Pick<NamedSource, 'id'> | null;
  links: readonly NewLink[];
  sources: Sources;
  newId: () => string;
}

/** All sources must be there: `refuseUnknownSources` says which are not. */
export function attributionRows({ claim, outlet, links, sources, newId }: Chain): AttributionRow[] {
  const root: AttributionRow = {
    id: newId(),
    claim,
    parent: null,
    position: 0,
    source: outlet?.id ?? null,
    label: outlet ? null : rootLabel,
    verb: null,
    mode: 'own_voice',
    anonymous: false,
    date: null,
    note: null,
  };
  const rows = [root];
  const hang = (below: readonly NewLink[], parent: string): void => {
    for (const [position, link] of below.entries()) {
      const id = newId();
      rows.push({
        id,
        claim,
        parent,
        position,
        source: link.source === undefined ? null : (sources.get(link.source)?.id ?? null),
        label: link.label ?? null,
        verb: link.verb ?? null,
        mode: link.mode,
        anonymous: link.anonymous,
        date: link.date ?? null,
        note: link.note ?? null,
      });
      hang(link.from, id);
    }
  };
  hang(links, root.id);
  return rows;
}

export const attributedEvent = (links: readonly NewLink[], rows: readonly AttributionRow[]) => ({
  type: 'claim.attributed' as const,
  data: {
    sources: [...new Set(sourcesIn(links))],
    attributions: rows.map(({ claim: _, note, ...link }) => ({
      ...withoutDefaults(link),
      ...(note !== null && { note: toSeal('link_note', link.id, note) }),
    })),
  },
});

/** Leaves out null and false. */
const withoutDefaults = (link: object): object =>
  Object.fromEntries(Object.entries(link).filter(([, value]) => value !== null && value !== false));

/** Names each link whose source is not there; undefined where all are. */
export function refuseUnknownSources(links: readonly NewLink[], sources: Sources): Refusal | undefined {
  const faults = unknownSources(links, sources, '/attributions');
  return faults.length === 0 ? undefined : unknownReference(...faults);
}

const unknownSources = (links: readonly NewLink[], sources: Sources, at: string): Fault[] =>
  links.flatMap(({ source, from }, index) => {
    const here = `${at}/${String(index)}`;
    const below = unknownSources(from, sources, `${here}/from`);
    return source === undefined || sources.has(source)
      ? below
      : [notThere(`${here}/source`, 'source', source), ...below];
  });
