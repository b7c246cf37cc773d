/**
 * PURE: server-sent events (HTML standard, section 9.2), from text in pieces of any length to frames. The parsers one can
 * install drop a frame without data, and with it the id by which our stream says how far it has come.
 */
export interface Frame {
  /** The last id given so far. */
  id: string | undefined;
  /** Undefined: only the id has moved on. */
  data: string | undefined;
}

export interface FrameParser {
  /** The frames that end in this piece. */
  read(piece: string): Frame[];
  /** Milliseconds to wait before coming back, where the stream has said so. */
  retryMs(): number | undefined;
}

export function createFrameParser(): FrameParser {
  let unfinished = '';
  let endedInCr = false;
  let retryMs: number | undefined;
  let id: string | undefined;
  let idWasGiven = false;
  let data: string[] = [];

  const readLine = (line: string): void => {
    const [, name, value = ''] = /^([^:]+)(?:: ?(.*))?$/s.exec(line) ?? [];
    if (name === 'data') data.push(value);
    if (name === 'id' && !value.includes('\0')) {
      id = value;
      idWasGiven = true;
    }
    if (name === 'retry' && /^\d{1,9}$/.test(value)) retryMs = Number(value);
  };

  const finish = (): Frame[] => {
    const text = data.join('\n');
    const isFrame = idWasGiven || text !== '';
    data = [];
    idWasGiven = false;
    return isFrame ? [{ id, data: text === '' ? undefined : text }] : [];
  };

  return {
    retryMs: () => retryMs,
    read: (piece) => {
      // CR LF is one end of a line, also where the piece ends in between.
      const text = endedInCr && piece.startsWith('\n') ? piece.slice(1) : piece;
      if (piece !== '') endedInCr = piece.endsWith('\r');
      const lines = (unfinished + text).split(/\r\n|\r|\n/);
      unfinished = lines.pop() ?? '';
      return lines.flatMap((line) => {
        if (line === '') return finish();
        readLine(line);
        return [];
      });
    },
  };
}
