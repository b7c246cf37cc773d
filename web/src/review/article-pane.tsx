/** The article with every quote in it: this claim's is marked, the others are underlined and open at the side. */
import { useQuery } from '@tanstack/react-query';
import {
  memo,
  useCallback,
  useEffect,
  useMemo,
  useRef,
  useState,
  type KeyboardEvent,
  type MouseEvent,
} from 'react';
import { articleVersion, claimsOfArticle, type Claim, type ClaimInArticle } from '../api/claims.js';
import { useKey } from '../keys/use-key.js';
import { useWords } from '../language/words.js';
import { Code, Foreign } from '../parts/foreign.js';
import { Button } from '../parts/button.js';
import { StatusChip } from '../parts/chips.js';
import { segmentsOf, type Segment } from '../text/segments.rules.js';
import { ClaimLink } from '../parts/claim-link.js';
import { Fault } from '../parts/fault.js';
import { Skeleton } from '../parts/skeleton.js';
import './article.css';

type Shown = Pick<Claim, 'id' | 'article' | 'language' | 'quote'>;

export function ArticlePane({ claim }: { claim: Shown }) {
  const words = useWords();
  const { article } = claim;
  const text = useQuery(articleVersion(article.id, article.version));
  const claims = useQuery(claimsOfArticle(article.id));
  const [openedId, setOpenedId] = useState<string>();
  const pane = useRef<HTMLElement>(null);

  const byId = useMemo(
    () =>
      new Map(
        claims.data?.filter((one) => one.article.version === article.version).map((one) => [one.id, one]),
      ),
    [claims.data, article.version],
  );
  const paragraphs = useMemo(() => {
    const others = [...byId.values()].filter(({ id }) => id !== claim.id);
    const spans = [{ id: claim.id, ...claim.quote }, ...others.map(({ id, quote }) => ({ id, ...quote }))];
    return text.data ? segmentsOf(text.data.text, spans) : undefined;
  }, [text.data, byId, claim.id, claim.quote]);

  const back = useCallback(() => {
    const quote = pane.current?.querySelector<HTMLElement>('[data-own]');
    if (quote) showInPane(quote);
  }, []);
  useEffect(back, [back, paragraphs]);
  useKey('back-to-quote', back);
  const step = (by: number) => () => {
    const quotes = [...(pane.current?.querySelectorAll<HTMLElement>('[data-first]') ?? [])];
    const at = quotes.findIndex((quote) => quote === document.activeElement);
    const next =
      quotes[(at === -1 ? (by > 0 ? 0 : quotes.length - 1) : at + by + quotes.length) % quotes.length];
    if (!next) return;
    next.focus({ preventScroll: true });
    showInPane(next);
  };
  useKey('next-quote', step(1));
  useKey('previous-quote', step(-1));

  const open = useCallback((event: MouseEvent | KeyboardEvent) => {
    if ('key' in event && event.key !== 'Enter') return;
    const quote = (event.target as Element).closest<HTMLElement>('[data-claim]');
    if (quote) setOpenedId(quote.dataset['claim']);
  }, []);
  const opened = openedId === undefined || openedId === claim.id ? undefined : byId.get(openedId);

  return (
    <section ref={pane} className="article-pane" aria-label={words('review.article')}>
      <h2>
        <Foreign text={'title' in article ? article.title : ''} language={claim.language} />
      </h2>
      <Fault error={text.error ?? claims.error} />
      {paragraphs === undefined && !text.isError && <Skeleton height={320} />}
      {/* Quotes are reached by keys of their own; the text as a whole takes clicks for all of them. */}
      <div className="article-text" lang={claim.language} dir="auto" onClick={open} onKeyDown={open}>
        {paragraphs?.map((segments, index) => (
          <Paragraph key={index} segments={segments} own={claim.id} opened={opened?.id} known={byId} />
        ))}
      </div>
      {opened && (
        <OtherClaim
          claim={opened}
          onClose={() => {
            setOpenedId(undefined);
          }}
        />
      )}
    </section>
  );
}

/** In the middle of what scrolls the article; the rest of the page stays where it is. */
function showInPane(quote: HTMLElement): void {
  const scroller = quote.closest<HTMLElement>('.article-side');
  if (!scroller || scroller.scrollHeight <= scroller.clientHeight) return;
  const offset = quote.getBoundingClientRect().top - scroller.getBoundingClientRect().top;
  scroller.scrollTop += offset - scroller.clientHeight / 2;
}

interface ParagraphProps {
  segments: readonly Segment[];
  own: string;
  opened: string | undefined;
  known: ReadonlyMap<string, ClaimInArticle>;
}

/** Typing a rationale draws none of these again. */
const Paragraph = memo(function Paragraph({ segments, own, opened, known }: ParagraphProps) {
  const words = useWords();
  const named = new Set<string>();
  return (
    <p>
      {segments.map(({ text, ids }, index) => {
        if (ids.length === 0) return text;
        const id = ids.includes(own) ? own : (ids.at(-1) ?? '');
        const isFirst = !named.has(id);
        named.add(id);
        const claim = known.get(id);
        const classes = ['quote', `kind-${claim?.kind ?? 'assertion'}`];
        if (ids.length > 1) classes.push('shared');
        if (id === own) classes.push('own');
        if (id === opened) classes.push('opened');
        return (
          <mark
            key={index}
            className={classes.join(' ')}
            data-claim={id}
            {...(id === own && { 'data-own': '' })}
            {...(isFirst && {
              'data-first': '',
              tabIndex: -1,
              title: claim ? `${claim.ref} · ${words(`kind.${claim.kind}`)}` : undefined,
            })}
          >
            {text}
          </mark>
        );
      })}
    </p>
  );
});

function OtherClaim({ claim, onClose }: { claim: ClaimInArticle; onClose: () => void }) {
  const words = useWords();
  return (
    <aside className="other-claim" aria-label={words('review.otherClaim', { ref: claim.ref })}>
      <div className="row">
        <strong>
          <Code>{claim.ref}</Code>
        </strong>
        <span className="soft">{words(`kind.${claim.kind}`)}</span>
        <StatusChip status={claim.status} />
        <ClaimLink of={claim.ref}>{words('review.openClaim')}</ClaimLink>
        <Button kind="quiet" onPress={onClose}>
          {words('close')}
        </Button>
      </div>
      <Foreign as="p" text={claim.text} language={claim.language} />
    </aside>
  );
}
