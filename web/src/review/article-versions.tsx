/** The versions of an article: outlets change their texts without a word, so what changed can be shown. */
import { useQuery } from '@tanstack/react-query';
import { useId } from 'react';
import { useIntl } from 'react-intl';
import { oneArticle } from '../api/claims.js';
import { useWords } from '../language/words.js';

interface Props {
  article: { id: string; version: number };
  /** The version that is compared with the one that the claim quotes. */
  compared: number | undefined;
  onCompare: (version: number | undefined) => void;
}

export function ArticleVersions({ article: { id, version }, compared, onCompare }: Props) {
  const words = useWords();
  const intl = useIntl();
  const field = useId();
  const versions = useQuery(oneArticle(id)).data?.versions ?? [];
  if (versions.length < 2) return null;
  const latest = versions.at(-1)?.number ?? version;
  return (
    <div className={latest > version ? 'notice attention' : 'stack'}>
      {latest > version && <p>{words('versions.changedSince')}</p>}
      <div className="field versions">
        <label htmlFor={field}>{words('versions.show')}</label>
        <select
          id={field}
          value={compared ?? ''}
          onChange={({ target }) => {
            onCompare(target.value === '' ? undefined : Number(target.value));
          }}
        >
          <option value="">{words('versions.quoted', { number: version })}</option>
          {versions
            .filter(({ number }) => number !== version)
            .map(({ number, createdAt }) => (
              <option key={number} value={number}>
                {words(number > version ? 'versions.later' : 'versions.earlier', {
                  number,
                  at: intl.formatDate(createdAt, { dateStyle: 'long' }),
                })}
              </option>
            ))}
        </select>
      </div>
    </div>
  );
}
