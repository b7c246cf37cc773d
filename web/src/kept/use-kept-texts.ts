/** The texts of one form of this member, as they were left: `useKeptTexts('claims/…/contact')`. */
import { useSyncExternalStore } from 'react';
import { useMe } from '../session/session.js';
import { textsOf, type KeptTexts, type Texts } from './kept-texts.js';

interface Kept extends Pick<KeptTexts, 'keep' | 'forget'> {
  texts: Texts;
}

export function useKeptTexts(form: string): Kept {
  const { id } = useMe();
  const { keep, forget, subscribe, texts } = textsOf(`${id}/${form}`);
  return { texts: useSyncExternalStore(subscribe, texts), keep, forget };
}
