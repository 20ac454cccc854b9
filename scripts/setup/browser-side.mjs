import { execFileSync } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { hashOf, once, root, run, tools } from './steps.mjs';

const REMEDY = 'It needs the npm registry: check the network, or the proxy and registry settings in ~/.npmrc, and run it again.';

/** A Chromium of our own for the tests of the web, with the libraries that a bare machine lacks. Where CHROMIUM_PATH names one, that is taken. */
export async function setUpBrowser() {
  if (process.env.CHROMIUM_PATH) return;
  const files = ['package.json', 'package-lock.json'].map((name) => `infra/setup/browser/${name}`);
  const folder = join(tools, 'browser');
  await once(join(folder, '.stamp'), hashOf(files), 'browser', async () => {
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
    for (const file of files) cpSync(join(root, file), join(folder, file.split('/').at(-1)));
    await run('npm', ['ci', '--prefer-offline', '--ignore-scripts', '--no-audit', '--no-fund'], { cwd: folder, remedy: REMEDY });
    unpack(join(folder, 'node_modules/@sparticuz/chromium/bin'), folder);
  });
}

function unpack(from, folder) {
  const unpacked = (name) => brotliDecompressSync(readFileSync(join(from, `${name}.br`)));
  writeFileSync(join(folder, 'chromium'), unpacked('chromium'));
  chmodSync(join(folder, 'chromium'), 0o755);
  for (const name of ['al2023.tar', 'swiftshader.tar', 'fonts.tar'])
    execFileSync('tar', ['-xf', '-', '-C', folder], { input: unpacked(name) });
}
