/** The article has another text by now: whether the words that the claim quotes stand there too, and what changed. */
import { useQuery } from '@tanstack/react-query';
import { oneArticle, type Claim } from '../api/claims.js';
import { useCame } from '../parts/came-later.js';
import { late } from '../parts/late.js';

const NewerText = late(() => import('./newer-text.js').then((part) => part.NewerText));

export function NewerVersion({ claim }: { claim: Pick<Claim, 'article' | 'quote'> }) {
  const { article } = claim;
  const { data } = useQuery(oneArticle(article.id));
  const came = useCame(data && data.latestVersion > article.version);
  return data && data.latestVersion > article.version ? (
    <NewerText claim={claim} latest={data.latestVersion} came={came} />
  ) : null;
}
