/** PURE: a claim that was just written, as `GET /v1/claims/{id}` shows it. */
import type { z } from 'zod';
import type { AttributionRow } from '../../workflow/attribution-rows.js';
import type { EnteredClaim } from '../../workflow/compose-claim.js';
import type { NamedSource } from '../../workflow/named.js';
import type { claim, Attribution } from './claim-output.schema.js';

type Sources = ReadonlyMap<string, NamedSource>;

export function viewNewClaim(
  { row, attributions, norms, article, number }: EnteredClaim,
  named: Sources,
  forDesk: boolean,
): z.input<typeof claim> {
  const { exact, prefix, suffix, start, end } = row;
  const at = new Date(row.at).toISOString();
  return {
    id: row.id,
    ref: row.ref,
    externalId: row.externalId,
    kind: row.kind,
    secondaryKinds: row.secondaryKinds,
    language: row.language,
    text: exact,
    glosses: row.glosses,
    topics: row.topics,
    priority: row.priority,
    status: 'submitted',
    rating: null,
    revision: null,
    contested: false,
    underCorrection: false,
    mergedInto: null,
    article: { id: article.id, ref: article.ref, title: article.title, version: number },
    createdAt: at,
    updatedAt: at,
    version: row.version,
    quote: { exact, prefix, suffix, start, end },
    modality: row.modality,
    statementDate: row.statementDate,
    dateBasis: row.dateBasis,
    worthiness: row.worthiness,
    fidelityNote: row.fidelityNote,
    leads: row.leads,
    test: row.test,
    chain: viewChain(attributions, sourcesOf(named, article.outlet)),
    relations: [],
    provisions: norms.map(({ id, note, found: { instrument, provision } }) => ({
      id,
      instrument: { id: instrument.id, ref: instrument.ref },
      provision: provision && {
        id: provision.id,
        ref: provision.ref,
        paragraph: provision.paragraph,
        direction: provision.direction,
        verified: provision.verified,
      },
      note,
    })),
    evidence: [],
    contacts: [],
    ...(forDesk && { tasks: [] }),
    recheckDue: false,
    verdicts: [],
  };
}

const sourcesOf = (named: Sources, outlet: NamedSource | null): Sources =>
  outlet ? new Map([...named, [outlet.recorded.id, outlet]]) : named;

/** The rows stand as they were hung up: each link after its parent, those of one parent in order. */
function viewChain(rows: readonly AttributionRow[], sources: Sources): Attribution {
  const links = new Map(rows.map((row) => [row.id, viewLink(row, sources)]));
  for (const { id, parent } of rows) {
    const link = links.get(id);
    if (parent !== null && link) links.get(parent)?.from.push(link);
  }
  const [root] = links.values();
  if (!root) throw new Error('a chain begins with its article');
  return root;
}

function viewLink(row: AttributionRow, sources: Sources): Attribution {
  const source = row.source === null ? undefined : sources.get(row.source);
  return {
    source: source ? viewSource(source) : null,
    label: row.label,
    verb: row.verb,
    mode: row.mode,
    anonymous: row.anonymous,
    date: row.date,
    note: row.note,
    from: [],
  };
}

const viewSource = ({ id, ref, name, names, kind }: NamedSource) => ({ id, ref, name, names, kind });
