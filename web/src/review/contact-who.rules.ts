/** PURE: who can have been asked for a reply: everybody whom the chain of the claim names. */

interface Named<Source> {
  source: Source | null;
  label: string | null;
  from: readonly Named<Source>[];
}

/** Who is named in a chain, each once, from the article inward: sources by id, others by what they are called. */
export function namedIn<Source extends { id: string }>(article: Named<Source>): (Source | string)[] {
  const known = new Map<string, Source | string>();
  const add = ({ source, label, from }: Named<Source>): void => {
    const one = source ?? label;
    const key = source ? `source ${source.id}` : `label ${label ?? ''}`;
    if (one !== null && !known.has(key)) known.set(key, one);
    from.forEach(add);
  };
  // An article without an outlet is nobody.
  add({ ...article, label: null });
  return [...known.values()];
}
