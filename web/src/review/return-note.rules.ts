/** PURE: why a verdict is to be written again, as the last one that was decided or refused says. */
interface Decided {
  status: string;
  note?: string | null;
  problem?: Record<string, unknown> | null;
}

interface WhyReturned {
  status: 'returned' | 'refused';
  says: string[];
}

/** Undefined where the last one came to another end: what was said before that is settled. */
export function whyReturned(verdicts: readonly Decided[]): WhyReturned | undefined {
  const last = verdicts.findLast(({ status }) => status !== 'submitted' && status !== 'proposed');
  if (last?.status === 'returned') return last.note ? { status: 'returned', says: [last.note] } : undefined;
  if (last?.status !== 'refused') return undefined;
  const { errors, detail } = last.problem ?? {};
  const messages = (Array.isArray(errors) ? errors : []).map((error: { message?: unknown }) => error.message);
  const says = [...messages, ...(messages.length === 0 ? [detail] : [])];
  return { status: 'refused', says: says.filter((one) => typeof one === 'string') };
}
