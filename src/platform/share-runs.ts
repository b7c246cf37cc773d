/**
 * Lets all who call at the same time share one run of `work`, which never began before their call: who calls while a
 * run is under way shares the next one. There are never two at once.
 */
export function shareRuns(work: () => Promise<void>): () => Promise<void> {
  let current: Promise<void> | undefined;
  let next: Promise<void> | undefined;
  const run = (): Promise<void> => {
    next = undefined;
    current = work().finally(() => {
      // With a next one waiting it stays until that has begun: nobody may begin another in between.
      if (!next) current = undefined;
    });
    return current;
  };
  // Where the current run fails, only those who share it are told.
  return () => (current ? (next ??= current.then(run, run)) : run());
}
