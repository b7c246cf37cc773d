/** A key, pasted. What the API says of a wrong one is shown as it says it. */
import { useId, useState, type SubmitEvent } from 'react';
import { useWords } from '../language/words.js';
import { Button } from '../parts/button.js';
import { useReason } from '../parts/fault.js';
import { signIn } from './session.js';

interface Props {
  /** Before it is on the screen who it is: whether it is whoever was here before. */
  onSignedIn: (same: boolean) => void;
}

export function SignInForm({ onSignedIn }: Props) {
  const words = useWords();
  const reason = useReason();
  const id = useId();
  const [key, setKey] = useState('');
  const [shown, setShown] = useState(false);
  const [state, setState] = useState<{ busy: boolean; fault?: string | undefined }>({ busy: false });

  const submit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    if (key.trim() === '') {
      setState({ busy: false, fault: words('signIn.empty') });
      return;
    }
    setState({ busy: true });
    try {
      await signIn(key.trim(), onSignedIn);
    } catch (error) {
      setState({ busy: false, fault: reason(error) });
    }
  };

  return (
    <form className="stack" onSubmit={(event) => void submit(event)} noValidate>
      <div className="field">
        <label htmlFor={`${id}-key`}>{words('signIn.key')}</label>
        <span className="hint" id={`${id}-hint`}>
          {words('signIn.keyHint')}
        </span>
        <input
          id={`${id}-key`}
          type={shown ? 'text' : 'password'}
          dir="ltr"
          autoComplete="current-password"
          spellCheck={false}
          value={key}
          onChange={({ target }) => {
            setKey(target.value);
          }}
          aria-describedby={`${id}-hint${state.fault === undefined ? '' : ` ${id}-fault`}`}
          aria-invalid={state.fault === undefined ? undefined : true}
          autoFocus
        />
        <div role="alert">
          {state.fault !== undefined && (
            <p className="fault" id={`${id}-fault`}>
              {state.fault}
            </p>
          )}
        </div>
      </div>
      <label className="row">
        <input
          type="checkbox"
          checked={shown}
          onChange={({ target }) => {
            setShown(target.checked);
          }}
        />
        {words('signIn.show')}
      </label>
      <Button kind="primary" type="submit" busy={state.busy}>
        {words('signIn.go')}
      </Button>
    </form>
  );
}
