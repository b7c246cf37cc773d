/** PURE: the rows of a claim that is entered, from what its first events say in the words of the API. */
import type { Cells, EventRows, ReplayedEvent } from './row.js';

const claimColumns = {
  ref: 'ref',
  externalId: 'external_id',
  articleVersion: 'article_version_id',
  kind: 'kind',
  secondaryKinds: 'secondary_kinds',
  language: 'language',
  exact: 'quote_exact',
  prefix: 'quote_prefix',
  suffix: 'quote_suffix',
  start: 'quote_start',
  end: 'quote_end',
  modality: 'modality',
  statementDate: 'statement_date',
  dateBasis: 'date_basis',
  topics: 'topics',
  priority: 'priority',
  worthiness: 'worthiness',
  test: 'test',
  glosses: 'glosses',
  fidelityNote: 'fidelity_note',
  leads: 'leads',
  to: 'status',
} as const;

const linkColumns = { parent: 'parent_id', source: 'source_id' } as const;
const normColumns = {
  id: 'id',
  instrument: 'instrument_id',
  provision: 'provision_id',
  note: 'note',
} as const;

/** A claim is entered, its chain set, a norm linked; nothing for any other event. */
export function entryRows({ type, claim, at, data }: ReplayedEvent): EventRows[] {
  const said = (typeof data === 'object' && data !== null ? data : {}) as Cells;
  switch (type) {
    case 'claim.submitted':
      return [{ now: { claims: [{ id: claim, created_at: at, ...named(claimColumns, said) }] } }];
    case 'claim.attributed':
      return [
        { whole: ['attributions'], now: { attributions: linksIn(said).map((link) => linkRow(claim, link)) } },
      ];
    case 'claim.provision_linked':
      return [{ now: { claim_provisions: [{ claim_id: claim, ...named(normColumns, said) }] } }];
    default:
      return [];
  }
}

const linksIn = ({ attributions }: Cells): readonly Cells[] =>
  Array.isArray(attributions) ? (attributions as Cells[]) : [];

const linkRow = (claim: string | null, link: Cells): Cells => ({
  claim_id: claim,
  ...Object.fromEntries(
    Object.entries(link).map(([name, value]) => [
      Object.hasOwn(linkColumns, name) ? linkColumns[name as keyof typeof linkColumns] : name,
      value,
    ]),
  ),
});

const named = (columns: Readonly<Record<string, string>>, said: Cells): Cells =>
  Object.fromEntries(
    Object.entries(columns).flatMap(([name, column]) =>
      Object.hasOwn(said, name) ? [[column, said[name]]] : [],
    ),
  );
