/** Answers to what was asked before the rest of the desk ran: whoever wants one first has it, once. */
interface Early {
  answer: Promise<Response>;
  /** Milliseconds. */
  askedAt: number;
}
const answers = new Map<string, Early>();

/** What nobody wanted by then is old. */
const longestMs = 10_000;

export function noteEarly(url: string, answer: Promise<Response>): void {
  // Who wants it hears of that, and asks again.
  answer.catch(() => undefined);
  answers.set(url, { answer, askedAt: Date.now() });
  setTimeout(() => answers.delete(url), longestMs);
}

export function takeEarly(url: string): Early | undefined {
  const early = answers.get(url);
  answers.delete(url);
  return early;
}
