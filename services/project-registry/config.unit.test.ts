import { settingFaults } from '@junkan/kit/config.ts';
import { expect, test } from 'vitest';
import { settings } from './config.ts';

const faultsOf = (types: string): boolean =>
  settingFaults(settings, { JUNKAN_POLICY_EVIDENCE_TYPES: types }).some((fault) => fault.includes('JUNKAN_POLICY_EVIDENCE_TYPES'));

test('evidence is only of types whose files can be examined, and of none that a browser runs', () => {
  for (const type of [
    'text/html',
    'image/svg+xml',
    'application/xhtml+xml',
    'text/javascript',
    'text/xml',
    'application/zip',
    'image/tiff',
  ])
    expect(faultsOf(`application/pdf,${type}`)).toBe(true);
  for (const type of ['image/png', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet']) expect(faultsOf(type)).toBe(false);
});
