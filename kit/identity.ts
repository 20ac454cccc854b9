import { type Context, OWNERS, type Program } from '@junkan/proto/programs.ts';
import { internalTokens } from './grpc/internal-token.ts';
import { type KeySettings, keysOf } from './keys.ts';
import { signersOf } from './messaging/signing.ts';
import { signaturesOf } from './store/signatures.ts';

/** What a program has to show who it is, and to recognise others: in calls, in events, and in what is stored. */
export function identityOf(program: Program, settings: KeySettings) {
  const keys = keysOf(program, settings);
  const { own, publicKey } = keys;
  return {
    signer: own,
    signers: signersOf(publicKey, OWNERS),
    tokens: internalTokens(keys),
    /** Under what it stores of the context that it owns. */
    signaturesIn: (context: Context) => signaturesOf({ context, owner: OWNERS[context], publicKey, own }),
  };
}
