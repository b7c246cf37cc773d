/** The texts of one form of this member, as they were left: `useKeptTexts('claims/…/contact')`. */
import { useMemo, useSyncExternalStore } from 'react';
import { useMe } from '../session/session.js';
import { openTexts, textsOnDevice, type KeptTexts, type Texts } from './kept-texts.js';

interface Kept extends Pick<KeptTexts, 'keep' | 'forget'> {
  texts: Texts;
}

export function useKeptTexts(form: string): Kept {
  const { id } = useMe();
  const name = `${id}/${form}`;
  const kept = useMemo(() => openTexts(name, textsOnDevice), [name]);
  const texts = useSyncExternalStore(kept.subscribe, kept.texts);
  return { texts, keep: kept.keep, forget: kept.forget };
}
