import { expect, test } from 'vitest';
import { z } from 'zod';
import { readConfig, serviceSettings, telemetrySettings } from './config.ts';

const schema = z.object(serviceSettings);
const right = {
  JUNKAN_MONGO_URL: 'mongodb://127.0.0.1:27017',
  JUNKAN_NATS_URL: 'nats://127.0.0.1:4222',
  JUNKAN_INTERNAL_KEY: 'k'.repeat(32),
};

test('what may be left out has its usual value', () => {
  const usual = { JUNKAN_LISTEN: '127.0.0.1:0', JUNKAN_NAMESPACE: 'junkan', JUNKAN_TRIAL: false };
  expect(readConfig(schema, right)).toEqual({ ...right, ...usual, ...readConfig(z.object(telemetrySettings), {}) });
});

test('a trial is one only where it is said in so many words', () => {
  expect(readConfig(schema, { ...right, JUNKAN_TRIAL: 'true' }).JUNKAN_TRIAL).toBe(true);
  expect(readConfig(schema, { ...right, JUNKAN_TRIAL: 'false' }).JUNKAN_TRIAL).toBe(false);
  expect(() => readConfig(schema, { ...right, JUNKAN_TRIAL: 'perhaps' })).toThrow('JUNKAN_TRIAL');
});

test('telemetry is off where nobody asks for it, and stays on this machine where nobody says otherwise', () => {
  expect(readConfig(z.object(telemetrySettings), {})).toEqual({
    JUNKAN_TELEMETRY: false,
    JUNKAN_METRICS_LISTEN: '127.0.0.1:9464',
    JUNKAN_TRACES_KEPT: 1,
    OTEL_EXPORTER_OTLP_ENDPOINT: 'http://127.0.0.1:4318',
  });
  expect(readConfig(schema, { ...right, JUNKAN_TELEMETRY: 'on' }).JUNKAN_TELEMETRY).toBe(true);
  const wrong = {
    JUNKAN_TELEMETRY: 'maybe',
    JUNKAN_METRICS_LISTEN: '9464',
    JUNKAN_TRACES_KEPT: '7',
    OTEL_EXPORTER_OTLP_ENDPOINT: 'collector:4318',
  };
  for (const [name, value] of Object.entries(wrong)) expect(() => readConfig(schema, { ...right, [name]: value })).toThrow(name);
});

test('all that is wrong is said at once, by name, and no value is repeated', () => {
  const wrong = {
    JUNKAN_MONGO_URL: 'http://mongo',
    JUNKAN_INTERNAL_KEY: 'a short secret',
    JUNKAN_LISTEN: 'nowhere',
    JUNKAN_NAMESPACE: 'With Spaces',
  };
  const refusal = () => readConfig(schema, wrong);
  for (const name of [...Object.keys(wrong), 'JUNKAN_NATS_URL']) expect(refusal).toThrow(name);
  expect(refusal).toThrow(/^these settings are wrong:(\n {2}JUNKAN_\w+: .+){5}$/);
  expect(refusal).not.toThrow('a short secret');
});
