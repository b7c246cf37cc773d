/** A topic in words of the interface, or as it was written. */
import { topicName } from '../../../src/domain/claim/topic-names.js';
import { useLanguage } from '../language/words.js';
import { Foreign } from './foreign.js';

export function Topic({ of }: { of: string }) {
  const { language } = useLanguage();
  return topicName(of, language) ?? <Foreign text={of} />;
}
