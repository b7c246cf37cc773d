/** PURE: the rows and events of one new claim. */
import { chainOfClaim, instantOf, linkEvents } from '../domain/event/chain.js';
import { sealData, toSeal } from '../domain/event/sealed-data.js';
import type { EventType } from '../domain/event/types.js';
import { createSealer, type NewContent, type NewSalt, type Sealer } from '../domain/text/seal.js';
import type { Anchored } from '../domain/text/anchor.js';
import { foldText } from '../domain/text/fold.js';
import { keptOfGlosses } from '../domain/text/fold-glosses.js';
import { wordForms } from '../domain/text/word-forms.js';
import { languageOfQuote } from '../domain/text/language-of.js';
import { withDefaults, type ClaimKind, type NewClaim } from '../domain/claim/new-claim.js';
import type { Priority } from '../domain/task/priority.js';
import { attributedEvent, attributionRows, type AttributionRow } from './attribution-rows.js';
import type { NamedRows, NamedArticle, NamedVersion } from './named.js';
import { linkedEvent, normRow, type FoundNorm, type NormRow } from './norm-rows.js';

/** A row of `claims`, as far as it does not begin as every claim begins. */
interface ClaimRow {
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
  wordForms: string[];
  glosses: Record<string, string>;
  foldedGlosses: string;
  glossForms: string[];
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
  /** The words of the seals in the events. */
  contents: readonly NewContent[];
  events: ReturnType<typeof eventsOf>;
  article: NamedArticle;
  number: number;
}

/** Where randomness comes from. */
export interface Generators {
  newId: () => string;
  newRef: () => string;
  newSalt: NewSalt;
}

/** Who enters it, as its events name them. */
export interface EnteredBy {
  actor: string | null;
  key: string | null;
  operator?: true;
}

interface AnchoredClaim {
  claim: NewClaim;
  ref: string;
  quote: Extract<Anchored, { ok: true }>;
  article: NamedArticle;
  version: NamedVersion;
  norms: readonly FoundNorm[];
  digest: string;
}

export function composeClaim(
  { claim, ref, quote, article, version, norms, digest }: AnchoredClaim,
  { sources, micros }: NamedRows,
  by: EnteredBy,
  { newId, newSalt }: Pick<Generators, 'newId' | 'newSalt'>,
): EnteredClaim {
  const id = newId();
  const at = instantOf(micros);
  const { ok: _, ...place } = quote;
  const { secondaryKinds, glosses, topics, priority, leads, test } = withDefaults(claim);
  const written = {
    externalId: claim.externalId ?? null,
    articleVersion: version.id,
    kind: claim.kind,
    secondaryKinds,
    language: claim.language ?? languageOfQuote(quote.exact, article.language),
    ...place,
    glosses,
    modality: claim.modality ?? null,
    statementDate: claim.statementDate ?? null,
    dateBasis: claim.dateBasis ?? null,
    topics,
    priority,
    worthiness: claim.worthiness ?? null,
    fidelityNote: claim.fidelityNote ?? null,
    leads,
    test,
  };
  const attributions = attributionRows({
    claim: id,
    outlet: article.outlet?.recorded ?? null,
    links: claim.attributions,
    sources,
    newId,
  });
  const linked = norms.map((found) => ({ ...normRow(id, found, newId()), found }));
  const sealer = createSealer(newSalt);
  const events = eventsOf({ id, at, by, newId, sealer }, [
    { type: 'claim.submitted', data: { ref, to: 'submitted', ...submittedData(id, written) } },
    attributedEvent(claim.attributions, attributions),
    ...linked.map(({ found, ...row }) => linkedEvent(found, row)),
  ]);
  const folded = foldText(quote.exact, 'search');
  return {
    row: {
      id,
      ref,
      digest,
      at,
      ...written,
      folded,
      wordForms: wordForms(folded),
      ...keptOfGlosses(written.glosses),
      version: events.length,
    },
    attributions,
    norms: linked,
    contents: sealer.contents,
    events,
    article,
    number: version.number,
  };
}

/** All that the claim begins with, texts that can be erased as seals; what it has nothing of is left out. */
function submittedData(
  id: string,
  {
    glosses,
    modality,
    dateBasis,
    worthiness,
    fidelityNote,
    leads,
    ...written
  }: Pick<ClaimRow, 'glosses' | 'modality' | 'dateBasis' | 'worthiness' | 'fidelityNote' | 'leads'>,
): Record<string, unknown> {
  const data = {
    ...written,
    glosses: toSeal('glosses', id, glosses),
    modality: toSeal('modality', id, modality),
    dateBasis: toSeal('date_basis', id, dateBasis),
    worthiness: toSeal('worthiness', id, worthiness),
    fidelityNote: toSeal('fidelity_note', id, fidelityNote),
    leads: toSeal('leads', id, leads),
  };
  return Object.fromEntries(Object.entries(data).filter(([, value]) => !isNothing(value)));
}

const isNothing = (value: unknown): boolean =>
  value === null || value === false || (Array.isArray(value) && value.length === 0);

interface Writing {
  id: string;
  at: string;
  by: EnteredBy;
  newId: () => string;
  sealer: Sealer;
}

const eventsOf = (
  { id: claim, at, by: { operator, ...by }, newId, sealer }: Writing,
  events: readonly { type: EventType; data: Record<string, unknown> }[],
) =>
  linkEvents(
    [[chainOfClaim(claim), { ordinal: 0, hash: null }]],
    events.map(({ type, data }) => ({
      type,
      data: { ...sealData(data, sealer), ...(operator && { operator }) },
      id: newId(),
      subject: { type: 'claim', id: claim },
      claim,
      ...by,
      at,
    })),
  );
