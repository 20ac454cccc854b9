import type { Role } from '@junkan/proto/actor.ts';
import type { Command, Commands, Fields, Rule } from '@junkan/proto/command.ts';

type Operated = Command & { readonly operation: { readonly id: string } };
/** What the requests of a context say, by the operation that sends them. */
export type Bodies<Given extends Commands, Requests> = {
  readonly [Name in keyof Given & keyof Requests as Given[Name] extends Operated ? Given[Name]['operation']['id'] : never]: Requests[Name];
};

/**
 * For each operation the smallest body that satisfies the rules of its contract, whatever the state, so that a decider's objection is never
 * about the body.
 */
export const bodiesOf = <Given extends Commands, Requests>(commands: Given): Bodies<Given, Requests> =>
  Object.fromEntries(
    Object.values<Command>(commands).flatMap(({ request, operation }) => (operation ? [[operation.id, leastOf(request)]] : [])),
  ) as Bodies<Given, Requests>;

/** The roles that the contract names for each operation. */
export const rolesOf = (commands: Commands): Readonly<Record<string, readonly Role[]>> =>
  Object.fromEntries(
    Object.values<Command>(commands).flatMap(({ operation }) => (operation ? [[operation.id, operation.roles as readonly Role[]]] : [])),
  );

const leastOf = (fields: Fields): object => Object.fromEntries(Object.entries(fields).map(([name, rule]) => [name, least(rule)]));

/** Stored texts are trimmed, so none of them equals this one. */
const UNSAID = ' - ';

function least(rule: Rule): unknown {
  switch (rule.is) {
    case 'id':
      return rule.optional ? '' : `${rule.prefix}_${'0'.repeat(26)}`;
    case 'line':
    case 'lines':
    case 'any':
      return UNSAID;
    case 'link':
      return rule.optional ? '' : 'https://city.example';
    case 'email':
      return rule.optional ? '' : 'name@city.example';
    case 'date':
      return rule.optional ? '' : '2000-01-01';
    case 'language':
      return rule.optional ? '' : 'en';
    case 'instant':
      return '2000-01-01T00:00:00.000Z';
    case 'country':
      return 'JP';
    case 'sha256':
      return '0'.repeat(64);
    case 'decimal':
    case 'percent':
      return rule.optional ? '' : '0';
    case 'codes':
      return rule.optional ? '' : rule.codes[0];
    case 'number':
      return rule.default ?? rule.min;
    case 'money':
      return rule.optional ? undefined : { amount: 1n, currency: 'USD' };
    case 'boolean':
      return false;
    case 'list':
      return Array.from({ length: rule.min }, () => least(rule.of));
    case 'object':
      return rule.optional ? undefined : leastOf(rule.fields);
  }
}
