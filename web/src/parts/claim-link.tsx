/** The way to a claim, by its ref. */
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { Code } from './foreign.js';

export const ClaimLink = ({ of, children }: { of: string; children?: ReactNode }) => (
  <Link to="/claims/$claim" params={{ claim: of }} className="small-target">
    {children ?? <Code>{of}</Code>}
  </Link>
);
