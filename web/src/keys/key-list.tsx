/** The keys of this screen, asked for with `?`. */
import { useWords } from '../language/words.js';
import { ClosingDialog } from '../parts/closing-dialog.js';
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
    <ClosingDialog title={words('keys.title')} onClose={onClose}>
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
    </ClosingDialog>
  );
}
