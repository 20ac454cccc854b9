import { z } from 'zod';
import { count, maybe, names } from '../parts.ts';
import * as items from './items.ts';

const list = z.string().meta({ description: 'The name of the list.' });
const inLanguages = z.record(z.string(), z.string());
const entry = z
  .strictObject({
    code: z.string(),
    names: inLanguages.meta({ description: 'By BCP 47 tags of languages; an English one is always there.' }),
    unit: maybe(z.string()).meta({ description: 'The usual unit, a code of the list units.' }),
    direction: maybe(z.enum(['up', 'down'])).meta({ description: 'Of an indicator: which change is better.' }),
    over_time: maybe(z.enum(['sum', 'running-total', 'last'])).meta({
      description: 'What several values of a place come to: their sum, what the newest is above the baseline, or the newest.',
    }),
    over_places: maybe(z.enum(['sum', 'ratio', 'distinct', 'none'])).meta({
      description:
        'What the values of several places come to: their sum, the sum of numerators by that of denominators, bounds, or nothing.',
    }),
    formula: maybe(inLanguages).meta({ description: 'How the indicator is worked out, by languages as the names.' }),
    numerator: maybe(inLanguages).meta({ description: 'Of a ratio: what is divided.' }),
    denominator: maybe(inLanguages).meta({ description: 'Of a ratio: by what.' }),
    boundary: maybe(inLanguages).meta({ description: 'What is within the indicator.' }),
    role: maybe(z.enum(['promoter', 'facilitator', 'enabler'])).meta({
      description: 'Of a dimension of a self-assessment: of which role of a city it is.',
    }),
    question: maybe(inLanguages).meta({ description: 'What a dimension asks.' }),
    levels: maybe(z.array(inLanguages)).meta({ description: 'What each level of a dimension means, from 0 on.' }),
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
  people: z.strictObject({ people: z.array(z.strictObject({ person: z.string(), organisation: z.string() })), names }),
};
