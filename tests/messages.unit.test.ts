import { readdirSync, readFileSync } from 'node:fs';
import { CONTEXTS } from '@junkan/proto/contexts.ts';
import { BUNDLE_NAMES, textsOf } from '@junkan/words/texts.fixture.ts';
import { expect, test } from 'vitest';
import { FORMS } from '../web/gen/forms.js';
import { GIVEN, isOnPage } from '../web/src/acts/by-pages.ts';

// The words, compared with what says them and with what the API may show.

const WEB = new URL('../web/', import.meta.url);
/** Looked up by a code of the API. */
const BY_CODE = [
  'act-codes',
  'act-forms',
  'acts',
  'award-rubric',
  'duties',
  'events',
  'form-codes',
  'hints',
  'problem-titles',
  'problems',
  'reasons',
  'statuses',
];

/** Said by programs, each in a folder of its own. */
const OF_SERVICES: Readonly<Record<string, string>> = {
  mail: '../services/notices/mail/',
  'sign-in': '../services/trial-sign-in/',
  deadlines: '../services/gateway/calendar/',
  card: '../services/gateway/shared/',
};

const sourcesIn = (folder: URL, recursive: boolean): string[] =>
  readdirSync(folder, { recursive, withFileTypes: true })
    .filter(({ name }) => /(?<!\.test)\.tsx?$/.test(name))
    .map(({ parentPath, name }) => readFileSync(`${parentPath}/${name}`, 'utf8'));
const ofWeb = sourcesIn(new URL('src', WEB), true);
const saying = (set: string): string[] => {
  const folder = OF_SERVICES[set];
  if (folder !== undefined) return sourcesIn(new URL(folder, import.meta.url), false);
  return ofWeb.filter((source) => source.includes(set === '' ? "'#messages'" : `'#messages/${set}'`));
};

test.each(BUNDLE_NAMES.filter((set) => !BY_CODE.some((found) => set === found || set.startsWith(`${found}-`))))(
  'every message is said somewhere: %s',
  (set) => {
    const users = saying(set).join('\n');
    const unsaid = Object.keys(textsOf(set)).filter((name) => !new RegExp(`\\b${name}\\b`).test(users) && !name.startsWith('col_'));
    expect(unsaid).toEqual([]);
  },
);

test('every problem of the API has words', () => {
  const { components } = JSON.parse(readFileSync(new URL('../docs/openapi.json', import.meta.url), 'utf8')) as {
    components: { schemas: { ProblemFacts: { properties: Record<string, unknown> } } };
  };
  const types = Object.keys(components.schemas.ProblemFacts.properties).map((type) => type.replace('/problems/', '').replaceAll('-', ''));
  const written = { ...textsOf('problems'), ...textsOf('duties') };
  expect(types.filter((type) => !(type in written))).toEqual([]);
});

/** Items without a timeline: their events need no sentence. */
const WITHOUT = [
  'bank-reference',
  'day-limit',
  'project-reference',
  'proposer',
  'person',
  'clock',
  'sponsor',
  'settings',
  'learner',
  'certificate-register',
];

test('every event that a timeline may show has a sentence', () => {
  const streams = Object.values(CONTEXTS).flatMap(({ EVENTS }) => Object.entries<object>(EVENTS));
  const written = streams.filter(([aggregate]) => !WITHOUT.includes(aggregate)).flatMap(([, events]) => Object.keys(events));
  expect(written.length).toBeGreaterThan(50);
  expect(written.filter((type) => !(type in textsOf('events')))).toEqual([]);
});

const given: Readonly<Record<string, readonly string[]>> = GIVEN;

/** The fields of every form that an operation is offered as, and of what they are made. */
const shown = Object.entries(FORMS).flatMap(([operation, fields]) =>
  isOnPage(operation)
    ? []
    : (fields ?? [])
        .filter(({ kind }) => kind !== 'other' && kind !== 'id')
        .map((field) => ({ ...field, isGiven: given[operation]?.includes(field.name) ?? false })),
);

/** What pages give, or ask for in words of their own. */
const OF_PAGES = [
  'roles',
  'recovery',
  'drawing',
  'payments',
  'replaces',
  'through',
  'gap',
  'series',
  'role',
  'delegation',
  'kinds',
  'projects',
  'upTo',
];

test('every field that a form shows by itself has a label, and every choice of it its words', () => {
  const [acts, codes] = [textsOf('acts'), { ...textsOf('acts'), ...textsOf('act-codes'), ...textsOf('form-codes') }];
  expect([...new Set(shown.flatMap(({ name }) => (`field_${name}` in acts ? [] : [name])))]).toEqual(OF_PAGES);
  const choosing = shown.filter(({ kind, name, isGiven }) => kind === 'choice' && !isGiven && !OF_PAGES.includes(name));
  expect([...new Set(choosing.flatMap(({ name }) => (`code_${name}` in codes ? [] : [name])))]).toEqual([]);
});
