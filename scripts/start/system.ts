import { settings as catalogueSettings } from '@junkan/catalogue/config.ts';
import { start as startCatalogue } from '@junkan/catalogue/wire.ts';
import { settings as disbursementSettings } from '@junkan/disbursement/config.ts';
import { start as startDisbursement } from '@junkan/disbursement/wire.ts';
import { settings as gatewaySettings } from '@junkan/gateway/config.ts';
import { start as startGateway } from '@junkan/gateway/wire.ts';
import { readConfig } from '@junkan/kit/config.ts';
import { Opened } from '@junkan/kit/lifecycle.ts';
import type { Log } from '@junkan/kit/log.ts';
import { settings as matchingSettings } from '@junkan/matching/config.ts';
import { start as startMatching } from '@junkan/matching/wire.ts';
import { settings as projectSettings } from '@junkan/project-registry/config.ts';
import { start as startProjectRegistry } from '@junkan/project-registry/wire.ts';
import type { Program } from '@junkan/proto/callers.ts';
import { settings as sponsorSettings } from '@junkan/sponsor-registry/config.ts';
import { start as startSponsorRegistry } from '@junkan/sponsor-registry/wire.ts';
import { settings as workflowSettings } from '@junkan/workflows/config.ts';
import { start as startWorkflows } from '@junkan/workflows/wire.ts';
import type { Env, ProgramSettings } from './trial.ts';

/** `gateway` is what a gateway beside this one has to be told. */
export type System = { readonly address: string; readonly gateway: Env; close(): Promise<void> };

/** Every service, the workflow worker and the gateway in this process, with real gRPC between them. Answers the gateway's address. */
export async function startSystem(told: ProgramSettings, listen: string, log: Log): Promise<System> {
  const opened = new Opened(log);
  const of = (service: string): Log => log.child({ service });
  const start = async (name: string, starting: Promise<{ address: string; close(): Promise<void> }>): Promise<string> => {
    const running = await starting;
    opened.add(name, () => running.close());
    return running.address;
  };
  try {
    const addresses: Env = {};
    /** What a program is told, with the addresses of those that run by now. */
    const env = (program: Program): Env => ({ ...told[program], ...addresses });
    addresses['JUNKAN_SPONSOR_REGISTRY'] = await start(
      'sponsor-registry',
      startSponsorRegistry(readConfig(sponsorSettings, env('sponsor-registry')), of('sponsor-registry')),
    );
    addresses['JUNKAN_PROJECT_REGISTRY'] = await start(
      'project-registry',
      startProjectRegistry(readConfig(projectSettings, env('project-registry')), of('project-registry')),
    );
    addresses['JUNKAN_MATCHING'] = await start('matching', startMatching(readConfig(matchingSettings, env('matching')), of('matching')));
    addresses['JUNKAN_DISBURSEMENT'] = await start(
      'disbursement',
      startDisbursement(readConfig(disbursementSettings, env('disbursement')), of('disbursement')),
    );
    addresses['JUNKAN_CATALOGUE'] = await start(
      'catalogue',
      startCatalogue(readConfig(catalogueSettings, env('catalogue')), of('catalogue')),
    );
    addresses['JUNKAN_WORKFLOWS'] = await start(
      'workflows',
      startWorkflows(readConfig(workflowSettings, env('workflows')), of('workflows')),
    );
    const gateway = { ...env('gateway'), JUNKAN_LISTEN: listen };
    const address = await start('gateway', startGateway(readConfig(gatewaySettings, gateway), of('gateway')));
    return { address, gateway, close: () => opened.close() };
  } catch (error) {
    await opened.close();
    throw error;
  }
}
