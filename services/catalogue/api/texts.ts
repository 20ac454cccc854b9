import type { Call } from '@junkan/kit/call.ts';
import type { Client } from '@junkan/kit/grpc/contract.ts';
import type { Texts } from '@junkan/kit/store/texts.ts';
import type { CONTRACTS } from '@junkan/proto/contracts.ts';
import { type CalledBy, calledBy, contextOf } from '@junkan/proto/programs.ts';

/** The owners of what is listed. */
type Owner = CalledBy<'catalogue'>;
type Listed = ReturnType<typeof contextOf<Owner>>;
type TextsClient = Client<Pick<(typeof CONTRACTS)[Owner], 'texts'>>;

/** Where the words are kept that listed items of a context refer to: they can be erased, so that no copy of them is kept here. */
export type Owners = Readonly<Record<Listed, (call: Call) => Pick<Texts, 'read'>>>;

export const ownersOf = (clientOf: (owner: Owner) => TextsClient): Owners =>
  Object.fromEntries(calledBy('catalogue').map((owner) => [contextOf(owner), reading(clientOf(owner))])) as Owners;

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
