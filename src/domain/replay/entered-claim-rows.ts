/** PURE: the rows of a claim that is entered, from what its first events say in the words of the API. */
import { columnOf } from './column-of.js';
import type { Cells, EventRows, ReplayedEvent } from './row.js';

const claimFields =
  `ref externalId articleVersion kind secondaryKinds language exact prefix suffix start end modality
  statementDate dateBasis topics priority worthiness test glosses fidelityNote leads to`.split(/\s+/);
/** Of those that are kept under another name. */
const claimColumns = {
  articleVersion: 'article_version_id',
  exact: 'quote_exact',
  prefix: 'quote_prefix',
  suffix: 'quote_suffix',
  start: 'quote_start',
  end: 'quote_end',
  to: 'status',
};
const linkColumns = { parent: 'parent_id', source: 'source_id' };
const normFields = ['id', 'instrument', 'provision', 'note'];
const normColumns = { instrument: 'instrument_id', provision: 'provision_id' };

/** A claim is entered, its chain set, a norm linked; nothing for any other event. */
export function entryRows({ type, claim, at, data }: ReplayedEvent): EventRows[] {
  const said = (typeof data === 'object' && data !== null ? data : {}) as Cells;
  switch (type) {
    case 'claim.submitted':
      return [
        { now: { claims: [{ id: claim, created_at: at, ...named(claimFields, claimColumns, said) }] } },
      ];
    case 'claim.attributed':
      return [
        { whole: ['attributions'], now: { attributions: linksIn(said).map((link) => linkRow(claim, link)) } },
      ];
    case 'claim.provision_linked':
      return [{ now: { claim_provisions: [{ claim_id: claim, ...named(normFields, normColumns, said) }] } }];
    default:
      return [];
  }
}

const linksIn = ({ attributions }: Cells): readonly Cells[] =>
  Array.isArray(attributions) ? (attributions as Cells[]) : [];

const linkRow = (claim: string | null, link: Cells): Cells => ({
  claim_id: claim,
  ...named(Object.keys(link), linkColumns, link),
});

const named = (fields: readonly string[], columns: Readonly<Record<string, string>>, said: Cells): Cells =>
  Object.fromEntries(
    fields
      .filter((field) => Object.hasOwn(said, field))
      .map((field): [string, unknown] => [
        Object.hasOwn(columns, field) ? (columns[field] ?? field) : columnOf(field),
        said[field],
      ]),
  );
