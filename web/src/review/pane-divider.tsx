/** Between the article and the rest: drawn with a pointer or moved with arrows, and kept on this device. */
import { useLayoutEffect, useRef, useState, type PointerEvent } from 'react';
import { keepSetting, readSetting } from '../language/kept-settings.js';
import { useWords } from '../language/words.js';
import { evenShare, leastShare, mostShare, readShare, shareAfter, shareAt } from './pane-divider.rules.js';

const kept = 'isnad-article-share';
const isRtl = (): boolean => document.documentElement.dir === 'rtl';

export function PaneDivider() {
  const words = useWords();
  const place = useRef<HTMLDivElement>(null);
  const [share, setShare] = useState(() => readShare(readSetting(kept)));
  // The panes themselves are not drawn again: their columns follow.
  useLayoutEffect(() => {
    place.current?.parentElement?.style.setProperty('--article-share', `${String(share)}%`);
  }, [share]);
  const change = (next: number): void => {
    setShare(next);
    keepSetting(kept, String(next));
  };
  const drag = ({ currentTarget, clientX, pointerId }: PointerEvent<HTMLDivElement>): void => {
    const panes = currentTarget.parentElement?.getBoundingClientRect();
    if (!panes || !currentTarget.hasPointerCapture(pointerId)) return;
    change(shareAt(clientX, { start: panes.x, width: panes.width }, isRtl()));
  };
  return (
    <div
      ref={place}
      className="pane-divider"
      role="separator"
      aria-orientation="vertical"
      aria-label={words('review.articleWidth')}
      aria-valuenow={share}
      aria-valuemin={leastShare}
      aria-valuemax={mostShare}
      tabIndex={0}
      onKeyDown={(event) => {
        const next = shareAfter(event.key, share, isRtl());
        if (next === undefined) return;
        event.preventDefault();
        change(next);
      }}
      onPointerDown={({ currentTarget, pointerId, button }) => {
        if (button === 0) currentTarget.setPointerCapture(pointerId);
      }}
      onPointerMove={drag}
      onDoubleClick={() => {
        change(evenShare);
      }}
    />
  );
}
