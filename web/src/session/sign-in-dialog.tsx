/** When a session ends in the middle of work: the same form above it. What was written is on this device. */
import { useQueryClient } from '@tanstack/react-query';
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components/Modal';
import { readAgain } from '../api/query-client.js';
import { useWords } from '../language/words.js';
import { Foreign } from '../parts/foreign.js';
import { useWhereKept } from '../parts/where-kept.js';
import { ProviderSignIn } from './provider-sign-in.js';
import { SignInForm } from './sign-in-form.js';
import { useMe } from './session.js';

export function SignInDialog() {
  const words = useWords();
  const queries = useQueryClient();
  const me = useMe();
  const whereKept = useWhereKept();
  return (
    <ModalOverlay className="overlay" isOpen isKeyboardDismissDisabled>
      <Modal className="dialog">
        <Dialog className="stack" style={{ outline: 'none' }}>
          <Heading slot="title">{words('signIn.ended')}</Heading>
          <p>
            {words('signIn.endedHelp')} <Foreign text={me.name} />
          </p>
          <p>{whereKept}</p>
          <ProviderSignIn />
          <SignInForm
            onSignedIn={(same) => {
              // What somebody else had read is not theirs.
              void (same ? readAgain(queries) : queries.resetQueries());
            }}
          />
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
