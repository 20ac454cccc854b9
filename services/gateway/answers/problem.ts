import { z } from 'zod';
import { BY_PATH } from '../problems/catalogue.ts';
import { factsShape } from '../problems/facts.ts';

export const problem = z
  .strictObject({
    type: z.union([z.enum([...BY_PATH.keys()]), z.string()]).meta({
      description:
        'Stable: programs may rely on it. A path of this API, whose page explains it; more may be added. ProblemFacts lists all.',
    }),
    title: z.string().meta({ description: 'Names the fact.' }),
    status: z.number().int(),
    detail: z.string().meta({ description: 'What is so, and what to do next. For people: its words may change.' }),
    errors: z
      .array(z.strictObject({ pointer: z.string(), detail: z.string() }))
      .optional()
      .meta({ description: 'The fields at fault: a JSON pointer, and the rule.' }),
    facts: z.record(z.string(), z.unknown()).optional().meta({ description: 'Of a shape by `type`: see ProblemFacts. Money as Money.' }),
    correlationId: z.string(),
  })
  .meta({ id: 'Problem', description: 'RFC 9457' });

/** What the facts of each type of problem are. */
export const problemFacts = z
  .object(Object.fromEntries([...BY_PATH].map(([path, { title, facts }]) => [path, factsShape(facts).meta({ description: title })])))
  .meta({
    id: 'ProblemFacts',
    description: 'Every type of problem, with its title and the shape of its `facts`. A table: nothing is answered so.',
  });
