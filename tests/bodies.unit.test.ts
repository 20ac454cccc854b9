import { bodiesOf } from '@junkan/kit/grpc/bodies.ts';
import { checked } from '@junkan/kit/grpc/rules.ts';
import type { Command, Commands } from '@junkan/proto/command.ts';
import { COMMANDS } from '@junkan/proto/commands.ts';
import { expect, test } from 'vitest';

test('the body with which it is decided what somebody may do is one that the rules of its contract let through', () => {
  let held = 0;
  for (const commands of Object.values<Commands>(COMMANDS)) {
    const bodies: Readonly<Record<string, Readonly<Record<string, unknown>>>> = bodiesOf(commands);
    for (const { request, operation } of Object.values<Command>(commands)) {
      if (!operation) continue;
      const body = bodies[operation.id] ?? {};
      expect([operation.id, Object.keys(checked(request, body)).sort()]).toEqual([operation.id, Object.keys(request).sort()]);
      held += 1;
    }
  }
  expect(held).toBeGreaterThan(30);
});
