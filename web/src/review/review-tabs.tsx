/** On a narrow screen the article, the facts and the verdict stand one behind the other: these say which is seen. */
import { flushSync } from 'react-dom';
import { useWords } from '../language/words.js';
import { Button } from '../parts/button.js';
import type { ReviewTab } from './in-address.js';

/** What a key leads to is on the screen before it gets the focus. Where all is seen side by side, that is no step to go back. */
export const showTab =
  (choose: (tab: ReviewTab, replace: boolean) => void) => (tab: ReviewTab) => (): void => {
    flushSync(() => {
      choose(tab, true);
    });
  };

interface Props {
  tabs: readonly ReviewTab[];
  chosen: ReviewTab;
  onChoose: (tab: ReviewTab) => void;
}

export function ReviewTabs({ tabs, chosen, onChoose }: Props) {
  const words = useWords();
  return (
    <div className="review-tabs" role="group" aria-label={words('review.parts')}>
      {tabs.map((one) => (
        <Button
          key={one}
          kind={one === chosen ? 'primary' : 'plain'}
          aria-pressed={one === chosen}
          onPress={() => {
            onChoose(one);
          }}
        >
          {words(`review.tab.${one}`)}
        </Button>
      ))}
    </div>
  );
}
