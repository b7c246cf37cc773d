/** What else of the edition is not as it was published: the chain, what is said of the claim, who was asked. */
import { useQuery } from '@tanstack/react-query';
import { partsOf, type EditionPart } from '../../../src/domain/edition/changed-parts.js';
import { compareEditions } from '../../../src/domain/edition/compare-editions.js';
import type { Rating } from '../api/claims.js';
import { editionOf, type EditionDocument, type Verdict } from '../api/verdicts.js';
import { Fault } from '../parts/fault.js';
import { PartChanges } from './part-changes.js';

const stood: readonly string[] = ['published', 'superseded'];

/** What is said of both rounds, whether the last was published or sent back. */
const saidElsewhere: readonly EditionPart[] = [
  ...(['revision', 'verdict', 'findings', 'rating', 'rationale', 'recheckAt', 'correction'] as const),
  ...(['evidence', 'provisions'] as const),
];

interface Props {
  last: Pick<Verdict, 'id' | 'status'>;
  document: EditionDocument;
  scale: readonly Rating[];
}

export function SincePublished({ last, document, scale }: Props) {
  const isKept = stood.includes(last.status);
  const { data, error } = useQuery({ ...editionOf(last.id), enabled: isKept });
  if (!data || !isKept) return <Fault error={error} />;
  const parts = partsOf(compareEditions(data.document, document)).filter(
    (part) => !saidElsewhere.includes(part),
  );
  return <PartChanges before={data.document} after={document} parts={parts} scale={scale} />;
}
