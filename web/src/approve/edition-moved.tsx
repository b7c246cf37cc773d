/** What would be published is no longer what was read: says which parts, and leads to them before anything is agreed to. */
import { useEffect } from 'react';
import { namePart, type EditionPart } from '../../../src/domain/edition/changed-parts.js';
import type { Rating } from '../api/claims.js';
import { useLanguage, useWords } from '../language/words.js';
import { announce } from '../parts/announce.js';
import { Button } from '../parts/button.js';
import { PartChanges } from './part-changes.js';
import type { ReadEdition } from './use-read-edition.js';

interface Props {
  id: string;
  of: Pick<ReadEdition, 'unseen' | 'marked' | 'moved' | 'look'>;
  scale: readonly Rating[];
}

export function EditionMoved({ id, of: { unseen, marked, moved: documents, look }, scale }: Props) {
  const words = useWords();
  const inWords = useNamedParts();
  const moved = unseen.length === 0 ? undefined : words('approval.moved', { parts: inWords(unseen) });
  useEffect(() => {
    if (moved !== undefined) announce(moved);
  }, [moved]);
  if (moved === undefined)
    return marked.length === 0 ? null : (
      <>
        <p className="small soft">{words('approval.markedParts', { parts: inWords(marked) })}</p>
        <PartChanges {...documents} parts={marked} scale={scale} />
      </>
    );
  return (
    <div id={id} className="notice attention" tabIndex={-1}>
      <p>{moved}</p>
      <PartChanges {...documents} parts={unseen} scale={scale} />
      <div className="row">
        <Button
          onPress={() => {
            look();
            requestAnimationFrame(() => document.querySelector<HTMLElement>('.changed-mark')?.focus());
          }}
        >
          {words('approval.look')}
        </Button>
      </div>
    </div>
  );
}

function useNamedParts(): (parts: readonly EditionPart[]) => string {
  const { language } = useLanguage();
  const listed = new Intl.ListFormat(language, { type: 'conjunction' });
  return (parts) => listed.format(parts.map((part) => namePart(part, language)));
}
