import type { Actor } from '@junkan/proto/actor.ts';
import type { Commands, Command as Described, Fields, Rule } from '@junkan/proto/command.ts';
import fc from 'fast-check';
import type { Part } from '../pure/permissions.ts';
import { arbitraryOf, type Given, shaped } from './given.fixture.ts';

// Random requests as the contracts define them: everything that the rules of a command accept, and occasionally an empty text.

// What is given is by the name of a field, by the prefix of an id, or by the kind of a rule, in the place of what the rule allows.

const bodyOf = (fields: Fields, given: Given): fc.Arbitrary<Record<string, unknown>> =>
  shaped(
    Object.fromEntries(Object.entries(fields).map(([name, rule]) => [name, Object.hasOwn(given, name) ? given[name] : any(rule, given)])),
  );

const DATES = ['2026-01-01', '2026-12-01', '2027-05-01'];
const or = (rule: { readonly optional?: true }, absent: unknown, present: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> =>
  rule.optional ? fc.oneof({ weight: 1, arbitrary: fc.constant(absent) }, { weight: 3, arbitrary: present }) : present;

function any(rule: Rule, given: Given): unknown {
  if (Object.hasOwn(given, rule.is)) return given[rule.is];
  switch (rule.is) {
    case 'id':
      return given[rule.prefix] ?? or(rule, '', fc.constantFrom(`${rule.prefix}_a`, `${rule.prefix}_b`));
    case 'line':
      return fc.constantFrom('', 'A', 'B');
    case 'lines':
    case 'any':
      return fc.constantFrom('', 'txt_a', 'txt_b');
    case 'link':
      return or(rule, '', fc.constantFrom('https://a.example', 'https://b.example'));
    case 'email':
      return or(rule, '', fc.constantFrom('txt_a', 'txt_b'));
    case 'date':
      return or(rule, '', fc.constantFrom(...DATES));
    case 'language':
      return or(rule, '', fc.constantFrom('ja', 'zh-Hans'));
    case 'instant':
      return fc.constantFrom(...DATES.map((date) => `${date}T00:00:00.000Z`));
    case 'country':
      return fc.constantFrom('JP', 'VN');
    case 'sha256':
      return fc.constantFrom('a'.repeat(64), 'b'.repeat(64));
    case 'decimal':
      return fc.constantFrom('', '1', '2.5');
    case 'percent':
      return or(rule, '', fc.constantFrom('0', '2.5', '100'));
    case 'codes':
      return or(rule, '', fc.constantFrom(...rule.codes));
    case 'number':
      return rule.max > MANY ? fc.integer({ min: 1, max: 3 }) : fc.constantFrom(rule.min, Math.floor((rule.min + rule.max) / 2), rule.max);
    case 'money':
      return or(
        rule,
        undefined,
        fc.record({ amount: fc.bigInt({ min: 0n, max: 61n }), currency: fc.constantFrom('USD', 'USD', 'USD', 'EUR') }),
      );
    case 'boolean':
      return fc.boolean();
    case 'list':
      return fc.array(arbitraryOf(any(rule.of, given)), { minLength: rule.min, maxLength: rule.min + 1 });
    case 'object':
      return or(rule, undefined, bodyOf(rule.fields, given));
  }
}

/** A number that may be as great is one of an order. */
const MANY = 100_000;

type Sent = { readonly type: string } & Readonly<Record<string, unknown>>;
/** `of`: the part of the item that it is about. `operation`: of the API; none where it is the system's. */
export type Tried = {
  readonly operation?: string;
  readonly of: Readonly<Record<string, string | number>>;
  readonly command: Sent;
};

/** The fields that name a part of an item. */
const PARTS: readonly (keyof Part)[] = [
  'offer',
  'payment',
  'measure',
  'tranche',
  'sponsor',
  'question',
  'condition',
  'entry',
  'recovery',
  'resolution',
  'advance',
  'expenditure',
  'hold',
  'gap',
  'explanation',
  'delegation',
  'drawing',
  'increase',
  'obligation',
  'contest',
  'result',
  'period',
  'correction',
  'comment',
];
/** What may be left out names no part of the item. */
const isNeeded = (rule: Rule): boolean => !('optional' in rule && rule.optional) && !(rule.is === 'number' && rule.min === 0);

export type Setting = {
  /** Commands of the stream besides those whose request begins with its id. */
  readonly also?: readonly string[];
  readonly given?: Given;
  /** What the services add to what they are sent: facts of others, the time. */
  readonly facts?: Given;
  /** What the domain's command has otherwise than the contract does, by the name of the RPC. */
  readonly otherwise?: Readonly<Record<string, Given | ((body: Given) => Given)>>;
  /** Fields that may be left out and name a part all the same, by the name of the RPC; 0 = no part. */
  readonly naming?: Readonly<Record<string, readonly string[]>>;
};

/** Every command of a kind of stream in the form its decider takes, without its sender, by the name of its RPC. */
export const commandsOn = (commands: Commands, stream: string, setting: Setting): Readonly<Record<string, fc.Arbitrary<Tried>>> =>
  Object.fromEntries(
    Object.entries(commands)
      .filter(([name, { request }]) => Object.keys(request)[0] === stream || setting.also?.includes(name))
      .map(([name, command]) => [name, triedOf(name, stream, command, setting)]),
  );

function triedOf(
  name: string,
  stream: string,
  { request, operation }: Described,
  { given = {}, facts = {}, otherwise = {}, naming = {} }: Setting,
): fc.Arbitrary<Tried> {
  const parts = Object.entries(request).flatMap(([field, rule]) =>
    field !== stream && PARTS.some((part) => part === field) && (isNeeded(rule) || naming[name]?.includes(field)) ? [field] : [],
  );
  const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}`;
  const other = otherwise[name] ?? {};
  const body = bodyOf(request, given);
  const fields =
    typeof other === 'function'
      ? body.chain((said) => shaped({ type, ...facts, ...said, ...other(said) }))
      : fc.tuple(shaped({ type, ...facts }), body, shaped(other)).map(([basis, said, changed]) => ({ ...basis, ...said, ...changed }));
  return fields.map((command) => {
    const of = Object.fromEntries(parts.flatMap((part) => (command[part] === 0 ? [] : [[part, command[part] as string | number]])));
    return { ...(operation ? { operation: operation.id } : {}), of, command: command as Sent };
  });
}

type Sending = Setting & {
  readonly persons: fc.Arbitrary<Actor>;
  readonly system: Actor;
  /** What ends things, by the name of the RPC: then the others get far. */
  readonly seldom?: readonly string[];
};

/** Any command of the stream with a sender: commands of persons from one of these persons, the others from the system. */
export const sentOn = <Command>(commands: Commands, stream: string, { persons, system, seldom = [], ...setting }: Sending) =>
  fc.oneof(
    ...Object.entries(commandsOn(commands, stream, setting)).map(([name, tried]) => ({
      weight: seldom.includes(name) ? 1 : OFTEN,
      arbitrary: fc.tuple(tried, persons).map(([{ operation, command }, by]) => ({ ...command, by: operation ? by : system }) as Command),
    })),
  );
const OFTEN = 20;
