import { type AddressSetting, addressSettingOf, type CalledBy, type Program } from '@junkan/proto/programs.ts';
import type { PolicyClock } from './clock.ts';
import type { Client, Contract } from './grpc/contract.ts';
import type { InternalTokens } from './grpc/internal-token.ts';
import type { Infrastructure } from './infrastructure.ts';
import type { ResourceStack } from './lifecycle.ts';
import type { Telemetry } from './telemetry/telemetry.ts';

/** Where those listen whom a program calls. */
export type Addresses<P extends Program> = Readonly<Record<AddressSetting<CalledBy<P>>, string>>;

type Parts<P extends Program> = {
  readonly infrastructure: Pick<Infrastructure, 'dialler'>;
  readonly settings: Addresses<P>;
  readonly tokens: InternalTokens;
  readonly clock: PolicyClock;
  readonly telemetry: Telemetry | undefined;
  /** Closes the channels. */
  readonly opened: ResourceStack;
};

export type Dial<P extends Program> = <C extends Contract>(called: CalledBy<P>, contract: C) => Client<C>;

/** Clients of those whom this program calls, over one channel to each. */
export function neighboursOf<P extends Program>({ infrastructure, settings, tokens, clock, telemetry, opened }: Parts<P>): Dial<P> {
  const channels = new Map<Program, ReturnType<Infrastructure['dialler']>>();
  return (called, contract) => {
    const known = channels.get(called);
    if (known) return known.client(contract);
    const address = settings[addressSettingOf<CalledBy<P>>(called)];
    const channel = infrastructure.dialler(address, { tokens, program: called, clock, telemetry });
    opened.defer(`channel to ${called}`, () => channel.close());
    channels.set(called, channel);
    return channel.client(contract);
  };
}
