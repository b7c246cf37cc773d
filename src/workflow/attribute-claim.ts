import type { Tx } from '../platform/db/client.js';
import { Failure } from '../platform/errors.js';
import type { NewEvent } from '../domain/event/types.js';
import type { NewLink } from '../domain/claim/new-claim.js';
import { findSources, insertAttribution, removeAttributions } from './claim.repository.js';

interface Chain {
  claimId: string;
  /** The article's outlet: the root of the chain, where it is known. */
  outletId: string | null;
  links: readonly NewLink[];
}

/** Sets the chain of a claim anew: the article at the root, below it whom it heard it from. To be told as given back. */
export async function attribute(tx: Tx, { claimId, outletId, links }: Chain): Promise<NewEvent> {
  const named = namedSources(links);
  const sources = await findSources(
    tx,
    named.map(({ source }) => source),
  );
  const unknown = named.filter(({ source }) => !sources.has(source));
  if (unknown.length > 0) {
    throw unknownSources(
      unknown.map(({ pointer, source }) => ({ pointer, message: `there is no source "${source}"` })),
    );
  }
  await removeAttributions(tx, claimId);
  const rootId = await insertAttribution(tx, {
    claimId,
    parentId: null,
    position: 0,
    sourceId: outletId,
    label: outletId === null ? 'the article' : null,
    mode: 'own_voice',
  });
  const hang = async (below: readonly NewLink[], parentId: string): Promise<void> => {
    for (const [position, { from, source, ...link }] of below.entries()) {
      const id = await insertAttribution(tx, {
        claimId,
        parentId,
        position,
        sourceId: source === undefined ? null : (sources.get(source) ?? null),
        label: link.label ?? null,
        verb: link.verb ?? null,
        mode: link.mode,
        anonymous: link.anonymous,
        date: link.date ?? null,
        note: link.note ?? null,
      });
      await hang(from, id);
    }
  };
  await hang(links, rootId);
  return {
    type: 'claim.attributed',
    subject: { type: 'claim', id: claimId },
    claimId,
    data: { sources: [...new Set(named.map(({ source }) => source))] },
  };
}

function namedSources(
  links: readonly NewLink[],
  at = '/attributions',
): { source: string; pointer: string }[] {
  return links.flatMap(({ source, from }, index) => {
    const here = `${at}/${String(index)}`;
    const own = source === undefined ? [] : [{ source, pointer: `${here}/source` }];
    return [...own, ...namedSources(from, `${here}/from`)];
  });
}

const unknownSources = (faults: { pointer: string; message: string }[]): Failure =>
  new Failure('unprocessable', 'The chain names sources that are not known here.', {
    code: 'unknown_source',
    faults: faults.map((fault) => ({ in: 'body', ...fault })),
  });
