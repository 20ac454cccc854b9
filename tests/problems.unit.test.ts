import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Rejection as OfAgreement } from '@junkan/disbursement/agreements/agreement-faces.ts';
import type { agreement } from '@junkan/gateway/problems/agreements.ts';
import { CATALOGUE, PARTS, pathOf } from '@junkan/gateway/problems/catalogue.ts';
import type { Facts, Known, MoneyFact } from '@junkan/gateway/problems/facts.ts';
import { matching as ofMatching } from '@junkan/gateway/problems/matching.ts';
import type { notice as ofNotices } from '@junkan/gateway/problems/notice.ts';
import type { payment } from '@junkan/gateway/problems/payments.ts';
import type { project as ofProjects } from '@junkan/gateway/problems/project.ts';
import type { rules } from '@junkan/gateway/problems/shared.ts';
import type { sponsor as ofSponsors } from '@junkan/gateway/problems/sponsor.ts';
import { saidOf } from '@junkan/gateway/words/problems.ts';
import { KINDS as HTTP, type Kind } from '@junkan/kit/problem.ts';
import type { Money } from '@junkan/kit/pure/money.ts';
import type { Rejection as OfFunding } from '@junkan/matching/rounds/funding.ts';
import type { Rejection as OfSettings } from '@junkan/notices/settings/settings.ts';
import type { Rejection as OfClock } from '@junkan/project-registry/clock/clock.ts';
import type { Rejection as OfMilestone } from '@junkan/project-registry/milestones/milestone.ts';
import type { Rejection as OfProject } from '@junkan/project-registry/projects/project.ts';
import type { Rejection as OfPerson } from '@junkan/project-registry/proposers/affiliation.ts';
import type { Rejection as OfProposer } from '@junkan/project-registry/proposers/proposer.ts';
import { CONTEXTS } from '@junkan/proto/contexts.ts';
import type { Rejection as OfEnvelope } from '@junkan/sponsor-registry/envelopes/envelope.ts';
import type { Rejection as OfMandate } from '@junkan/sponsor-registry/mandates/mandate.ts';
import type { Rejection as OfPassport } from '@junkan/sponsor-registry/passports/passport.ts';
import type { Rejection as OfSponsor } from '@junkan/sponsor-registry/sponsors/sponsor.ts';
import { LANGUAGES } from '@junkan/words/languages.ts';
import { expect, expectTypeOf, test } from 'vitest';

/** Where the words are, where that is not a file of the context's name. */
const FILES: Readonly<Record<string, string>> = { disbursement: 'agreements.ts or payments.ts' };
const rejections = Object.entries(CONTEXTS).flatMap(([context, { REJECTIONS }]) =>
  Object.entries<Kind>(REJECTIONS).map(([type, kind]) => ({ type, kind, file: FILES[context] ?? `${context}.ts` })),
);

/** What an engineer has to write for a rejection that the catalogue does not know. */
const toAdd = ({ type, kind, file }: (typeof rejections)[number]): string =>
  `services/gateway/problems/${file}: ${type}: ${kind === 'not-found' ? 'notFound' : kind}({ offer: text(ID('off')) }), and in words/ “problem.${type}” (what is so, and what to do next) and “problem.${type}.title”`;

test('every rejection of every context is in the catalogue of problems', () => {
  expect(rejections.length).toBeGreaterThan(100);
  expect(rejections.filter(({ type }) => !(type in CATALOGUE)).map(toAdd)).toEqual([]);
});

test('the catalogue names for each rejection the HTTP status with which it is answered', () => {
  const wrong = rejections.filter(({ type, kind }) => type in CATALOGUE && !CATALOGUE[type]?.statuses.includes(HTTP[kind].http));
  expect(wrong.map(({ type, kind }) => `${type} is answered ${HTTP[kind].http}`)).toEqual([]);
});

const root = fileURLToPath(new URL('..', import.meta.url));
const sources = globSync('{kit,services,workflows}/**/*.ts', { cwd: root, exclude: (name) => name === 'node_modules' }).filter(
  (name) => !/\.(test|fixture)\.ts$/.test(name),
);

/** The types that are made where there is no decider: `new ProblemError({ … type: 'X' … })`, `notFound('X', …)`, `found('X', …)`. */
const thrown = sources.flatMap((name) => {
  const source = readFileSync(join(root, name), 'utf8');
  const refused = [...source.matchAll(/kind: '[\w-]+',\s*type: (?:\w+ \? '(\w+)' : )?'(\w+)'/g)].flatMap(([, one, other]) => [one, other]);
  const missing = [...source.matchAll(/\b(?:notFound|found)\('(\w+)'/g)].map(([, what]) => `${what}NotFound`);
  return [...refused, ...missing].flatMap((type) => (type ? [{ type, name }] : []));
});

test('every refusal that is made outside of the deciders is in the catalogue of problems', () => {
  expect(thrown.length).toBeGreaterThan(20);
  expect(thrown.filter(({ type }) => !(type in CATALOGUE)).map(({ type, name }) => `${type}, of ${name}`)).toEqual([]);
});

test('no entry is in two parts of the catalogue, and no path names two types', () => {
  const types = Object.values(PARTS).flatMap((part) => Object.keys(part));
  expect(types.filter((type, index) => types.indexOf(type) !== index)).toEqual([]);
  expect(new Set(types.map(pathOf)).size).toBe(types.length);
});

const exampleOf = (facts: Facts): object => Object.fromEntries(Object.entries(facts).map(([name, { example }]) => [name, example]));

test('an entry says in whole sentences what is so and what to do, with the figures of its example, and names no type', async () => {
  for (const [type, { facts }] of Object.entries(CATALOGUE)) {
    const { title, detail } = await saidOf(type, exampleOf(facts), 'en');
    expect([type, title]).toEqual([type, expect.stringMatching(/^[A-Z][^.]+[^.]$/)]);
    expect([type, detail]).toEqual([type, expect.stringMatching(/^\S.*\.$/s)]);
    expect([type, `${title} ${detail}`]).toEqual([
      type,
      expect.not.stringMatching(/undefined|NaN|Unrecognised|\[object|[a-z][A-Z]\w+Is\w|\b(he|she|his|her|him)\b/),
    ]);
  }
});

test.each(LANGUAGES.filter((each) => each !== 'en'))('it says so in %s too, but for what only programs meet', async (language) => {
  for (const [type, { facts, toPrograms }] of Object.entries(CATALOGUE)) {
    const [said, inEnglish] = [await saidOf(type, exampleOf(facts), language), await saidOf(type, exampleOf(facts), 'en')];
    expect([type, said.language, said.detail === inEnglish.detail]).toEqual([type, toPrograms ? 'en' : language, toPrograms !== undefined]);
    expect([type, said.detail]).toEqual([type, expect.not.stringMatching(/undefined|NaN|\[object/)]);
  }
});

test('where the facts are not those of the entry, the answer is its title, and the facts as they are', async () => {
  const { answerOf } = ofMatching.AmountExceedsTheGap;
  expect(answerOf({ gap: '300' }, undefined, '').facts).toEqual({ gap: '300' });
  expect(await saidOf('AmountExceedsTheGap', { gap: '300' }, 'en')).toMatchObject({ detail: 'The amount exceeds what is still open.' });
});

type Shown<Value> = Value extends bigint | Money
  ? MoneyFact
  : Value extends string
    ? string
    : Value extends readonly (infer Each)[]
      ? Shown<Each>[]
      : Value extends object
        ? { [Name in keyof Value]: Shown<Value[Name]> }
        : Value;
/** The answer of a rejection. An amount without its currency could not be money. */
type Written<Rejection> = bigint extends Rejection[keyof Rejection]
  ? 'currency' extends keyof Rejection
    ? { [Name in Exclude<keyof Rejection, 'type' | 'currency'>]: Shown<Rejection[Name]> }
    : 'an amount has no currency'
  : { [Name in Exclude<keyof Rejection, 'type'>]: Shown<Rejection[Name]> };
/** The rejections whose facts are not those that their entry speaks of. */
type Wrong<Rejection extends { type: string }, Part> = {
  [Type in Rejection['type']]: Part extends { [Name in Type]: { facts: infer F extends Facts } }
    ? Written<Extract<Rejection, { type: Type }>> extends Known<F>
      ? never
      : Type
    : never;
}[Rejection['type']];

test('an entry speaks of the facts that its rejection has, and every amount among them has a currency', () => {
  expectTypeOf<Wrong<OfFunding, typeof ofMatching & typeof rules>>().toEqualTypeOf<never>();
  expectTypeOf<Wrong<OfAgreement, typeof agreement & typeof payment & typeof rules>>().toEqualTypeOf<never>();
  expectTypeOf<Wrong<OfProject | OfProposer | OfMilestone | OfClock | OfPerson, typeof ofProjects & typeof rules>>().toEqualTypeOf<never>();
  expectTypeOf<Wrong<OfSettings, typeof ofNotices & typeof rules>>().toEqualTypeOf<never>();
  expectTypeOf<Wrong<OfSponsor | OfMandate | OfEnvelope | OfPassport, typeof ofSponsors & typeof rules>>().toEqualTypeOf<never>();
});
