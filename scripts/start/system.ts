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
import { settings as sponsorSettings } from '@junkan/sponsor-registry/config.ts';
import { start as startSponsorRegistry } from '@junkan/sponsor-registry/wire.ts';
import { settings as workflowSettings } from '@junkan/workflows/config.ts';
import { start as startWorkflows } from '@junkan/workflows/wire.ts';

type Env = Record<string, string | undefined>;

/** `gateway` is what a gateway beside this one has to be told. */
export type System = { readonly address: string; readonly gateway: Env; close(): Promise<void> };

/** Every service, the workflow worker and the gateway in this process, with real gRPC between them. Answers the gateway's address. */
export async function startSystem(env: Env, listen: string, log: Log): Promise<System> {
  const opened = new Opened(log);
  const of = (service: string): Log => log.child({ service });
  const start = async (name: string, starting: Promise<{ address: string; close(): Promise<void> }>): Promise<string> => {
    const running = await starting;
    opened.add(name, () => running.close());
    return running.address;
  };
  try {
    const JUNKAN_SPONSOR_REGISTRY = await start(
      'sponsor-registry',
      startSponsorRegistry(readConfig(sponsorSettings, env), of('sponsor-registry')),
    );
    const JUNKAN_PROJECT_REGISTRY = await start(
      'project-registry',
      startProjectRegistry(readConfig(projectSettings, { ...env, JUNKAN_SPONSOR_REGISTRY }), of('project-registry')),
    );
    const registries = { ...env, JUNKAN_PROJECT_REGISTRY, JUNKAN_SPONSOR_REGISTRY };
    const JUNKAN_MATCHING = await start('matching', startMatching(readConfig(matchingSettings, registries), of('matching')));
    const JUNKAN_DISBURSEMENT = await start(
      'disbursement',
      startDisbursement(readConfig(disbursementSettings, registries), of('disbursement')),
    );
    const services = { ...registries, JUNKAN_MATCHING, JUNKAN_DISBURSEMENT };
    const JUNKAN_WORKFLOWS = await start('workflows', startWorkflows(readConfig(workflowSettings, services), of('workflows')));
    const gateway = { ...services, JUNKAN_WORKFLOWS, JUNKAN_LISTEN: listen };
    const address = await start('gateway', startGateway(readConfig(gatewaySettings, gateway), of('gateway')));
    return { address, gateway, close: () => opened.close() };
  } catch (error) {
    await opened.close();
    throw error;
  }
}
