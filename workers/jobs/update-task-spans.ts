export interface TaskSpans {
  /** Takes up what has come into the feed since the last time; does nothing where nothing has. */
  updateTaskSpans(): Promise<void>;
}

export const updateTaskSpans = (spans: TaskSpans) => (): Promise<void> => spans.updateTaskSpans();
