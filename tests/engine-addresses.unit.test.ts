import { expect, test } from 'vitest';
import { takeAddresses } from './engine-addresses.ts';

const ENV = {
  JUNKAN_MONGO_URL: 'mongodb://db.example',
  JUNKAN_NATS_URL: 'nats://nats.example',
  JUNKAN_TEMPORAL_ADDRESS: 'temporal.example:7233',
};

test('engines are where the settings say, which nobody else finds then', () => {
  const env: Record<string, string | undefined> = { ...ENV, PATH: '/bin' };
  expect(takeAddresses(env)).toEqual({
    mongoUrl: 'mongodb://db.example',
    natsUrl: 'nats://nats.example',
    temporalAddress: 'temporal.example:7233',
  });
  expect(env).toEqual({ PATH: '/bin' });
});

test('what lacks is named', () => {
  expect(() => takeAddresses({ JUNKAN_NATS_URL: ENV.JUNKAN_NATS_URL })).toThrow('JUNKAN_MONGO_URL, JUNKAN_TEMPORAL_ADDRESS');
});
