import { z } from 'zod';
import { priority } from '../../workflow/command.schema.js';
import { patchOf } from '../../platform/http/patch.js';
import { clocks } from '../../domain/task/clock.js';

const minutes = z
  .number()
  .min(0.01)
  .max(525_600)
  .describe('Minutes until overdue, fractions too; reminder at half, escalation at one and a half');

const settings = {
  autoAssign: z.boolean().describe('Whether tasks are handed out as they are opened'),
  wipLimit: z.int().min(1).max(1_000).describe('How many tasks a member holds at most'),
  leaseMinutes: z
    .int()
    .min(1)
    .max(43_200)
    .describe('How long a task stays with a holder who does nothing on it'),
};

export const policyParams = z.strictObject({ clock: z.enum(clocks), priority });
export type PolicyName = z.output<typeof policyParams>;
export const policyInput = z.strictObject({ minutes });

export const deskPatch = patchOf({
  autoAssign: settings.autoAssign.optional(),
  wipLimit: settings.wipLimit.optional(),
  leaseMinutes: settings.leaseMinutes.optional(),
});
export type DeskPatch = z.output<typeof deskPatch>;

export const policies = z
  .strictObject({
    desk: z.strictObject(settings),
    clocks: z.array(z.strictObject({ clock: z.enum(clocks), priority, minutes })),
    version: z.int(),
  })
  .meta({ id: 'Policies' });
export type Policies = z.output<typeof policies>;
