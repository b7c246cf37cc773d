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
} satisfies Record<SharedState['savedIn'], [IconName, string]>;

export function SaveState({ state: { savedIn, kept, savedAt, why } }: { state: SharedState }) {
  const words = useWords();
  const intl = useIntl();
  const isInTab = !kept && savedIn === 'device';
  const [icon, tone] = isInTab ? shown.unread : shown[savedIn];
  const at = savedAt === undefined ? null : intl.formatTime(savedAt);
  return (
    <span className={`save-state ${tone}`} data-saved-in={savedIn}>
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
