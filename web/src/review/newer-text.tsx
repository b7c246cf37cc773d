/** What is said of an article that has another text by now: whether the words that a claim quotes stand there too. */
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { articleVersion, type Claim } from '../api/claims.js';
import { useWords } from '../language/words.js';
import { Fault } from '../parts/fault.js';

interface Props {
  claim: Pick<Claim, 'article' | 'quote'>;
  /** Number of its newest text. */
  latest: number;
}

export function NewerText({ claim: { article, quote }, latest }: Props) {
  const words = useWords();
  const { data, error } = useQuery(articleVersion(article.id, latest));
  const stands = data?.text.includes(quote.exact);
  return (
    <div className={stands === false ? 'notice attention' : 'notice'}>
      <p>
        {words('versions.newer', { latest })}
        {stands !== undefined && ` ${words(stands ? 'versions.quoteStands' : 'versions.quoteGone')}`}
      </p>
      <Fault error={error} />
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
    </div>
  );
}
