import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { Spec, Validation } from '@cyclonedx/cyclonedx-library';
import { expect, test } from 'vitest';
import { billOf } from './bill.ts';

type Bill = { readonly components: readonly { readonly name: string; readonly version: string; readonly hashes?: readonly object[] }[] };

const faultsOf = (text: string): Promise<unknown> => new Validation.JsonStrictValidator(Spec.Version.v1dot6).validate(text);

test('the bill of materials is CycloneDX, and has all that the product runs on with its hash', async () => {
  const { stdout } = spawnSync(process.execPath, [fileURLToPath(new URL('main.ts', import.meta.url))], {
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  expect(await faultsOf(stdout)).toBeNull();
  const { components } = JSON.parse(stdout) as Bill;
  expect(components.map(({ name }) => name)).toEqual(expect.arrayContaining(['mongodb', '@grpc/grpc-js', '@temporalio/worker']));
  expect(components.filter(({ hashes }) => hashes === undefined).map(({ name }) => name)).toEqual([]);
});

test('what is no bill is refused', async () => {
  const bill = {
    ...billOf({ name: 'junkan', version: '1.0.0', license: 'Apache-2.0' }, {}, new Map()),
    components: [{ name: 'of no type' }],
  };
  expect(await faultsOf(JSON.stringify(bill))).not.toBeNull();
});
