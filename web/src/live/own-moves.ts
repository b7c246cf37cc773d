/** What this tab did and has the answer to: the events that tell of it are no news of the task. */
const answered = new Map<string, number>();

/** The claim, by its ref, as the answer to a move has it. All else of its task was read later, or is asked for again. */
export const noteAnswered = ({ ref, version }: { ref: string; version: number }): void => {
  answered.set(ref, version);
};

export const isAnswered = ({
  claim,
  ordinal,
}: {
  claim: string | undefined;
  ordinal?: number | undefined;
}): boolean => claim !== undefined && ordinal !== undefined && ordinal <= (answered.get(claim) ?? -1);
