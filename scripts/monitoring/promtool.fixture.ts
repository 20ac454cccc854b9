import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const promtool = fileURLToPath(new URL('../../.tools/promtool/promtool', import.meta.url));
if (!existsSync(promtool)) throw new Error('promtool is not set up: run "npm run nightly" once, which builds it');

/** What promtool says of a file with this text, and whether it is content. `others`: files next to it. */
export function promtoolSays(command: readonly string[], text: string, others: Readonly<Record<string, string>> = {}): string {
  const folder = mkdtempSync(join(tmpdir(), 'junkan-rules-'));
  try {
    for (const [name, content] of Object.entries({ 'given.yaml': text, ...others })) writeFileSync(join(folder, name), content);
    const { status, stdout, stderr } = spawnSync(promtool, [...command, 'given.yaml'], { cwd: folder, encoding: 'utf8' });
    return `${status === 0 ? 'content' : 'refused'}\n${stdout}${stderr}`;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
