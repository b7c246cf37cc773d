/** A part that is loaded when it is first wanted. Where it cannot be, what is on the screen stays there. */
import { useEffect, useEffectEvent, useState, type ComponentType, type ReactNode } from 'react';
import { loadAllMessages } from '../language/words.js';
import { noteMissing, onRetry } from './missing-part.js';

export interface Preloadable {
  preload: () => Promise<void>;
}
export type Late<Props> = ((props: Props) => ReactNode) & Preloadable;

/** Something that is opened over the screen is closed where it cannot be loaded. */
interface Closable {
  onClose?: () => void;
}

export function late<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
  meanwhile: ReactNode = null,
): Late<Props & Closable> {
  let loaded: ComponentType<Props> | undefined;
  const preload = async (): Promise<void> => {
    loaded ??= await load();
  };
  function Late(props: Props & Closable) {
    const [Part, setPart] = useState(() => loaded);
    const onMissing = useEffectEvent(() => {
      noteMissing(true);
      props.onClose?.();
    });
    useEffect(() => {
      if (Part) return undefined;
      let isShown = true;
      const attempt = (): void => {
        void preload().then(
          () => {
            if (isShown) setPart(() => loaded);
          },
          () => {
            if (isShown) onMissing();
          },
        );
      };
      attempt();
      const end = onRetry(attempt);
      addEventListener('online', attempt);
      return () => {
        isShown = false;
        end();
        removeEventListener('online', attempt);
      };
    }, [Part]);
    return Part ? <Part {...props} /> : meanwhile;
  }
  return Object.assign(Late, { preload });
}

/** One that says more than the first screen does. */
export const later = <Props extends object>(
  load: () => Promise<ComponentType<Props>>,
  meanwhile?: ReactNode,
): Late<Props & Closable> => late(async () => (await Promise.all([load(), loadAllMessages()]))[0], meanwhile);

/** Once the screen is there and nobody waits: what is wanted later is here even if the network or the desk is not. */
export function preloadAtRest(parts: readonly Preloadable[], afterMs = 1_500): void {
  const [next, ...others] = parts;
  if (!next) return;
  setTimeout(() => {
    requestIdleCallback(() => {
      // Where it fails it is asked for again when it is wanted.
      void next
        .preload()
        .catch(() => undefined)
        .then(() => {
          preloadAtRest(others, 0);
        });
    });
  }, afterMs);
}
