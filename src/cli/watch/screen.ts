/** A terminal as a picture that is drawn anew, and given back as it was. */
import type { ReadStream, WriteStream } from 'node:tty';

interface Screen {
  draw(lines: readonly string[]): void;
  close(): void;
}

/** Another page than the one with what was typed before; no cursor; nothing wrapped when a width was misjudged. */
const enter = '\x1b[?1049h\x1b[?25l\x1b[?7l';
const leave = '\x1b[?7h\x1b[?25h\x1b[?1049l';
/** All at once, where the terminal can: nobody sees half a picture. */
const beginPicture = '\x1b[?2026h\x1b[H';
const endPicture = '\x1b[J\x1b[?2026l';
const clearRest = '\x1b[K';

const keys = {
  '\x1b[A': 'up',
  '\x1b[B': 'down',
  k: 'up',
  j: 'down',
  '\x1b[5~': 'page-up',
  '\x1b[6~': 'page-down',
} as const;
export type Key = (typeof keys)[keyof typeof keys];

/** Ctrl-C and Ctrl-D: in raw mode they are letters like others. */
const endings = ['q', '\x03', '\x04'];

export function openScreen(
  { input, output }: { input: ReadStream; output: WriteStream },
  { onKey, onResize, onEnd }: { onKey: (key: Key) => void; onResize: () => void; onEnd: () => void },
): Screen {
  const listen = (chunk: Buffer): void => {
    const text = chunk.toString();
    if (endings.includes(text)) onEnd();
    else if (Object.hasOwn(keys, text)) onKey(keys[text as keyof typeof keys]);
  };
  let open = true;
  const close = (): void => {
    if (!open) return;
    open = false;
    output.off('resize', onResize);
    output.write(leave);
    if (input.isTTY) input.setRawMode(false);
    input.off('data', listen).pause();
    process.off('exit', close);
  };
  // However the process ends, the terminal is left as it was.
  process.on('exit', close);
  if (input.isTTY) {
    input.setRawMode(true);
    input.on('data', listen);
  }
  output.on('resize', onResize);
  output.write(enter);
  return {
    draw: (lines) => {
      if (open) output.write(beginPicture + lines.map((line) => line + clearRest).join('\r\n') + endPicture);
    },
    close,
  };
}
