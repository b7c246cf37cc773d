/** Where the words are, in one place that is always seen: on this device, at the desk, or waiting for a person. */
import { useIntl } from 'react-intl';
import type { SharedState } from '../drafts/shared-draft.js';
import { useWords } from '../language/words.js';
import { Icon, type IconName } from '../parts/icon.js';

const shown = {
  opening: ['clock', ''],
  unread: ['attention', 'attention'],
  desk: ['done', ''],
  device: ['clock', ''],
  conflict: ['attention', 'attention'],
  refused: ['attention', 'refutes'],
  withheld: ['neutral', ''],
} satisfies Record<SharedState['savedIn'], [IconName, string]>;

/** Said aloud: the others come and go with every few keys. */
const needsSomebody: ReadonlySet<SharedState['savedIn']> = new Set(['conflict', 'refused', 'withheld']);

export function SaveState({ state: { savedIn, kept, savedAt, why } }: { state: SharedState }) {
  const words = useWords();
  const intl = useIntl();
  const isInTab = !kept && savedIn === 'device';
  const [icon, tone] = isInTab ? shown.unread : shown[savedIn];
  const at = savedAt === undefined ? null : intl.formatTime(savedAt);
  return (
    <span className={`save-state ${tone}`} data-saved-in={savedIn}>
      <span className="unseen" role="status">
        {needsSomebody.has(savedIn) && [words(`save.${savedIn}`), why].join(' ')}
      </span>
      <Icon name={icon} />
      {isInTab
        ? words('save.tab')
        : savedIn === 'desk' && at !== null
          ? words('save.deskAt', { at })
          : words(`save.${savedIn}`)}
      {why !== undefined && <span>{why}</span>}
    </span>
  );
}
