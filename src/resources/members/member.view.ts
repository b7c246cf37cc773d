import { may, permissions } from '../../domain/access/rules.js';
import type { Me, Member } from './member.schema.js';
import type { Preferences } from './preferences.repository.js';

/** A member as they see themselves. */
export const viewSelf = (
  { id, ref, name, role, awayEndsAt, wipLimit }: Member,
  { publicReading, ...preferences }: Preferences & Pick<Me, 'publicReading'>,
): Me => ({
  id,
  ref,
  name,
  role,
  awayEndsAt,
  wipLimit,
  permissions: permissions.filter((each) => may(role, each)),
  publicReading,
  ...preferences,
});
