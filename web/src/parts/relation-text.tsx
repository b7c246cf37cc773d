/** How two claims stand to each other, in words. The API names it by refs and a type: "C37 partly_denies C34". */
import { useWords } from '../language/words.js';
import { Code } from './foreign.js';

export function RelationText({ of }: { of: string }) {
  const words = useWords();
  const [from = '', type = '', to = ''] = of.split(' ');
  return (
    <span className="soft">
      <Code>{from}</Code> {words.known('relation.', type)} <Code>{to}</Code>
    </span>
  );
}
