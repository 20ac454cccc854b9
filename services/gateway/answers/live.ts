import { z } from 'zod';
import { count, moment, word } from '../parts.ts';
import { workCounts } from './work.ts';

/** An event as live updates report it: which item to read again, never the contents of a text or a person's data. */
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

/** The counts of work that waits for the listener. */
export const liveWork = z
  .strictObject({ counts: workCounts.meta({ description: 'By kind; kinds without work are absent. As in `GET /v1/work`.' }) })
  .meta({ id: 'LiveWork', description: 'The data of a server-sent event `work`: how much waits for the caller.' });
