import { z } from 'zod';
import { count, moment, word } from './parts.ts';
import { workCounts } from './work.ts';

/** What is told of an event: where to look again, never what a text or a person's data says. */
export const liveEvent = z
  .strictObject({
    id: z.string().meta({ description: 'The item whose stream the event is in.' }),
    version: count.meta({ description: 'The item’s version since the event.' }),
    type: z.string(),
    at: moment.meta({ description: 'Policy time.' }),
    correlationId: z.string().meta({ description: 'The chain of requests; empty where another person has named it.' }),
    context: z.string(),
    collection: word.meta({ description: 'The collection of the item under /v1.' }),
    href: word.meta({ description: 'Where the item is to be read again.' }),
    project: word.meta({ description: 'The project that it concerns, where there is one.' }),
  })
  .meta({ id: 'LiveEvent', description: 'The data of one server-sent event.' });

/** How much waits for whoever listens. */
export const liveWork = z
  .strictObject({ counts: workCounts.meta({ description: 'By kind; of which there is nothing, nothing is told. As in `GET /v1/work`.' }) })
  .meta({ id: 'LiveWork', description: 'The data of a server-sent event `work`: how much waits for the caller.' });
