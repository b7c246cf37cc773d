/** PURE: a claim as the events of its chain up to some moment leave it. */
import type { State } from '../replay/apply.js';
import type { ContactStatus } from '../evidence/contact.js';
import type { Cells } from '../replay/row.js';
import type { ClaimStatus } from './lifecycle.js';

/** What the status document shows, beside the claim's names. */
export interface ClaimAsOf {
  status: ClaimStatus;
  rating: string | null;
  revision: number | null;
  contested: boolean;
  /** id of the claim it was merged into. */
  mergedInto: string | null;
  version: number;
  updatedAt: string;
  /** The verdicts published so far, oldest first. */
  published: string[];
  /** The relations that go out from it, and the evidence recorded so far. */
  relations: string[];
  evidence: string[];
  /** Those recorded so far, and how they stood. */
  contacts: { id: string; status: ContactStatus }[];
  /** The norms that it was linked to by then. */
  provisions: string[];
  /** Its row and those of its chain, with seals in place of words. */
  row: Cells;
  links: Cells[];
}

/** Undefined before the claim was entered. `state`: what `replay` gives of its events. */
export function claimAsOf(state: State, id: string): ClaimAsOf | undefined {
  const claim = state.get('claims')?.get(id);
  if (!claim) return undefined;
  const idsIn = (table: string): string[] => [...(state.get(table)?.keys() ?? [])];
  return {
    status: String(claim['status']) as ClaimStatus,
    rating: (claim['rating'] as string | null | undefined) ?? null,
    revision: revisionOf(claim),
    contested: claim['contested'] === true,
    mergedInto: (claim['merged_into'] as string | null | undefined) ?? null,
    version: Number(claim['version']),
    updatedAt: new Date(String(claim['updated_at'])).toISOString(),
    published: [...(state.get('verdicts')?.values() ?? [])]
      .filter((verdict) => revisionOf(verdict) !== null)
      .sort((one, other) => Number(revisionOf(one)) - Number(revisionOf(other)))
      .map(({ id: verdict }) => String(verdict)),
    relations: idsIn('relations'),
    evidence: idsIn('evidence'),
    contacts: [...(state.get('contacts')?.entries() ?? [])].map(([contact, { status }]) => ({
      id: contact,
      status: (status as ContactStatus | undefined) ?? 'recorded',
    })),
    provisions: idsIn('claim_provisions'),
    row: claim,
    links: [...(state.get('attributions')?.values() ?? [])],
  };
}

const revisionOf = ({ revision }: Cells): number | null => (revision as number | null | undefined) ?? null;
