/** Answers to what was asked before the rest of the desk ran: whoever wants one first has it, once. */
const answers = new Map<string, Promise<Response>>();

/** What nobody wanted by then is old. */
const longestMs = 10_000;

export function noteEarly(url: string, answer: Promise<Response>): void {
  // Who wants it hears of that, and asks again.
  answer.catch(() => undefined);
  answers.set(url, answer);
  setTimeout(() => answers.delete(url), longestMs);
}

export function takeEarly(url: string): Promise<Response> | undefined {
  const answer = answers.get(url);
  answers.delete(url);
  return answer;
}
