/** Signing in at the newsroom's identity provider, where there is one; and why the last attempt came to nothing. */
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { signInWays } from '../api/session.js';
import { useLanguage, useWords } from '../language/words.js';
import { Button } from '../parts/button.js';
import { startAddress } from './start-address.rules.js';

export function ProviderSignIn() {
  const words = useWords();
  const { language } = useLanguage();
  const { data: ways } = useQuery(signInWays(language));
  if (!ways?.provider) return null;
  const { provider, refused } = ways;
  return (
    <div className="stack">
      {refused && (
        <div className="fault stack" role="alert">
          <p>{refused.detail}</p>
          {refused.subject !== undefined && (
            <WhoYouAre issuer={refused.issuer ?? provider.issuer} subject={refused.subject} />
          )}
        </div>
      )}
      <a className="button primary" href={startAddress(provider.start, location)}>
        {words('signIn.provider', { name: provider.name })}
      </a>
      <p className="soft">{words('signIn.orKey')}</p>
    </div>
  );
}

/** What an admin ties to a member. */
function WhoYouAre({ issuer, subject }: { issuer: string; subject: string }) {
  const words = useWords();
  const [copied, setCopied] = useState(false);
  return (
    <>
      <dl className="identity" dir="ltr" lang="en">
        <dt>issuer</dt>
        <dd>
          <bdi>{issuer}</bdi>
        </dd>
        <dt>subject</dt>
        <dd>
          <bdi>{subject}</bdi>
        </dd>
      </dl>
      <Button
        onPress={() => {
          const text = `issuer: ${issuer}\nsubject: ${subject}\n`;
          void navigator.clipboard.writeText(text).then(() => {
            setCopied(true);
          });
        }}
      >
        {words(copied ? 'signIn.copied' : 'signIn.copy')}
      </Button>
    </>
  );
}
