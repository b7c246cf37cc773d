/** PURE: rows as the API shows them. What depends on who is looking is decided by `forDesk`. */
import type { z } from 'zod';
import { viewContact } from '../contacts/contact.view.js';
import { viewEvidence } from '../evidence/evidence.view.js';
import type * as output from './claim-output.schema.js';
import { buildTree, type Tree } from '../../domain/claim/attribution.js';
import { viewSummary } from './claim-summary.js';
import type { WholeClaimRow } from '../../workflow/claim.repository.js';

export function viewClaim(row: WholeClaimRow, forDesk: boolean): z.input<typeof output.claim> {
  const root = buildTree(row.attributions);
  if (!root) throw new Error(`claim ${row.ref} has no chain`);
  const { article } = row.articleVersion;
  return {
    ...viewSummary(row),
    article: { ref: article.ref, title: article.title, version: row.articleVersion.number },
    quote: {
      exact: row.quoteExact,
      prefix: row.quotePrefix,
      suffix: row.quoteSuffix,
      start: row.quoteStart,
      end: row.quoteEnd,
    },
    modality: row.modality,
    statementDate: row.statementDate,
    dateBasis: row.dateBasis,
    worthiness: row.worthiness,
    fidelityNote: row.fidelityNote,
    leads: row.leads,
    test: row.test,
    chain: viewLink(root),
    relations: viewRelations(row),
    provisions: row.provisions.map(viewProvision),
    evidence: row.evidence.map(viewEvidence),
    contacts: row.contacts.map((contact) => viewContact(contact, forDesk)),
    ...(forDesk && {
      tasks: row.tasks.map(({ assignee, ...task }) => ({ ...task, assignee: assignee?.ref ?? null })),
    }),
    recheckDue: row.verdicts.some(
      ({ status, recheckAskedAt }) => status === 'published' && recheckAskedAt !== null,
    ),
    verdicts: row.verdicts
      .filter(({ revision }) => forDesk || revision !== null)
      .map(({ author, recheckAskedAt: _, ...verdict }) => ({
        ...verdict,
        ...(forDesk && { author: author.ref }),
      })),
  };
}

const viewLink = (link: Tree<WholeClaimRow['attributions'][number]>): output.LinkOutput => ({
  source: link.source && { ref: link.source.ref, name: link.source.name, kind: link.source.kind },
  label: link.label,
  verb: link.verb,
  mode: link.mode,
  anonymous: link.anonymous,
  date: link.date,
  note: link.note,
  from: link.from.map(viewLink),
});

export function viewRelations(
  row: Pick<WholeClaimRow, 'relationsOut' | 'relationsIn'>,
): z.input<typeof output.relation>[] {
  const view = ({ ref, quoteExact, status, rating }: WholeClaimRow['relationsOut'][number]['to']) => ({
    ref,
    text: quoteExact,
    status,
    rating,
  });
  return [
    ...row.relationsOut.map(({ to, ...rest }) => ({ ...rest, direction: 'out' as const, claim: view(to) })),
    ...row.relationsIn.map(({ from, ...rest }) => ({ ...rest, direction: 'in' as const, claim: view(from) })),
  ];
}

export const viewProvision = ({
  id,
  note,
  instrument,
  provision,
}: WholeClaimRow['provisions'][number]): z.input<typeof output.claimProvision> => ({
  id,
  instrument: instrument.ref,
  provision: provision && {
    ref: provision.ref,
    paragraph: provision.paragraph,
    direction: provision.direction,
    verified: provision.verified,
  },
  note,
});

/**
 * A number that grows whenever something changes that is shown with a claim but has a life of its own
 * (names of sources, titles, provisions, the status of related claims); it makes the entity tag strong.
 */
export const surroundings = (row: WholeClaimRow): number =>
  [
    row.articleVersion.article.version,
    ...[...row.attributions, ...row.contacts].map(({ source }) => source?.version ?? 0),
    ...row.relationsOut.map(({ to }) => to.version),
    ...row.relationsIn.map(({ from }) => from.version),
    ...row.provisions.flatMap(({ instrument, provision }) => [instrument.version, provision?.version ?? 0]),
  ].reduce((sum, version) => sum + version, 0);
