/** What of a screen stands in its address: a link leads to the same, and Back to what was before. */
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';

export const reviewTabs = ['article', 'facts', 'verdict'] as const;
export type ReviewTab = (typeof reviewTabs)[number];

interface InAddress {
  /** Which part is seen, on a narrow screen. */
  tab?: ReviewTab | undefined;
  /** refs of the claims that are open beside the article, with commas. */
  open?: string | undefined;
  /** The version of the article that is compared with the one that the claim quotes. */
  compare?: number | undefined;
}

export const readInAddress = ({ tab, open, compare }: Record<string, unknown>): InAddress => ({
  tab: reviewTabs.find((one) => one === tab),
  open: typeof open === 'string' && open !== '' ? open : undefined,
  compare: Number.isInteger(compare) && Number(compare) > 0 ? Number(compare) : undefined,
});

/** `replace`: it is no step that Back leads to. */
type Choose<Value> = (value: Value, replace?: boolean) => void;

/** It is so at once, and the address follows. */
export function useInAddress<Name extends keyof InAddress>(
  name: Name,
): [InAddress[Name], Choose<InAddress[Name]>] {
  const { [name]: there }: InAddress = useSearch({ strict: false });
  const navigate = useNavigate();
  const [state, set] = useState({ value: there, there });
  // Back, or another link.
  if (state.there !== there) set({ value: there, there });
  const choose: Choose<InAddress[Name]> = (value, replace = false) => {
    if (value === state.value) return;
    set({ ...state, value });
    const search = (before: InAddress): InAddress => ({ ...before, [name]: value });
    void navigate({ to: '.', search, replace, resetScroll: false });
  };
  return [state.value, choose];
}
