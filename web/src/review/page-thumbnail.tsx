/** The first lines of what was kept of a page, as a page that is small. Never the page itself. */
import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { directionOfText } from '../../../src/domain/text/direction.js';
import { captureText } from '../api/captures.js';
import './page-thumbnail.css';

/** More letters than fit on it are not drawn. */
const most = 420;

/** id of the capture. Its text is asked for once it is near the window. */
export function PageThumbnail({ capture }: { capture: string }) {
  const place = useRef<HTMLDivElement>(null);
  const [isNear, setNear] = useState(false);
  useEffect(() => {
    if (!place.current) return undefined;
    const observer = new IntersectionObserver(
      (entries) => {
        if (entries.some(({ isIntersecting }) => isIntersecting)) setNear(true);
      },
      { rootMargin: '200px' },
    );
    observer.observe(place.current);
    return () => {
      observer.disconnect();
    };
  }, []);
  const { data } = useQuery({ ...captureText(capture), enabled: isNear });
  const text = data?.text?.trim().slice(0, most) ?? '';
  const language = data?.language ?? undefined;
  return (
    // Whoever listens has the text itself one button further on.
    <div
      ref={place}
      className="page-thumbnail"
      aria-hidden="true"
      lang={language}
      dir={directionOfText(text, language)}
    >
      {text}
    </div>
  );
}
