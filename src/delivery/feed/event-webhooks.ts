/** Every type of event as the document of the API shows it. */
import { z } from 'zod';
import { shownToReaders } from '../../domain/event/public-data.js';
import { eventTypes, type EventType } from '../../domain/event/types.js';
import type { DescribedWebhook } from '../../platform/http/webhook-document.js';
import { cloudEvent, isForAdmins } from './cloud-event.js';
import { eventData } from './event-data/event-data.js';

export const eventWebhooks: readonly DescribedWebhook[] = eventTypes.map((name) => {
  const { means, data } = eventData[name];
  const needed = Object.keys(data.shape).filter((field) => !(data.shape[field] instanceof z.ZodOptional));
  const shown = shownToReaders[name];
  return {
    name,
    summary: `When it happens: \`${name}\``,
    description: `${means} ${whoSees(name)} New members may be added to \`data\`: pass over those that you do not know.`,
    tag: 'Webhooks',
    event: cloudEvent,
    data,
    required: typeof shown === 'string' ? needed : needed.filter((field) => shown.includes(field)),
  };
});

function whoSees(type: EventType): string {
  if (isForAdmins(type)) return 'Its data is for those who administer; others see that it happened.';
  const shown = shownToReaders[type];
  if (shown === 'all') return 'Everybody sees its data.';
  if (shown === 'nothing') return 'Its data is for the desk; others see that it happened.';
  return `Outside the desk its data is ${shown.map((field) => `\`${field}\``).join(', ')}.`;
}
