/** What a reader of a captured page would read, with a search in it. Never the page itself. */
import { useQuery } from '@tanstack/react-query';
import { useDeferredValue, useEffect, useId, useMemo, useRef, useState } from 'react';
import { captureText } from '../api/captures.js';
import { isOfWord } from '../keys/key.rules.js';
import { useWords } from '../language/words.js';
import { Button } from '../parts/button.js';
import { Fault } from '../parts/fault.js';
import { Skeleton } from '../parts/skeleton.js';
import { directionOfText } from '../../../src/domain/text/direction.js';
import { mostPlaces, placesOf, searchable } from '../text/find-in-text.rules.js';
import { segmentsOf } from '../text/segments.rules.js';

/** id. */
export function ReadableText({ capture }: { capture: string }) {
  const words = useWords();
  const { data, error } = useQuery(captureText(capture));
  if (!data) return error ? <Fault error={error} /> : <Skeleton height={160} />;
  if (data.text === null) return <p className="soft">{words('captures.noText')}</p>;
  return <Searched text={data.text} language={data.language ?? undefined} />;
}

function Searched({ text, language }: { text: string; language: string | undefined }) {
  const words = useWords();
  const id = useId();
  const box = useRef<HTMLDivElement>(null);
  const [typed, setTyped] = useState('');
  const [at, setAt] = useState(0);
  const wanted = useDeferredValue(typed);
  const folded = useMemo(() => searchable(text), [text]);
  const places = useMemo(() => placesOf(wanted, folded), [wanted, folded]);
  const paragraphs = useMemo(() => segmentsOf(text, places), [text, places]);
  const step = (by: number) => (): void => {
    if (places.length > 0) setAt((at + by + places.length) % places.length);
  };
  useEffect(() => {
    const place = box.current?.querySelector<HTMLElement>('[data-at]');
    // The text alone moves: whoever writes in the search stays where they are.
    if (place && box.current) box.current.scrollTop = place.offsetTop - box.current.clientHeight / 2;
  }, [at, places]);
  return (
    <div className="stack">
      <div className="row find">
        <label htmlFor={id}>{words('captures.find')}</label>
        <input
          id={id}
          type="search"
          dir="auto"
          value={typed}
          onChange={({ target }) => {
            setTyped(target.value);
            setAt(0);
          }}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || isOfWord(event.nativeEvent)) return;
            event.preventDefault();
            step(event.shiftKey ? -1 : 1)();
          }}
        />
        {places.length > 0 && (
          <>
            <Button onPress={step(-1)}>{words('captures.previous')}</Button>
            <Button onPress={step(1)}>{words('captures.next')}</Button>
          </>
        )}
        <span role="status" className="small soft">
          {wanted.trim() !== '' &&
            (places.length === mostPlaces
              ? words('captures.manyPlaces', { count: mostPlaces })
              : words('captures.places', { count: places.length }))}
        </span>
      </div>
      <div
        ref={box}
        className="readable"
        role="group"
        aria-label={words('captures.text')}
        tabIndex={0}
        lang={language}
        dir={directionOfText(text, language)}
      >
        {paragraphs.map((segments, index) => (
          <p key={index} dir="auto">
            {segments.map(({ text: piece, ids: [place] }, part) =>
              place === undefined ? (
                piece
              ) : (
                <mark key={part} {...(Number(place) === at && { 'data-at': '' })}>
                  {piece}
                </mark>
              ),
            )}
          </p>
        ))}
      </div>
    </div>
  );
}
