import { CONTRACTS } from '@junkan/proto/contracts.ts';
import { type CalledBy, calledBy, type Program } from '@junkan/proto/programs.ts';
import type { Client } from './grpc/contract.ts';
import type { Dial } from './neighbours.ts';

/** All that can be asked of those whom a program calls. */
export type ServicesOf<P extends Program> = { readonly [Called in CalledBy<P>]: Client<(typeof CONTRACTS)[Called]> };

export const servicesOf = <P extends Program>(program: P, dial: Dial<P>): ServicesOf<P> =>
  Object.fromEntries(calledBy(program).map((called) => [called, dial(called, CONTRACTS[called])])) as ServicesOf<P>;
