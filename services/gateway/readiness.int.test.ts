import { expect, onTestFinished, test } from 'vitest';
import { service, startGateway } from './gateway.fixture.ts';

test('the gateway is ready while every part answers, and names the part that does not', async () => {
  const [rest, matching] = [await service(), await service()];
  const gateway = await startGateway({ rest: rest.address, matching: matching.address });
  onTestFinished(async () => {
    await gateway.close();
    await rest.close();
  });
  const ask = async () => {
    const response = await fetch(`http://${gateway.address}/readyz`);
    return [response.status, await response.json()];
  };
  const up = { 'project-registry': true, 'sponsor-registry': true, matching: true, disbursement: true, workflows: true };
  expect(await ask()).toEqual([200, up]);
  await matching.close();
  expect(await ask()).toEqual([503, { ...up, matching: false }]);
  const again = await service(matching.address);
  onTestFinished(() => again.close());
  await expect.poll(ask, { timeout: 20_000 }).toEqual([200, up]);
});
