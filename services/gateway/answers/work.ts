import { ROLES } from '@junkan/kit/pure/actor.ts';
import { SILENCES, WORK_KINDS } from '@junkan/proto/junkan/catalogue/v1/language.ts';
import { z } from 'zod';
import { count, day, key, maybe, moment, money, names, word } from './parts.ts';
import { operationId, problemType } from './permissions.ts';

const task = z
  .strictObject({
    kind: z.enum(WORK_KINDS),
    item: z.string().meta({ description: 'The item that waits.' }),
    href: z.string().meta({ description: 'Where the item is to be read; its `may` says what the caller may do.' }),
    offer: maybe(key('off')),
    payment: maybe(key('pay')),
    measure: maybe(count).meta({ description: 'The number of the agreement’s measure.' }),
    tranche: maybe(count).meta({ description: 'The tranche of which a part can be requested.' }),
    sponsor: maybe(key('spo')),
    project: maybe(key('prj')),
    title: word.meta({ description: 'The title of the project.' }),
    role: z.enum(ROLES),
    organisation: z.string().meta({ description: 'The role and the organisation that it waits for.' }),
    since: moment,
    due: maybe(moment).meta({ description: 'By when it should be done. Absent where there is no such time.' }),
    dueOn: maybe(day).meta({ description: 'The calendar date that `due` is the end of, where there is one.' }),
    overdue: z.boolean(),
    silence: z.enum(SILENCES).meta({
      description:
        'What happens where nobody acts. `reminder`: a reminder when it is due. `escalates`: also, later, word to the next in charge. ' +
        '`becomes-overdue`: the milestone does, some time after it is due, and then that escalates. `expires`: the terms or the clearance do ' +
        'when they are due. `lapses`: the offer does when its round ends.',
    }),
    amount: maybe(money),
    operations: z.array(operationId).meta({ description: 'The operations that end the wait.' }),
    mine: z.boolean().meta({ description: 'Whether the caller is one of those who may act.' }),
    excluded: maybe(problemType).meta({
      description: 'Where the caller has the role, but separated duties keep the caller from it: the problem that an act would meet.',
    }),
  })
  .meta({ id: 'Work', description: 'Something that waits for a person of one role of one organisation.' });

export const workCounts = z.partialRecord(z.enum(WORK_KINDS), count);

export const work = z.strictObject({
  work: z.array(task),
  nextCursor: z.string().optional().meta({ description: 'Leads to the next page; only where one follows.' }),
  total: z
    .strictObject({ count, more: z.boolean().meta({ description: 'Whether there are more than that.' }) })
    .meta({ description: 'All that passes the filters: exact up to a bound.' }),
  counts: workCounts.meta({ description: 'By kind, whichever kinds are asked for, under all other filters: each exact up to 1,000.' }),
  names,
});
