import { z } from 'zod';

export const problem = z
  .strictObject({
    type: z.string().meta({ description: 'Stable: programs may go by it.', examples: ['/problems/request-is-malformed'] }),
    title: z.string(),
    status: z.number().int(),
    errors: z
      .array(z.strictObject({ pointer: z.string(), detail: z.string() }))
      .optional()
      .meta({ description: 'The fields at fault: a JSON pointer, and the rule.' }),
    facts: z.record(z.string(), z.unknown()).optional().meta({ description: 'Money in minor units.' }),
    correlationId: z.string(),
  })
  .meta({ id: 'Problem', description: 'RFC 9457' });
