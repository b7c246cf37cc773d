/** The article with every quote in it: this claim's is marked, the others are underlined and open at the side. */
import { useQuery } from '@tanstack/react-query';
import { memo, useEffect, useMemo, useRef, useState, type KeyboardEvent, type MouseEvent } from 'react';
import { flushSync } from 'react-dom';
import { articleVersion, claimsOfArticle, type Claim, type ClaimInArticle } from '../api/claims.js';
import { useKey } from '../keys/use-key.js';
import { useWords } from '../language/words.js';
import { Code, Foreign } from '../parts/foreign.js';
import { Button } from '../parts/button.js';
import { StatusChip } from '../parts/chips.js';
import { marksOf, segmentsOf, type Segment } from '../text/segments.rules.js';
import { ClaimLink } from '../parts/claim-link.js';
import { Fault } from '../parts/fault.js';
import { late } from '../parts/late.js';
import { Skeleton } from '../parts/skeleton.js';
import { ArticleVersions } from './article-versions.js';
import { useInAddress } from './in-address.js';
import './article.css';

const VersionDiff = late(() => import('./version-diff.js').then((part) => part.VersionDiff), <Skeleton />);

type Shown = Pick<Claim, 'id' | 'article' | 'language' | 'quote'>;

interface Props {
  claim: Shown;
  /** Brings the pane to the screen, where it stands behind another. */
  onShow?: () => void;
}

export function ArticlePane({ claim, onShow }: Props) {
  const words = useWords();
  const { article } = claim;
  const text = useQuery(articleVersion(article.id, article.version));
  const claims = useQuery(claimsOfArticle(article.id));
  const [open, setOpen] = useInAddress('open');
  const [compared, setCompared] = useState<number>();
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

  const ownQuote = () => pane.current?.querySelector<HTMLElement>('[data-own]');
  useEffect(() => {
    const quote = ownQuote();
    if (quote) scrollPaneTo(quote);
  }, [paragraphs, compared]);
  /** Quotes stand in the version that the claim quotes. */
  const showQuotes = (): void => {
    onShow?.();
    flushSync(() => {
      setCompared(undefined);
    });
  };
  useKey('back-to-quote', () => {
    showQuotes();
    const quote = ownQuote();
    if (quote) bringToScreen(quote);
  });
  const step = (by: number) => () => {
    showQuotes();
    const quotes = [...(pane.current?.querySelectorAll<HTMLElement>('[data-first]') ?? [])];
    const at = quotes.findIndex((quote) => quote === document.activeElement);
    const next =
      quotes[(at === -1 ? (by > 0 ? 0 : quotes.length - 1) : at + by + quotes.length) % quotes.length];
    if (!next) return;
    next.focus({ preventScroll: true });
    bringToScreen(next);
  };
  useKey('next-quote', step(1));
  useKey('previous-quote', step(-1));

  const openQuote = (event: MouseEvent | KeyboardEvent): void => {
    if ('key' in event && event.key !== 'Enter') return;
    const quote = (event.target as Element).closest<HTMLElement>('[data-claim]');
    const refs = (quote?.dataset['claims'] ?? '').split(' ').flatMap((id) => byId.get(id)?.ref ?? []);
    if (refs.length > 0) setOpen(refs.join());
  };
  const opened = useMemo(() => {
    const refs = new Set((open ?? '').split(','));
    return [...byId.values()].filter(({ id, ref }) => id !== claim.id && refs.has(ref));
  }, [open, claim.id, byId]);

  return (
    <section ref={pane} className="article-pane" aria-label={words('review.article')}>
      <h2>
        <Foreign text={'title' in article ? article.title : ''} language={claim.language} />
      </h2>
      <Fault error={text.error ?? claims.error} />
      {paragraphs === undefined && !text.isError && <Skeleton height={320} />}
      <ArticleVersions article={article} compared={compared} onCompare={setCompared} />
      {compared !== undefined ? (
        <VersionDiff
          article={article.id}
          language={claim.language}
          versions={[article.version, compared]}
          onClose={() => {
            setCompared(undefined);
          }}
        />
      ) : (
        // Quotes are reached by keys of their own; the text as a whole takes clicks for all of them.
        <div
          className="article-text"
          lang={claim.language}
          dir="auto"
          onClick={openQuote}
          onKeyDown={openQuote}
        >
          {paragraphs?.map((segments, index) => (
            <Paragraph key={index} segments={segments} own={claim.id} opened={opened} known={byId} />
          ))}
        </div>
      )}
      {opened.length > 0 && (
        <OtherClaims
          claims={opened}
          onClose={() => {
            setOpen(undefined);
          }}
        />
      )}
    </section>
  );
}

/** In the middle of what scrolls the article, where the pane does that itself; the rest of the page stays where it is. */
function scrollPaneTo(quote: HTMLElement): boolean {
  const scroller = quote.closest<HTMLElement>('.article-side');
  if (!scroller || scroller.scrollHeight <= scroller.clientHeight) return false;
  const offset = quote.getBoundingClientRect().top - scroller.getBoundingClientRect().top;
  scroller.scrollTop += offset - scroller.clientHeight / 2;
  return true;
}

/** Because a key asked for it: otherwise the page scrolls. */
function bringToScreen(quote: HTMLElement): void {
  if (!scrollPaneTo(quote)) quote.scrollIntoView({ block: 'center' });
}

interface ParagraphProps {
  segments: readonly Segment[];
  own: string;
  opened: readonly ClaimInArticle[];
  known: ReadonlyMap<string, ClaimInArticle>;
}

/** Typing a rationale draws none of these again. */
const Paragraph = memo(function Paragraph({ segments, own, opened, known }: ParagraphProps) {
  const words = useWords();
  return (
    <p>
      {marksOf(segments, own).map(({ text, ids, id, isFirst }, index) => {
        if (id === undefined) return text;
        const claim = known.get(id);
        const titles = ids.flatMap((one) => {
          const quoted = known.get(one);
          return quoted ? [`${quoted.ref} · ${words.known('kind.', quoted.kind)}`] : [];
        });
        const classes = ['quote', `kind-${claim?.kind ?? 'assertion'}`];
        if (ids.length > 1) classes.push('shared');
        if (id === own) classes.push('own');
        if (opened.some((one) => ids.includes(one.id))) classes.push('opened');
        return (
          <mark
            key={index}
            className={classes.join(' ')}
            data-claim={id}
            data-claims={ids.join(' ')}
            {...(id === own && { 'data-own': '' })}
            {...(isFirst && {
              'data-first': '',
              tabIndex: -1,
              title: titles.length > 0 ? titles.join('; ') : undefined,
            })}
          >
            {text}
          </mark>
        );
      })}
    </p>
  );
});

/** All that are quoted by the words that were pressed. */
function OtherClaims({ claims, onClose }: { claims: readonly ClaimInArticle[]; onClose: () => void }) {
  const words = useWords();
  return (
    <aside
      className="other-claim"
      aria-label={claims.map(({ ref }) => words('review.otherClaim', { ref })).join('; ')}
    >
      {claims.map((claim, index) => (
        <div key={claim.id}>
          <div className="row">
            <strong>
              <Code>{claim.ref}</Code>
            </strong>
            <span className="soft">{words.known('kind.', claim.kind)}</span>
            <StatusChip status={claim.status} />
            <ClaimLink of={claim.ref}>{words('review.openClaim')}</ClaimLink>
            {index === 0 && (
              <Button kind="quiet" onPress={onClose}>
                {words('close')}
              </Button>
            )}
          </div>
          <Foreign as="p" text={claim.text} language={claim.language} />
        </div>
      ))}
    </aside>
  );
}
