import type { Call } from '@junkan/kit/call.ts';
import { z } from 'zod';
import type { Services } from '../services.ts';
import type { Names } from '../words/facts.ts';
import { someOf } from './listing.ts';

/** What any item or list can be asked to answer as well. */
export const namesParam = z.strictObject({
  with: someOf(['names']).meta({
    description:
      '`names`: the answer includes the names of its organisations, groups of cities, projects, actions, calls, mandates and persons.',
  }),
});

/** The names of what an answer mentions, as far as the caller may see each. */
export type Naming = (answer: unknown, call: Call) => Promise<Names>;

const IS_NAMED = /^(org|spo|ptn|prj|man|act|cal|grp)_[0-9a-z]{26}$/;
/** Of the key of a value, each part may be an id. */
const KEY = 'key';
/** Fields that contain the id of an actor; their values have no form of their own. */
const IS_PERSON = /^(by|actor|actingFor|person|holder|trainer|[a-z]+By)$/;
/** So many are asked for at a time. */
const MAX_ASKED = 5_000;

/** An answer contains what its reader may see, ids of persons included: a reader who may see the id may learn the name. */
export const naming =
  ({ catalogue, 'project-registry': projects }: Pick<Services, 'catalogue' | 'project-registry'>): Naming =>
  async (answer, call) => {
    const texts = textsIn(answer);
    const items = distinct(texts.filter(({ text }) => IS_NAMED.test(text)));
    const persons = distinct(texts.filter(({ field, text }) => IS_PERSON.test(field) && text !== '' && !IS_NAMED.test(text)));
    const named = await Promise.all([
      ...partsOf(items).map((ids) => catalogue.names({ ids }, call)),
      ...partsOf(persons).map((part) => projects.personNames({ persons: part }, call)),
    ]);
    return Object.fromEntries(named.flatMap(({ names }) => Object.entries(names).map(([id, text]) => [id, { text }])));
  };

type Text = { readonly field: string; readonly text: string };

/** All texts in an answer, each with the field that holds it. */
function textsIn(value: unknown, field = ''): Text[] {
  if (typeof value === 'string') return (field === KEY ? value.split('/') : [value]).map((text) => ({ field, text }));
  if (Array.isArray(value)) return value.flatMap((each) => textsIn(each, field));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) => textsIn(inner, name));
}

const distinct = (texts: readonly Text[]): string[] => [...new Set(texts.map(({ text }) => text))].sort();

const partsOf = (all: readonly string[]): string[][] =>
  Array.from({ length: Math.ceil(all.length / MAX_ASKED) }, (_, at) => all.slice(at * MAX_ASKED, (at + 1) * MAX_ASKED));
