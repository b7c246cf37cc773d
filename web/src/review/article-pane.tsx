/** The article with every quote in it: this claim's is marked, the others are underlined and open at the side. */
import { useQuery } from '@tanstack/react-query';
import { memo, useMemo, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { useIntl } from 'react-intl';
import { articleVersion, claimsOfArticle, type Claim, type ClaimInArticle } from '../api/claims.js';
import { useWords } from '../language/words.js';
import { announce } from '../parts/announce.js';
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
import { useQuoteKeys } from './quote-keys.js';
import './article.css';

const VersionDiff = late(() => import('./version-diff.js').then((part) => part.VersionDiff), <Skeleton />);

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
  const [compared, setCompared] = useState<number>();
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
    return text.data ? segmentsOf(text.data.text, spans) : undefined;
  }, [text.data, byId, claim.id, claim.quote]);

  const isLong = (text.data?.text.length ?? 0) > longText;

  const openQuote = (quote: HTMLElement | null): void => {
    const refs = (quote?.dataset['claims'] ?? '').split(' ').flatMap((id) => byId.get(id)?.ref ?? []);
    if (refs.length === 0) return;
    setOpen(refs.join());
    const others = refs.filter((ref) => ref !== claim.ref);
    if (others.length > 0) announce(words('review.opened', { refs: intl.formatList(others) }));
  };
  const quoteKeys = useQuoteKeys({
    pane,
    shows: `${claim.id}/${String(article.version)}`,
    drawn: useMemo(() => ({ paragraphs, compared }), [paragraphs, compared]),
    onShow: () => {
      onShow?.();
      flushSync(() => {
        setCompared(undefined);
      });
    },
    onOpen: openQuote,
  });
  const opened = useMemo(() => {
    const refs = new Set((open ?? '').split(','));
    return (claims.data ?? []).filter(({ id, ref }) => byId.has(id) && id !== claim.id && refs.has(ref));
  }, [open, claim.id, byId, claims.data]);
  const openedIds = opened.map(({ id }) => id).join(' ');

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
        // The text as a whole takes clicks and keys for all of its quotes.
        <div
          className={isLong ? 'article-text long' : 'article-text'}
          lang={claim.language}
          dir="auto"
          onClick={({ target }) => {
            openQuote((target as Element).closest<HTMLElement>('[data-claim]'));
          }}
          {...quoteKeys}
        >
          {paragraphs?.map((segments, index) => (
            <Paragraph key={index} segments={segments} own={claim.id} opened={openedIds} known={byId} />
          ))}
        </div>
      )}
      {opened.length > 0 && <OtherClaims claims={opened} onClose={closeOpened} />}
    </section>
  );
}

interface ParagraphProps {
  segments: readonly Segment[];
  own: string;
  /** ids, with blanks. */
  opened: string;
  known: ReadonlyMap<string, Quoted>;
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
        const isOpened = opened !== '' && opened.split(' ').some((one) => ids.includes(one));
        if (isOpened) classes.push('opened');
        // There is nothing to open of the claim that is open already.
        const opens = ids.some((one) => one !== own);
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
