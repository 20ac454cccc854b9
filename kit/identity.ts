import { OWNERS, type Program } from '@junkan/proto/programs.ts';
import { internalTokens } from './grpc/internal-token.ts';
import { type KeySettings, keysOf } from './keys.ts';
import { signersOf } from './messaging/signing.ts';

/** What a program has to show who it is, and to recognise others: in calls, and in events. */
export function identityOf(program: Program, settings: KeySettings) {
  const keys = keysOf(program, settings);
  return { signer: keys.own, signers: signersOf(keys.publicKey, OWNERS), tokens: internalTokens(keys) };
}
