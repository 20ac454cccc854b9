import type { Call } from '@junkan/kit/call.ts';
import type { Client } from '@junkan/kit/grpc/contract.ts';
import type { Texts } from '@junkan/kit/store/texts.ts';
import type { CONTRACTS } from '@junkan/proto/contracts.ts';
import { type Context, OWNERS, type Owner } from '@junkan/proto/programs.ts';

type TextsClient = { [Program in Owner]: Pick<Client<(typeof CONTRACTS)[Program]>, 'texts'> }[Owner];

/** Where the words are kept that items of a context refer to: they can be erased, so that no copy of them is kept here. */
export type Owners = Readonly<Record<Context, (call: Call) => Pick<Texts, 'read'>>>;

export const ownersOf = (clientOf: (owner: Owner) => TextsClient): Owners =>
  Object.fromEntries(Object.entries(OWNERS).map(([context, owner]) => [context, reading(clientOf(owner))])) as Owners;

const reading =
  (owner: TextsClient) =>
  ({ actor, correlationId, causationId }: Call): Pick<Texts, 'read'> => ({
    async read(references) {
      const wanted = [...new Set(references)].filter((reference) => reference !== '');
      if (wanted.length === 0) return new Map();
      const { words } = await owner.texts({ references: wanted }, { actor, commandId: '', correlationId, causationId });
      return new Map(Object.entries(words));
    },
  });
