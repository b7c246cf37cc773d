export const print = (line: string): void => void process.stdout.write(`${line}\n`);

/** What is not ours must not steer the terminal. */
export const printable = (line: string): string => line.replace(/[\p{Cc}\p{Cs}\p{Bidi_Control}]/gu, '\uFFFD');
