import type { OperationName } from '@junkan/client/operations.ts';
import { bodiesOf } from '@junkan/kit/grpc/bodies.ts';
import { KIND_OF_ROLE, type OrganisationKind, type Role } from '@junkan/proto/actor.ts';
import type { Command, Operation } from '@junkan/proto/command.ts';
import { COMMANDS } from '@junkan/proto/commands.ts';
import type { Http } from './http.ts';

// Items that begin by a body alone, made from the contracts: so what is added to them is tried without being named here.

const commands: readonly Record<string, Command>[] = Object.values(COMMANDS);

/** The operations that begin an item, whether at another one or not. */
export const BEGINNINGS: readonly Operation[] = commands
  .flatMap((of) => Object.values(of))
  .flatMap(({ operation }) => (operation?.creates?.endsWith('/:id') ? [operation] : []));

const BODIES: Readonly<Record<string, object>> = Object.assign({}, ...commands.map((of) => bodiesOf(of)));

/** The least body of an operation, as it is written to the API: amounts in decimal, whole ids, days that are still to come, and nothing that may be absent. */
const leastOf = (operation: string): object =>
  JSON.parse(
    JSON.stringify(BODIES[operation], (_, value) => (typeof value === 'bigint' ? '1.00' : value === '' ? undefined : value))
      .replaceAll(/"([a-z]{3})_"/g, `"$1_${'0'.repeat(26)}"`)
      .replaceAll('"2000-01-01', '"2999-01-01'),
  );

type Beginning = { readonly act: OperationName; readonly role: Role; readonly collection: string; readonly body: object };

/** Those that are about nothing else, with a body. */
export const FROM_NOTHING: readonly Beginning[] = BEGINNINGS.filter(({ parts }) => Object.keys(parts).length === 0).map(
  ({ id, creates = '', roles: [role] }) => ({
    act: id as OperationName,
    role: role as Role,
    collection: creates.split('/')[1] ?? '',
    body: leastOf(id),
  }),
);

/** Begins what can be begun by the least body alone. Answers its collection and id; what is refused hangs on something else. */
export async function begun(web: Http, organisations: Readonly<Partial<Record<OrganisationKind, string>>>) {
  const all = FROM_NOTHING.map(async ({ act, role, collection, body }) => {
    const organisation = organisations[KIND_OF_ROLE[role]] ?? 'secretariat';
    const reply = await web.ask({ person: `${organisation}/${role}`, organisation, roles: [role] }, act, {}, body);
    return reply.status === 201 ? [{ collection, id: (JSON.parse(String(reply.bytes)) as { id: string }).id }] : [];
  });
  return (await Promise.all(all)).flat();
}
