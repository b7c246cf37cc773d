/**
 * In the margin of a paragraph, the refs of the claims whose quotes begin in it. They say and do nothing that the quotes
 * themselves do not: who points finds them, who listens or uses keys has the quotes.
 */
import { useEffect, useState, type RefObject } from 'react';
import { useIntl } from 'react-intl';
import type { ClaimInArticle } from '../api/claims.js';
import { useLanguage, useWords } from '../language/words.js';
import { Code } from '../parts/foreign.js';
import { badgeHeight, mostNamed } from './badge-room.rules.js';
import { stacksOf, type Stack } from './badge-stacks.rules.js';

interface Props {
  paragraph: RefObject<HTMLParagraphElement | null>;
  /** Changes whenever other quotes are drawn. */
  drawn: unknown;
  /** ids of the claims whose quotes begin here. */
  begins: readonly string[];
  own: { id: string; ref: string };
  /** ids, with blanks. */
  opened: string;
  known: ReadonlyMap<string, Pick<ClaimInArticle, 'ref' | 'kind'>>;
}

export function QuoteBadges({ paragraph, drawn, begins, own, opened, known }: Props) {
  const words = useWords();
  const intl = useIntl();
  const { language } = useLanguage();
  const [stacks, setStacks] = useState<readonly Stack[]>([]);
  useEffect(() => {
    const place = paragraph.current;
    return place ? whenLaidOut(place, begins, setStacks) : undefined;
  }, [paragraph, drawn, begins]);
  const refOf = (id: string): string => (id === own.id ? own.ref : (known.get(id)?.ref ?? ''));
  const titleOf = (id: string): string => {
    const kind = known.get(id)?.kind;
    return kind ? `${refOf(id)} · ${words.known('kind.', kind)}` : refOf(id);
  };
  return (
    <div aria-hidden lang={language}>
      {stacks.map(({ top, ids }) => {
        const [named, more] = [ids.slice(0, mostNamed), ids.slice(mostNamed)];
        return (
          <div key={ids[0]} className="badge-stack" style={{ insetBlockStart: top }}>
            {named.map((id) => (
              <span
                key={id}
                className={[
                  ...['quote-badge', `kind-${known.get(id)?.kind ?? 'assertion'}`],
                  ...(id === own.id ? ['own'] : []),
                  ...(opened.split(' ').includes(id) ? ['opened'] : []),
                ].join(' ')}
                data-badge={id === own.id ? undefined : id}
                title={titleOf(id)}
              >
                <Code>{refOf(id)}</Code>
              </span>
            ))}
            {more.length > 0 && (
              <span className="quote-badge" data-badge={more.join(' ')} title={more.map(titleOf).join('; ')}>
                <Code>{`+${intl.formatNumber(more.length)}`}</Code>
              </span>
            )}
          </div>
        );
      })}
    </div>
  );
}

type Show = (stacks: readonly Stack[]) => void;
const watched = new WeakMap<Element, { begins: readonly string[]; show: Show }>();

/**
 * One for all paragraphs: it is told of those that have been laid out, so that looking costs no layout; of a long article
 * those are the ones near what is seen. All are looked at before anything is drawn.
 */
let sizes: ResizeObserver | undefined;

function whenLaidOut(paragraph: Element, begins: readonly string[], show: Show): () => void {
  sizes ??= new ResizeObserver((entries) => {
    const found = entries.flatMap(({ target }) => {
      const one = watched.get(target);
      return one ? [{ show: one.show, stacks: stacksBeside(target, one.begins) }] : [];
    });
    for (const one of found) one.show(one.stacks);
  });
  watched.set(paragraph, { begins, show });
  sizes.observe(paragraph);
  return () => {
    watched.delete(paragraph);
    sizes?.unobserve(paragraph);
  };
}

function stacksBeside(paragraph: Element, begins: readonly string[]): Stack[] {
  const room = paragraph.parentElement?.getBoundingClientRect();
  if (!room || room.height === 0) return [];
  const left = new Set(begins);
  const begun = [...paragraph.querySelectorAll<HTMLElement>('[data-claims]')].flatMap((quote) => {
    const ids = (quote.dataset['claims'] ?? '').split(' ').filter((id) => left.delete(id));
    const line = ids.length > 0 ? quote.getClientRects()[0] : undefined;
    if (!line) return [];
    const top = Math.round(line.top + line.height / 2 - room.top - badgeHeight / 2);
    return ids.map((id) => ({ id, top }));
  });
  return stacksOf(begun, room.height);
}
