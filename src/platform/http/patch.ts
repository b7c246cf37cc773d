import { z } from 'zod';

/** The body of a PATCH: what is left out stays as it is, and leaving out everything is a mistake. */
export const patchOf = <Shape extends z.ZodRawShape>(shape: Shape) =>
  z.strictObject(shape).refine((patch) => Object.keys(patch).length > 0, {
    message: 'must change something',
    // A body of unknown fields only is told about those.
    when: ({ issues }) => issues.length === 0,
  });
