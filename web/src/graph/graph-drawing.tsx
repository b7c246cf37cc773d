/** The claims around a claim: links in lists, laid over the lines of how they relate. */
import { useLayoutEffect, useMemo, useRef, useState, type RefObject } from 'react';
import { useIntl } from 'react-intl';
import type { ClaimGraph, Rating } from '../api/claims.js';
import { useLanguage, useWords } from '../language/words.js';
import { RatingChip, StatusChip } from '../parts/chips.js';
import { ClaimLink } from '../parts/claim-link.js';
import { Foreign } from '../parts/foreign.js';
import { labelOf } from '../parts/ratings.rules.js';
import { columnsOf } from './columns.rules.js';
import { linesOf, type Box, type Line } from './lines.rules.js';

/** With more of them the names stand only at the claim that is looked at. */
const mostNamed = 40;

interface Props {
  graph: ClaimGraph;
  scale: readonly Rating[];
  /** Somebody goes to a claim. */
  onLeave: () => void;
}

export function GraphDrawing({ graph: { nodes, edges }, scale, onLeave }: Props) {
  const words = useWords();
  const intl = useIntl();
  const { language } = useLanguage();
  const columns = useMemo(() => columnsOf(nodes, edges), [nodes, edges]);
  const place = useRef<HTMLDivElement>(null);
  const lines = useLines(place, edges);
  const [looked, setLooked] = useState<string>();
  const look = ({ target }: { target: EventTarget }): void => {
    setLooked((target as Element).closest<HTMLElement>('[data-node]')?.dataset['node']);
  };
  const own = nodes[0]?.ref ?? '';
  const nameOf = (side: number): string => {
    if (side === 0) return words('review.otherClaim', { ref: own });
    const what = words(side < 0 ? 'review.actingOn' : 'review.actedOnBy', { ref: own });
    // How far away they are, where that is further than one relation.
    return Math.abs(side) === 1 ? what : `${what} · ${intl.formatNumber(Math.abs(side))}`;
  };
  return (
    <div className="graph-scroller" role="group" aria-label={words('review.relations')}>
      <div
        ref={place}
        className="graph-drawing"
        onFocus={look}
        onPointerOver={look}
        onBlur={() => {
          setLooked(undefined);
        }}
        onPointerLeave={() => {
          setLooked(undefined);
        }}
      >
        <svg aria-hidden className="graph-lines">
          {edges.map(({ id, type, from, to }) => {
            const line = lines.get(id);
            if (!line) return null;
            const isLooked = from.id === looked || to.id === looked;
            return (
              <g
                key={id}
                className={`graph-edge ${type}${looked !== undefined && !isLooked ? ' faded' : ''}`}
              >
                <path className="graph-line" d={line.path} />
                <path className="graph-arrow" d={line.arrow} />
                {(edges.length <= mostNamed || isLooked) && (
                  <text x={line.label.x} y={line.label.y} dy="0.32em">
                    {words.known('relation.', type)}
                  </text>
                )}
              </g>
            );
          })}
        </svg>
        {columns.map(({ place: side, nodes: ones }) => (
          <ul key={side} className="graph-column" aria-label={nameOf(side)}>
            {ones.map(({ id, ref, text, language: written, rating, status, contested }) => {
              const rated = scale.find(({ slug }) => slug === rating);
              return (
                <li
                  key={id}
                  className={side === 0 ? 'relation-node graph-node own' : 'relation-node graph-node'}
                  data-node={id}
                  data-place={side}
                  title={text}
                  onClick={({ target, ctrlKey, metaKey, shiftKey }) => {
                    // In a tab of its own it opens beside this.
                    if ((target as Element).closest('a') && !ctrlKey && !metaKey && !shiftKey) onLeave();
                  }}
                >
                  <div className="row small">
                    <ClaimLink of={ref} />
                    {rated ? (
                      <RatingChip label={labelOf(rated, language)} polarity={rated.polarity} />
                    ) : (
                      <StatusChip status={status} />
                    )}
                    {contested && <span className="chip attention">{words('claims.contested')}</span>}
                  </div>
                  <Foreign as="p" text={text} language={written} />
                </li>
              );
            })}
          </ul>
        ))}
      </div>
    </div>
  );
}

/** Drawn between the boxes as the browser has laid them out, and again where that changes. */
function useLines(
  place: RefObject<HTMLDivElement | null>,
  edges: ClaimGraph['edges'],
): ReadonlyMap<string, Line> {
  const [lines, setLines] = useState<ReadonlyMap<string, Line>>(new Map());
  useLayoutEffect(() => {
    const drawing = place.current;
    if (!drawing) return undefined;
    const boxes = [...drawing.querySelectorAll<HTMLElement>('[data-node]')];
    const draw = (): void => {
      const measured = boxes.map((one): [string, Box] => {
        const { offsetLeft: left, offsetTop: top, offsetWidth, offsetHeight, dataset } = one;
        const box = { left, top, right: left + offsetWidth, bottom: top + offsetHeight };
        return [dataset['node'] ?? '', { ...box, place: Number(dataset['place']) }];
      });
      setLines(new Map(linesOf(new Map(measured), edges).map((line) => [line.id, line])));
    };
    const watched = new ResizeObserver(draw);
    for (const one of [drawing, ...boxes]) watched.observe(one);
    drawing.querySelector('.graph-node.own')?.scrollIntoView({ block: 'center', inline: 'center' });
    return () => {
      watched.disconnect();
    };
  }, [place, edges]);
  return lines;
}
