import type { ServicesOf } from '@junkan/kit/services.ts';

/** The services behind the gateway; it has no state of its own. */
export type Services = ServicesOf<'gateway'>;
