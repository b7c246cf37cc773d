/** PURE: when the clock of a task turns amber, and when red. */

/** How much of a clock is used up: below half, past half, over. */
export const clockStage = (
  { startedAt, dueAt }: { startedAt: number; dueAt: number },
  now: number,
): 'early' | 'late' | 'overdue' => {
  if (now >= dueAt) return 'overdue';
  return now - startedAt >= (dueAt - startedAt) / 2 ? 'late' : 'early';
};
