import { ROLES } from '@junkan/proto/actor.ts';
import { FOR_OTHERS, OF_DUTIES } from '@junkan/proto/contexts.ts';
import { PERMISSION_ANSWERS } from '@junkan/proto/junkan/common/v1/language.ts';
import { z } from 'zod';
import { ACTS } from '../acts.ts';
import { count, key, maybe } from '../parts.ts';
import { BY_PATH, pathOf } from '../problems/catalogue.ts';

export const problemType = z.union([z.enum([...BY_PATH.keys()]), z.string()]);
export const operationId = z.enum(Object.keys(ACTS));

const typesOf = (rejections: ReadonlySet<string>): readonly string[] => [...rejections].map(pathOf);
/** Which types say only that this is for others, and which are about a duty of who asks. */
const refusalType = problemType.meta({ 'x-for-others': typesOf(FOR_OTHERS), 'x-of-duties': typesOf(OF_DUTIES) });

const permission = z
  .strictObject({
    operation: operationId,
    answer: z
      .enum(PERMISSION_ANSWERS)
      .meta({ description: '`allowed` with a body that no rule objects to; `done`: it would be accepted and change nothing.' }),
    offer: maybe(key('off')).meta({ description: 'The offer of the round, or of the agreement, that it is done to.' }),
    payment: maybe(key('pay')).meta({ description: 'The payment of the agreement that it is done to.' }),
    measure: maybe(count).meta({ description: 'The number of the agreement’s measure that it is done to.' }),
    tranche: maybe(count).meta({
      description: 'The tranche of which a part can be requested, or held; left out = what was retained of all of them.',
    }),
    sponsor: maybe(key('spo')).meta({ description: 'The sponsor whose part of the tranche it is.' }),
    question: maybe(count).meta({ description: 'The number of the round’s question that it is done to.' }),
    entry: maybe(count).meta({ description: 'The number of the statement’s entry that it is done to.' }),
    condition: maybe(count).meta({ description: 'The number of the agreement’s condition that it is done to.' }),
    recovery: maybe(count).meta({ description: 'The number of the agreement’s recovery that it is done to.' }),
    resolution: maybe(count).meta({ description: 'The number of the recovery’s resolution that it is done to.' }),
    advance: maybe(count).meta({ description: 'The number of the agreement’s advance that it is done to.' }),
    expenditure: maybe(count).meta({ description: 'The number of the advance’s statement of expenditure that it is done to.' }),
    hold: maybe(count).meta({ description: 'The number of the agreement’s hold that it is done to.' }),
    gap: maybe(z.string()).meta({ description: 'The key of the cash book’s gap that it is done to.' }),
    explanation: maybe(count).meta({ description: 'The number of the cash book’s explanation that it is done to.' }),
    obligation: maybe(z.string()).meta({ description: 'The signatory’s obligation that it is done to.' }),
    contest: maybe(count).meta({ description: 'The number of the report’s contest that it is done to.' }),
    result: maybe(z.string()).meta({ description: 'The action’s result that it is done to.' }),
    period: maybe(count).meta({ description: 'The number of the series’ period that it is done to.' }),
    correction: maybe(count).meta({ description: 'The number of the series’ correction that it is done to.' }),
    comment: maybe(count).meta({ description: 'The number of the comment that it is done to.' }),
    delegation: maybe(count).meta({ description: 'The number of the organisation’s delegation that it is done to.' }),
    drawing: maybe(count).meta({ description: 'The number of the agreement’s drawing that it is done to.' }),
    increase: maybe(count).meta({ description: 'The number of the envelope’s increase that it is done to.' }),
    roles: maybe(z.array(z.enum(ROLES))).meta({ description: 'Where it is refused: the roles of which one is needed.' }),
    reason: maybe(z.strictObject({ type: refusalType, facts: maybe(z.record(z.string(), z.unknown())) })).meta({
      description: 'Where it is refused: the problem that the command would meet, by `type` and `facts` as in ProblemFacts.',
    }),
  })
  .meta({
    id: 'Permission',
    description: 'Whether the caller may do an operation now. Operations that are never its organisation’s are left out.',
  });

/** In items that are answered by id, and not in lists. */
export const may = maybe(z.array(permission)).meta({ description: 'What the caller may do with it now. In the item, not in lists.' });
