/** The article with every quote in it: this claim's is marked, the others are underlined and open at the side. */
import { useQuery } from '@tanstack/react-query';
import { memo, useEffect, useMemo, useRef, type CSSProperties } from 'react';
import { flushSync } from 'react-dom';
import { useIntl } from 'react-intl';
import { articleVersion, claimsOfArticle, type Claim, type ClaimInArticle } from '../api/claims.js';
import { useWords } from '../language/words.js';
import { announce } from '../parts/announce.js';
import { directionOfText } from '../../../src/domain/text/direction.js';
import { Code, Foreign } from '../parts/foreign.js';
import { Button } from '../parts/button.js';
import { StatusChip } from '../parts/chips.js';
import { beginningsOf, drawnSegments, segmentsOf, type Segment } from '../text/segments.rules.js';
import { ClaimLink } from '../parts/claim-link.js';
import { Fault } from '../parts/fault.js';
import { late } from '../parts/late.js';
import { Skeleton } from '../parts/skeleton.js';
import { ArticleVersions } from './article-versions.js';
import { roomFor } from './badge-room.rules.js';
import { useInAddress } from './in-address.js';
import { useQuoteKeys } from './quote-keys.js';
import './article.css';

const VersionDiff = late(() => import('./version-diff.js').then((part) => part.VersionDiff), <Skeleton />);

const QuoteBadges = late(() => import('./quote-badges.js').then((part) => part.QuoteBadges));

/** From here on only the paragraphs around what is seen are laid out: each letter further away would cost as much. */
const longText = 50_000;

type Shown = Pick<Claim, 'id' | 'ref' | 'article' | 'language' | 'quote'>;

/** What is drawn of a claim in the text. */
type Quoted = ReturnType<typeof quotesOf>[number];
const quotesOf = (claims: readonly ClaimInArticle[]) =>
  claims.map(({ id, ref, kind, article: { version }, quote }) => ({ id, ref, kind, version, quote }));

interface Props {
  claim: Shown;
  /** Brings the pane to the screen, where it stands behind another. */
  onShow?: () => void;
}

export function ArticlePane({ claim, onShow }: Props) {
  const words = useWords();
  const intl = useIntl();
  const { article } = claim;
  const text = useQuery(articleVersion(article.id, article.version));
  const claims = useQuery(claimsOfArticle(article.id));
  const [open, setOpen] = useInAddress('open');
  const [compare, setCompared] = useInAddress('compare');
  const compared = compare === article.version ? undefined : compare;
  const pane = useRef<HTMLElement>(null);

  // What else becomes of a claim draws no text again: whoever reads it stays where they are.
  const quotes = useQuery({ ...claimsOfArticle(article.id), select: quotesOf }).data;
  const byId = useMemo(
    () => new Map(quotes?.filter(({ version }) => version === article.version).map((one) => [one.id, one])),
    [quotes, article.version],
  );
  const paragraphs = useMemo(() => {
    const others = [...byId.values()].filter(({ id }) => id !== claim.id);
    const spans = [{ id: claim.id, ...claim.quote }, ...others.map(({ id, quote }) => ({ id, ...quote }))];
    if (!text.data) return undefined;
    const cut = segmentsOf(text.data.text, spans);
    const begins = beginningsOf(cut);
    return cut.map((segments, at) => ({ segments, begins: begins[at] ?? [] }));
  }, [text.data, byId, claim.id, claim.quote]);

  const own = useMemo(() => ({ id: claim.id, ref: claim.ref }), [claim.id, claim.ref]);
  const dir = directionOfText(text.data?.text.slice(0, 1_000) ?? '', claim.language);
  const refLength = useMemo(
    () =>
      ({
        '--ref-length': Math.max(...[...byId.values(), own].map(({ ref }) => ref.length)),
      }) as CSSProperties,
    [byId, own],
  );
  const isLong = (text.data?.text.length ?? 0) > longText;

  const openClaims = (ids: readonly string[]): void => {
    const refs = ids.flatMap((id) => byId.get(id)?.ref ?? []);
    if (refs.length === 0) return;
    setOpen(refs.join());
    const others = refs.filter((ref) => ref !== claim.ref);
    if (others.length > 0) announce(words('review.opened', { refs: intl.formatList(others) }));
  };
  const openQuote = (quote: HTMLElement | null): void => {
    openClaims((quote?.dataset['claims'] ?? '').split(' '));
  };
  const openBadge = (ids: string): void => {
    const all = ids.split(' ');
    // As if the quote itself had been pressed: keys go on from there.
    pane.current
      ?.querySelector<HTMLElement>(all.map((id) => `[data-first][data-claims~="${id}"]`).join())
      ?.focus({ preventScroll: true });
    openClaims(all);
  };
  const quoteKeys = useQuoteKeys({
    pane,
    shows: `${claim.id}/${String(article.version)}`,
    drawn: useMemo(() => ({ paragraphs, compared }), [paragraphs, compared]),
    onShow: () => {
      onShow?.();
      flushSync(() => {
        setCompared(undefined, true);
      });
    },
    onOpen: openQuote,
  });
  const opened = useMemo(() => {
    const refs = new Set((open ?? '').split(','));
    return (claims.data ?? []).filter(({ id, ref }) => byId.has(id) && id !== claim.id && refs.has(ref));
  }, [open, claim.id, byId, claims.data]);
  const openedIds = opened.map(({ id }) => id).join(' ');

  useEffect(() => {
    const { activeElement } = document;
    // Who asked for it elsewhere on the screen goes on here; who came by a link to the page is led nowhere.
    if (compared === undefined || activeElement === document.body || pane.current?.contains(activeElement))
      return;
    pane.current?.querySelector<HTMLElement>('.versions select')?.focus();
  }, [compared]);

  const closeOpened = (): void => {
    const of = opened.map(({ id }) => `[data-first][data-claims~="${id}"]`).join();
    pane.current?.querySelector<HTMLElement>(of)?.focus({ preventScroll: true });
    setOpen(undefined);
  };

  return (
    <section
      ref={pane}
      className="article-pane"
      aria-label={words('review.article')}
      onKeyDown={({ key }) => {
        if (key === 'Escape' && opened.length > 0) closeOpened();
      }}
    >
      <h2>{'title' in article && <Foreign text={article.title} language={claim.language} />}</h2>
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
        // The text as a whole takes clicks and keys for all of its quotes.
        <div
          className={isLong ? 'article-text long' : 'article-text'}
          lang={claim.language}
          style={refLength}
          onClick={({ target }) => {
            const badge = (target as Element).closest<HTMLElement>('[data-badge]');
            if (badge) openBadge(badge.dataset['badge'] ?? '');
            else openQuote((target as Element).closest<HTMLElement>('[data-claim]'));
          }}
          {...quoteKeys}
        >
          {paragraphs?.map(({ segments, begins }, index) => (
            <Paragraph
              key={index}
              segments={segments}
              begins={begins}
              dir={dir}
              own={own}
              opened={openedIds}
              known={byId}
            />
          ))}
        </div>
      )}
      {opened.length > 0 && <OtherClaims claims={opened} onClose={closeOpened} />}
    </section>
  );
}

interface ParagraphProps {
  segments: readonly Segment[];
  /** ids of the claims whose quotes begin here. */
  begins: readonly string[];
  dir: 'ltr' | 'rtl';
  own: { id: string; ref: string };
  /** ids, with blanks. */
  opened: string;
  known: ReadonlyMap<string, Quoted>;
}

/** Typing a rationale draws none of these again. */
const Paragraph = memo(function Paragraph({ segments, begins, dir, own, opened, known }: ParagraphProps) {
  const words = useWords();
  const place = useRef<HTMLParagraphElement>(null);
  // The margin runs with the page, the text as its language does.
  return (
    <div className="paragraph" style={{ minBlockSize: roomFor(begins.length) }}>
      <p ref={place} dir={dir}>
        {drawnSegments(segments, own.id).map(({ text, ids, id, isFirst }, index) => {
          if (id === undefined) return text;
          const claim = known.get(id);
          const titles = ids.flatMap((one) => {
            const quoted = known.get(one);
            return quoted ? [`${quoted.ref} · ${words.known('kind.', quoted.kind)}`] : [];
          });
          const classes = ['quote', `kind-${claim?.kind ?? 'assertion'}`];
          if (ids.length > 1) classes.push('shared');
          if (id === own.id) classes.push('own');
          const isOpened = opened !== '' && opened.split(' ').some((one) => ids.includes(one));
          if (isOpened) classes.push('opened');
          // There is nothing to open of the claim that is open already.
          const opens = ids.some((one) => one !== own.id);
          return (
            <mark
              key={index}
              className={classes.join(' ')}
              data-claim={id}
              data-claims={ids.join(' ')}
              {...(id === own.id && { 'data-own': '' })}
              {...(isFirst && {
                'data-first': '',
                tabIndex: -1,
                role: opens ? 'button' : 'group',
                'aria-expanded': opens ? isOpened : undefined,
                'aria-label': [...titles, text].join('; '),
                title: titles.length > 0 ? titles.join('; ') : undefined,
              })}
            >
              {text}
            </mark>
          );
        })}
      </p>
      {begins.length > 0 && (
        <QuoteBadges paragraph={place} drawn={segments} {...{ begins, own, opened, known }} />
      )}
    </div>
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
