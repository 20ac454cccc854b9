import { checked } from '@junkan/kit/grpc/rules.ts';
import type { Command, Field, Operation, Rule } from '@junkan/proto/command.ts';
import { COMMANDS } from '@junkan/proto/commands.ts';
import { describe, expect, test } from 'vitest';
import { requestOf, shapesOf } from './shapes.ts';

type Message = Readonly<Record<string, unknown>>;
type Described = Command & { readonly operation: Operation };

const described = Object.values(COMMANDS)
  .flatMap((commands) => Object.values<Command>(commands))
  .filter((command): command is Described => command.operation !== undefined)
  .map((command) => [command.operation.id, command] as const);

/** What a client writes for a field, at the least and at the most that its rule takes; `undefined` = it leaves it out. */
function written(rule: Rule, isMost: boolean): unknown {
  switch (rule.is) {
    case 'id':
      return `${rule.prefix}_${(isMost ? 'z' : '0').repeat(26)}`;
    case 'line':
    case 'lines':
      return isMost ? '水'.repeat(rule.max) : rule.optional ? undefined : 'a';
    case 'link':
      return isMost ? `https://city.example/${'a'.repeat(rule.max - 21)}` : rule.optional ? undefined : 'https://a.example';
    case 'email':
      return isMost ? `${'a'.repeat(rule.max - 13)}@city.example` : rule.optional ? undefined : 'a@b.example';
    case 'any':
      return '';
    case 'date':
      return isMost ? '2028-02-29' : rule.optional ? undefined : '2026-01-01';
    case 'language':
      return isMost ? 'zh-Hans' : rule.optional ? undefined : 'en';
    case 'instant':
      return '2026-11-24T15:11:49Z';
    case 'country':
      return 'JP';
    case 'sha256':
      return (isMost ? 'f' : '0').repeat(64);
    case 'decimal':
      return isMost || !rule.optional ? '-1.5' : undefined;
    case 'percent':
      return isMost ? '99.999999' : rule.optional ? undefined : '0';
    case 'codes':
      return isMost ? rule.codes.at(-1) : rule.optional ? undefined : rule.codes[0];
    case 'boolean':
      return undefined;
    case 'number':
      return isMost ? rule.max : rule.default === undefined ? rule.min : undefined;
    case 'money':
      return isMost ? { amount: '999999999999999', currency: 'JPY' } : rule.optional ? undefined : { amount: '0.05', currency: 'USD' };
    case 'list':
      return Array.from({ length: isMost ? Math.max(rule.min, Math.min(rule.max, 3)) : rule.min }, () => written(rule.of, isMost));
    case 'object':
      return isMost || !rule.optional ? messageOf(Object.entries(rule.fields), isMost) : undefined;
  }
}

const messageOf = (fields: readonly (readonly [string, Field])[], isMost: boolean): Message =>
  Object.fromEntries(fields.flatMap(([name, rule]) => [[name, written(rule, isMost)] as const].filter(([, value]) => value !== undefined)));

function requestBy({ request, operation }: Described, isMost: boolean) {
  const { params, body } = shapesOf({ request, operation });
  const inPath = new Set(Object.values(operation.parts));
  const parts = Object.entries(operation.parts).map(([part, field]) => [part, String(written(request[field] as Rule, false))]);
  const others = Object.entries(request).filter(([name, { byEdge }]) => !inPath.has(name) && !byEdge);
  const own = messageOf(others, isMost);
  const given = operation.body === undefined ? own : own[operation.body];
  const read = { params: params?.parse(Object.fromEntries(parts)) ?? {}, body: body?.parse(given) ?? {} };
  return requestOf(operation, read.params as Message, read.body as Message);
}

describe('what the edge lets pass, its owner takes as it is', () => {
  test.each(described)('%s', (_, command) => {
    const outer = Object.fromEntries(Object.entries(command.request).filter(([, { byEdge }]) => !byEdge));
    for (const isMost of [false, true]) {
      const request = requestBy(command, isMost);
      expect(checked(outer, request)).toEqual(request);
    }
  });
});
