/** The board on a screen: drawn when something has changed, and when time makes a difference. */
import { applyChange, describeClaim, emptyBoard, setTrouble, type Board } from './board.js';
import { draw, markedMs, roomFor } from './picture.js';
import { openScreen, type Key } from './screen.js';
import type { Watcher } from './watcher.js';

/** Changes that come together are drawn together. */
const frameMs = 40;

export function watchLive(title: string, onEnd: () => void): Watcher {
  let board: Board = emptyBoard;
  let scrolled = 0;
  let timer: NodeJS.Timeout | undefined;
  const { stdin: input, stdout: output } = process;

  const paint = (): void => {
    timer = undefined;
    const now = Date.now();
    screen.draw(draw(board, { title, width: output.columns, height: output.rows, scrolled, now }));
    const soon = nextMoment(board, now);
    if (soon !== undefined) paintIn(soon);
  };
  const paintIn = (ms: number): void => {
    clearTimeout(timer);
    timer = setTimeout(paint, ms);
  };
  const update = (next: Board): void => {
    board = next;
    paintIn(frameMs);
  };
  const scroll = (key: Key): void => {
    const room = roomFor(board.rows.size, output.rows);
    const step = { up: -1, down: 1, 'page-up': -room, 'page-down': room }[key];
    scrolled = Math.max(0, Math.min(board.rows.size - room, scrolled + step));
    paintIn(0);
  };
  const screen = openScreen(
    { input, output },
    {
      onKey: scroll,
      onEnd,
      onResize: () => {
        paintIn(0);
      },
    },
  );
  paintIn(0);
  return {
    change: (change) => {
      update(applyChange(board, change, Date.now()));
    },
    describe: (ref, text) => {
      update(describeClaim(board, ref, text));
    },
    trouble: (message) => {
      update(setTrouble(board, message, Date.now()));
    },
    close: () => {
      clearTimeout(timer);
      screen.close();
    },
  };
}

/** Milliseconds until a mark goes, or until the seconds of an outage are others. */
export function nextMoment({ rows, trouble }: Board, now: number): number | undefined {
  const left = [...rows.values()]
    .flatMap(({ changedAt }) => Object.values(changedAt))
    .map((at) => at + markedMs - now)
    .filter((ms) => ms > 0);
  const moments = trouble ? [...left, 1_000] : left;
  return moments.length > 0 ? Math.min(...moments) : undefined;
}
