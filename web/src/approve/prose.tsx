/** A rationale as readers get it: its marks lead to the evidence, addresses in it to the web. */
import { containBidi } from '../../../src/domain/text/contain-bidi.js';
import { paragraphsOf, piecesOf, type Piece } from '../../../src/domain/publishing/page/prose.js';
import { directionOfText } from '../../../src/domain/text/direction.js';
import { Code } from '../parts/foreign.js';

interface Props {
  text: string;
  /** BCP 47. */
  language: string | undefined;
  cited: number;
}

export const Prose = ({ text, language, cited }: Props) => (
  <div className="stack" lang={language} dir={directionOfText(text, language)}>
    {paragraphsOf(text).map((paragraph, index) => (
      <p key={index}>
        {piecesOf(paragraph, cited).map((piece, at) => (
          <PieceOf key={at} piece={piece} />
        ))}
      </p>
    ))}
  </div>
);

function PieceOf({ piece }: { piece: Piece }) {
  if (piece.kind === 'text') return containBidi(piece.text);
  if (piece.kind === 'link')
    return (
      <a href={piece.href} target="_blank" rel="nofollow noreferrer noopener">
        <Code>{piece.text}</Code>
      </a>
    );
  const id = `e${String(piece.number)}`;
  return (
    <a
      href={`#${id}`}
      onClick={(event) => {
        // The address of the screen stays.
        event.preventDefault();
        document.getElementById(id)?.focus();
      }}
    >
      <Code>{piece.text}</Code>
    </a>
  );
}
