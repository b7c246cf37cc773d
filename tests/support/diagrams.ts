/** PURE: the two tables of moves as Mermaid state diagrams, as they stand in docs/LIFECYCLES.md. */
import { claimMoveNames, claimStatuses, movesAt } from '../../src/domain/claim/lifecycle.js';
import { liveStatuses, taskMoveNames, taskStatuses, taskTable } from '../../src/domain/task/lifecycle.js';

interface Edge {
  from: string;
  to: string;
  label: string;
}

const draw = (lines: readonly string[]): string =>
  ['```mermaid', 'stateDiagram-v2', ...lines.map((line) => `  ${line}`), '```'].join('\n');

const drawEdge = ({ from, to, label }: Edge): string => `${from} --> ${to}: ${label}`;

/** One arrow per move: the event, who may make it, and on which condition. */
export function claimDiagram(): string {
  const edges = claimStatuses.flatMap((from) =>
    claimMoveNames.flatMap((event) =>
      movesAt(from, event).map(({ to, by, when }) => ({
        from,
        to,
        label: `${event} (${by.join(', ')})${when === undefined ? '' : ` while ${when}`}`,
      })),
    ),
  );
  return draw([`[*] --> ${claimStatuses[0]}`, ...edges.map(drawEdge)]);
}

/** The same for tasks. A move that all live states share is drawn once, from the frame around them. */
export function taskDiagram(): string {
  const edges = taskStatuses.flatMap((from) =>
    taskMoveNames.flatMap((event) => {
      const move = taskTable[from][event];
      return move ? [{ from, to: move.to, label: `${event} (${move.by.join(', ')})` }] : [];
    }),
  );
  const isShared = ({ to, label }: Edge): boolean =>
    liveStatuses.every((from) =>
      edges.some((edge) => edge.from === from && edge.to === to && edge.label === label),
    );
  const shared = edges.filter(isShared);
  const fromFrame = new Set(shared.map((edge) => drawEdge({ ...edge, from: 'live' })));
  const own = edges.filter((edge) => !isShared(edge));
  const within = own.filter(({ to }) => (liveStatuses as readonly string[]).includes(to));
  const out = own.filter((edge) => !within.includes(edge));
  return draw([
    '[*] --> live',
    'state live {',
    `  [*] --> ${taskStatuses[0]}`,
    ...within.map((edge) => `  ${drawEdge(edge)}`),
    '}',
    ...out.map(drawEdge),
    ...fromFrame,
  ]);
}
