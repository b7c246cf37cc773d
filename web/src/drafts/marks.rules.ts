/** PURE: the marks in a text that point to evidence, `[E1]`: by its place in the order of ids, as readers count it. */

export const numbered = ({ evidence = [] }: { evidence?: readonly string[] | undefined }): string[] =>
  [...evidence].sort();

/** The text as it points to the same evidence by other numbers. What is not among it any more leads nowhere: `[E?]`. */
export const moveMarks = (text: string, before: readonly string[], after: readonly string[]): string =>
  text.replace(/\[E(\d+)\]/g, (mark, number: string) => {
    const id = before[Number(number) - 1];
    if (id === undefined) return mark;
    const place = after.indexOf(id);
    return place < 0 ? '[E?]' : `[E${String(place + 1)}]`;
  });
