/** What is said of an article that has another text by now: whether the words that a claim quotes stand there too. */
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useMemo } from 'react';
import { articleVersion, oneArticle, type Claim } from '../api/claims.js';
import { useWords } from '../language/words.js';
import { useCame, type Came } from '../parts/came-later.js';
import { Fault } from '../parts/fault.js';
import { Notice } from '../parts/notice.js';
import { quoteInNewest } from './quote-in-newest.rules.js';

export function NewerText({ claim }: Pick<Props, 'claim'>) {
  const { article } = claim;
  const { data } = useQuery(oneArticle(article.id));
  const isNewer = data && data.latestVersion > article.version;
  const came = useCame(isNewer);
  return isNewer ? <Newer claim={claim} latest={data.latestVersion} came={came} /> : null;
}

interface Props {
  claim: Pick<Claim, 'article' | 'quote'>;
  /** Number of its newest text. */
  latest: number;
  came: Came;
}

function Newer({ claim: { article, quote }, latest, came }: Props) {
  const words = useWords();
  const quoted = useQuery(articleVersion(article.id, article.version));
  const newest = useQuery(articleVersion(article.id, latest));
  const [before, after] = [quoted.data?.text, newest.data?.text];
  const said = useMemo(() => quoteInNewest(before, after, quote), [before, after, quote]);
  return (
    <Notice came={came} attention={said !== undefined && said !== 'versions.quoteStands'}>
      <p>
        {words('versions.newer', { latest })}
        {said && ` ${words(said)}`}
      </p>
      <Fault error={quoted.error ?? newest.error} />
      <p>
        <Link
          className="small-target"
          to="."
          search={(before) => ({ ...before, tab: 'article', compare: latest })}
          resetScroll={false}
        >
          {words('versions.compare')}
        </Link>
      </p>
    </Notice>
  );
}
