import type { Call } from '@junkan/kit/call.ts';
import type { Reads } from '@junkan/proto/command.ts';
import { OWNERS } from '@junkan/proto/programs.ts';
import { READS } from '@junkan/proto/reads.ts';
import { shapeOf } from '../answers/items.ts';
import { about } from '../http/describe.ts';
import { requestOf, shapesOf } from '../http/shapes.ts';
import type { Routes } from '../route.ts';
import type { Services } from '../services.ts';
import { tagOf } from './tags.ts';

/** Asks the service that owns the item. */
type Ask = (request: object, call: Call) => Promise<object>;

/** Every query that the contracts give an operation: it answers one item, as its owner shows it to every reader. */
export function readRoutes(made: (tag: string) => Routes, services: Services): void {
  for (const [context, reads] of Object.entries<Reads>(READS)) {
    const owner = services[OWNERS[context as keyof typeof READS]] as unknown as Readonly<Record<string, Ask>>;
    for (const [rpc, { request, operation, answer }] of Object.entries(reads)) {
      const ask = owner[rpc] as Ask;
      const { params } = shapesOf({ request, operation });
      made(tagOf(operation)).get(
        operation.path,
        about(operation.id, operation.summary, shapeOf(answer)),
        params ? { params } : {},
        async ({ params: parts, call }) => ask(requestOf(operation, parts ?? {}, {}), call),
      );
    }
  }
}
