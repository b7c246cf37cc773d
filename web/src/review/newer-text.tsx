/** What is said of an article that has another text by now: whether the words that a claim quotes stand there too. */
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useMemo } from 'react';
import { articleVersion, type Claim } from '../api/claims.js';
import { useWords } from '../language/words.js';
import type { Came } from '../parts/came-later.js';
import { Fault } from '../parts/fault.js';
import { Notice } from '../parts/notice.js';
import { quoteInNewest } from './quote-in-newest.rules.js';

interface Props {
  claim: Pick<Claim, 'article' | 'quote'>;
  /** Number of its newest text. */
  latest: number;
  came: Came;
}

export function NewerText({ claim: { article, quote }, latest, came }: Props) {
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
