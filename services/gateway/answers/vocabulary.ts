import { z } from 'zod';
import { count, maybe, names } from '../parts.ts';
import * as items from './items.ts';

const list = z.string().meta({ description: 'The name of the list.' });
const entry = z
  .strictObject({
    code: z.string(),
    names: z.record(z.string(), z.string()).meta({ description: 'By BCP 47 tags of languages; an English one is always there.' }),
    unit: maybe(z.string()).meta({ description: 'The usual unit, a code of the list units.' }),
  })
  .meta({ id: 'ListEntry' });

export const vocabularyAnswers = {
  lists: z.strictObject({
    lists: z.array(
      z.strictObject({
        list,
        entries: count.meta({ description: 'How many codes it has.' }),
        codes: maybe(
          z.array(z.strictObject({ code: z.string(), name: z.string() })).meta({
            description: 'Where `language` was asked for: what each code is called in it, in English where it has no name in it.',
          }),
        ),
      }),
    ),
    names,
  }),
  controlledList: z.strictObject({ list, entries: z.array(entry), names }).meta({ id: 'ControlledList' }),
  places: z.strictObject({ places: z.array(items.place), names }),
};
