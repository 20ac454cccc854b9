import type { Call } from '@junkan/kit/call.ts';
import type { Client } from '@junkan/kit/grpc/contract.ts';
import type { Texts } from '@junkan/kit/store/texts.ts';
import type { CONTRACTS } from '@junkan/proto/contracts.ts';
import { OWNERS, PROGRAMS } from '@junkan/proto/programs.ts';

type Listed = (typeof PROGRAMS.catalogue.reads)[number];
type Owner = (typeof OWNERS)[Listed];
type TextsClient = Client<Pick<(typeof CONTRACTS)[Owner], 'texts'>>;

/** Where the words are kept that listed items of a context refer to: they can be erased, so that no copy of them is kept here. */
export type Owners = Readonly<Record<Listed, (call: Call) => Pick<Texts, 'read'>>>;

export const ownersOf = (clientOf: (owner: Owner) => TextsClient): Owners =>
  Object.fromEntries(PROGRAMS.catalogue.reads.map((context) => [context, reading(clientOf(OWNERS[context]))])) as Owners;

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
