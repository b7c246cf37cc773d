/** PURE: the rows and events of one new claim. */
import { chainOfClaim, instantOf, linkEvents } from '../domain/event/chain.js';
import type { EventType } from '../domain/event/types.js';
import type { Anchored } from '../domain/text/anchor.js';
import { foldText } from '../domain/text/fold.js';
import { foldGlosses } from '../domain/text/fold-glosses.js';
import type { ClaimKind, NewClaim, Priority } from '../domain/claim/new-claim.js';
import { attributedEvent, chainRows, type AttributionRow } from './chain-rows.js';
import type { Named, NamedArticle, NamedVersion } from './named.js';
import { linkedEvent, normRow, type FoundNorm, type NormRow } from './norm-rows.js';

/** A row of `claims`, as far as it does not begin as every claim begins. */
export interface ClaimRow {
  id: string;
  ref: string;
  externalId: string | null;
  digest: string;
  articleVersion: string;
  kind: ClaimKind;
  secondaryKinds: ClaimKind[];
  language: string;
  exact: string;
  prefix: string;
  suffix: string;
  start: number;
  end: number;
  folded: string;
  glosses: Record<string, string>;
  foldedGlosses: string;
  modality: string | null;
  statementDate: string | null;
  dateBasis: string | null;
  topics: string[];
  priority: Priority;
  worthiness: string | null;
  fidelityNote: string | null;
  leads: string[];
  test: boolean;
  version: number;
  at: string;
}

/** A claim as it is written, with what it is made from: enough to show it without reading it again. */
export interface EnteredClaim {
  row: ClaimRow;
  attributions: AttributionRow[];
  norms: (NormRow & { found: FoundNorm })[];
  events: ReturnType<typeof eventsOf>;
  article: NamedArticle;
  number: number;
}

interface Parts {
  claim: NewClaim;
  ref: string;
  quote: Extract<Anchored, { ok: true }>;
  article: NamedArticle;
  version: NamedVersion;
  norms: readonly FoundNorm[];
  digest: string;
}

export function composeClaim(
  { claim, ref, quote, article, version, norms, digest }: Parts,
  { sources, micros }: Named,
  by: { actor: string | null; key: string | null },
  newId: () => string,
): EnteredClaim {
  const id = newId();
  const at = instantOf(micros);
  const events = eventsOf(id, at, by, newId, [
    { type: 'claim.submitted', data: { ref, kind: claim.kind, to: 'submitted', ...languagesOf(claim) } },
    attributedEvent(claim.attributions),
    ...norms.map(linkedEvent),
  ]);
  const { ok: _, ...place } = quote;
  return {
    row: {
      id,
      ref,
      externalId: claim.externalId ?? null,
      digest,
      articleVersion: version.id,
      kind: claim.kind,
      secondaryKinds: claim.secondaryKinds ?? [],
      language: claim.language ?? article.language,
      ...place,
      folded: foldText(quote.exact, 'search'),
      glosses: claim.glosses ?? {},
      foldedGlosses: foldGlosses(claim.glosses ?? {}),
      modality: claim.modality ?? null,
      statementDate: claim.statementDate ?? null,
      dateBasis: claim.dateBasis ?? null,
      topics: claim.topics ?? [],
      priority: claim.priority ?? 'normal',
      worthiness: claim.worthiness ?? null,
      fidelityNote: claim.fidelityNote ?? null,
      leads: claim.leads ?? [],
      test: claim.test ?? false,
      version: events.length,
      at,
    },
    attributions: chainRows({ claim: id, outlet: article.outlet, links: claim.attributions, sources, newId }),
    norms: norms.map((found) => ({ ...normRow(id, found, newId()), found })),
    events,
    article,
    number: version.number,
  };
}

const eventsOf = (
  claim: string,
  at: string,
  by: { actor: string | null; key: string | null },
  newId: () => string,
  events: readonly { type: EventType; data: Record<string, unknown> }[],
) =>
  linkEvents(
    [[chainOfClaim(claim), { ordinal: 0, hash: null }]],
    events.map((event) => ({
      ...event,
      id: newId(),
      subject: { type: 'claim', id: claim },
      claim,
      ...by,
      at,
    })),
  );

/** In which languages it was entered in other words: whoever does that has written some of what is published. */
const languagesOf = ({ glosses = {} }: Pick<NewClaim, 'glosses'>) =>
  Object.keys(glosses).length === 0 ? {} : { glosses: Object.keys(glosses) };
