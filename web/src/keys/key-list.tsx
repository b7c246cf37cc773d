/** The keys of this screen, asked for with `?`. */
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components/Modal';
import { useWords } from '../language/words.js';
import { Button } from '../parts/button.js';
import { useSession } from '../session/session.js';
import { boundKey } from './bound-keys.rules.js';
import { keys, printedOf, type KeyName } from './keys.js';

const screens = ['all', 'work', 'review', 'approve', 'claim'] as const;

export function KeyList({ onClose }: { onClose: () => void }) {
  const words = useWords();
  const { me } = useSession();
  const all = (Object.keys(keys) as KeyName[]).flatMap((name) => {
    const key = boundKey(name, me?.shortcuts);
    return key ? [{ name, key }] : [];
  });
  return (
    <ModalOverlay
      className="overlay"
      isOpen
      isDismissable
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
    >
      <Modal className="dialog">
        <Dialog className="stack">
          <Heading slot="title">{words('keys.title')}</Heading>
          {screens.map((screen) => (
            <section key={screen} className="stack">
              <h3>{words(`keys.screen.${screen}`)}</h3>
              <dl className="key-list">
                {all
                  .filter(({ key }) => key.screen === screen)
                  .map(({ name, key }) => (
                    <div key={name}>
                      <dt>
                        <kbd>{printedOf(key)}</kbd>
                      </dt>
                      <dd>{words(key.does)}</dd>
                    </div>
                  ))}
              </dl>
            </section>
          ))}
          <div className="row">
            <Button kind="primary" onPress={onClose}>
              {words('close')}
            </Button>
          </div>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
