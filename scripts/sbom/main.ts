import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { billOf, hashesIn, type Listed, type Product } from './bill.ts';

// Prints what the product runs on, in CycloneDX: node scripts/sbom/main.ts > sbom.json

const root = new URL('../../', import.meta.url);
const read = (name: string): string => readFileSync(new URL(name, root), 'utf8');

const own = fileURLToPath(new URL('.tools/pnpm/node_modules/pnpm/bin/pnpm.cjs', root));
const list = ['licenses', 'list', '--prod', '--json'];
const [program, args] = existsSync(own) ? [process.execPath, [own, ...list]] : ['pnpm', list];
const { status, stdout, stderr } = spawnSync(program, args, { cwd: fileURLToPath(root), encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });
if (status !== 0) throw new Error(`pnpm licenses list: ${stderr}${stdout}`);
const bill = billOf(JSON.parse(read('package.json')) as Product, JSON.parse(stdout) as Listed, hashesIn(read('pnpm-lock.yaml')));
process.stdout.write(`${JSON.stringify(bill, null, 2)}\n`);
