/** Where nobody is signed in: in place of the screen that was asked for, so that nothing has to be found again. */
import { useQueryClient } from '@tanstack/react-query';
import { languages, ownNames } from '../language/languages.js';
import { useLanguage, useWords } from '../language/words.js';
import { Button } from '../parts/button.js';
import { ProviderSignIn } from './provider-sign-in.js';
import { SignInForm } from './sign-in-form.js';
import './sign-in.css';

export function SignInScreen() {
  const words = useWords();
  const queries = useQueryClient();
  const { language, choose } = useLanguage();
  return (
    <main className="sign-in">
      <div className="sign-in-card stack">
        <p className="sign-in-brand" lang="ar">
          إسناد
        </p>
        <h1>{words('signIn.title')}</h1>
        <p className="soft">{words('signIn.what')}</p>
        <ProviderSignIn />
        <SignInForm onSignedIn={() => void queries.resetQueries()} />
        <div className="row">
          {languages
            .filter((one) => one !== language)
            .map((one) => (
              <Button
                key={one}
                kind="quiet"
                onPress={() => {
                  choose(one);
                }}
              >
                <span lang={one}>{ownNames[one]}</span>
              </Button>
            ))}
        </div>
      </div>
    </main>
  );
}
