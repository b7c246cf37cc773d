/** A note that somebody wrote. Its language is not known; where its letters are not those of the desk's language, it says so. */
import { directionOf, directionOfText } from '../../../src/domain/text/direction.js';
import { useLanguage, useWords } from '../language/words.js';
import { Foreign } from './foreign.js';

export function Note({ text, className }: { text: string; className?: string }) {
  const words = useWords();
  const { language } = useLanguage();
  const isOther = directionOfText(text) !== directionOf(language);
  return (
    <>
      {isOther && <span className={`other-language ${className ?? ''}`}>{words('note.otherLanguage')}</span>}
      <Foreign as="p" className={className} text={text} />
    </>
  );
}
