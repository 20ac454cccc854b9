import { DECIMAL, givenUnless, IN_WORDS, PERCENT, SHA256 } from '@junkan/kit/grpc/rules.ts';
import type { Field, Fields, Operation, Rule } from '@junkan/proto/command.ts';
import { z } from 'zod';
import { country, date, email, id, instant, language, line, link, money, neededNote, note, numbered, text } from './schemas.ts';

/** The shapes of a request, from the rules of its contract: of the parts of its path, and of its body where it has one. */
export function shapesOf({ request, operation: { parts, body } }: Described): { params?: z.ZodObject; body?: z.ZodType } {
  const ofParts = Object.entries(parts).map(([part, field]) => [part, partShape(request[field])]);
  const inPath = new Set(Object.values(parts));
  const others = Object.entries(request).filter(([name, { byEdge }]) => !inPath.has(name) && !byEdge);
  const [, whole] = others.find(([name]) => name === body) ?? [];
  return {
    ...(ofParts.length > 0 ? { params: z.strictObject(Object.fromEntries(ofParts)) } : {}),
    ...(whole ? { body: shapeOf(whole) } : others.length > 0 ? { body: objectOf(Object.fromEntries(others)) } : {}),
  };
}

/** The shape of a body that has all fields of a request. */
export const bodyShape = <Request>(request: Fields): z.ZodType<Request> => objectOf(request) as z.ZodType<Request>;

type Described = { readonly request: Fields; readonly operation: Addressed };
/** What of an operation says where the fields of its request are. */
type Addressed = Pick<Operation, 'parts' | 'body'>;

function partShape(rule: Rule | undefined): z.ZodType {
  if (rule?.is === 'id') return id(rule.prefix);
  if (rule?.is === 'number') return numbered;
  throw new Error('a part of a path is an identifier or a number');
}

/** The request: the fields that its path and its body hold, by their names in the contract. */
export function requestOf({ parts, body: whole }: Addressed, params: Message, body: Message): Message {
  const named = Object.entries(parts).map(([part, field]) => [field, params[part]]);
  return { ...Object.fromEntries(named), ...(whole ? { [whole]: body } : body) };
}

type Message = Readonly<Record<string, unknown>>;

function objectOf(fields: Fields): z.ZodType {
  const shapes = Object.entries(fields).map(([name, field]) => [name, shapeOf(field)] as const);
  const shape = z.strictObject(Object.fromEntries(shapes));
  const either = Object.entries(fields).flatMap(([name, rule]) =>
    rule.is === 'decimal' && rule.unless !== undefined ? [[name, rule.unless] as const] : [],
  );
  return either.reduce<z.ZodType>(
    (all, [name, unless]) =>
      all.refine((given) => ((given as Message)[name] === '') === (given as Message)[unless], {
        path: [name],
        message: givenUnless(unless),
      }),
    shape,
  );
}

function shapeOf({ description, ...rule }: Field): z.ZodType {
  const shape = plainShape(rule);
  return description === undefined ? shape : shape.meta({ description });
}

function plainShape(rule: Rule): z.ZodType {
  switch (rule.is) {
    case 'id':
      return rule.optional ? orEmpty(id(rule.prefix)) : id(rule.prefix);
    case 'line':
      return lineShape(rule);
    case 'lines':
      return rule.optional ? note(rule.max).default('') : neededNote(rule.max);
    case 'link':
      return rule.optional ? orEmpty(link(rule.max)) : link(rule.max);
    case 'email':
      return rule.optional ? orEmpty(email(rule.max)) : email(rule.max);
    case 'any':
      return z.string();
    case 'date':
      return rule.optional ? date.or(z.literal('')).default('') : date;
    case 'language':
      return rule.optional ? orEmpty(language) : language;
    case 'instant':
      return instant;
    case 'country':
      return country;
    case 'sha256':
      return z.string().regex(SHA256, IN_WORDS.sha256);
    case 'decimal':
      return decimalShape(rule);
    case 'percent':
      return rule.optional ? percent.or(z.literal('')).default('') : percent;
    case 'codes':
      return rule.optional ? orEmpty(z.enum(rule.codes)) : z.enum(rule.codes);
    case 'boolean':
      return z.boolean().default(false);
    case 'number':
      return numberShape(rule);
    case 'money':
      return rule.optional ? money.optional() : money;
    case 'list':
      return listShape(rule);
    case 'object':
      return rule.optional ? objectOf(rule.fields).optional() : objectOf(rule.fields);
  }
}

/** Programs that make forms of the description offer people for it, or have it filled with what a browser knows of its user. */
function lineShape({ max, person, fills, optional }: Extract<Rule, { is: 'line' | 'lines' }>): z.ZodType {
  const shape = optional ? line(max).default('') : text(max);
  if (person) return shape.meta({ 'x-person': true });
  return fills ? shape.meta({ 'x-fills': fills }) : shape;
}

const percent = z.string().regex(PERCENT, IN_WORDS.percent);

/** Messages have no other way to say nothing. */
const orEmpty = <Shape extends z.ZodType>(shape: Shape) => shape.optional().transform((given) => given ?? '');

function decimalShape({ unless, optional }: Extract<Rule, { is: 'decimal' }>): z.ZodType {
  const shape = z.string().regex(DECIMAL, IN_WORDS.decimal);
  if (unless !== undefined) return orEmpty(shape);
  return optional ? shape.or(z.literal('')).default('') : shape;
}

function numberShape({ min, max, default: meant }: Extract<Rule, { is: 'number' }>): z.ZodType {
  const shape = z.number().int().min(min).max(max);
  return meant === undefined ? shape : shape.default(meant);
}

function listShape({ of, min, max }: Extract<Rule, { is: 'list' }>): z.ZodType {
  const shape = z.array(plainShape(of)).max(max);
  return min > 0 ? shape.min(min) : shape.default([]);
}
