// One benchmark by its name: npm run bench -- <backup | history | ledger | match | reading | rollup | signing | web> [arguments]

const BENCHMARKS: Readonly<Record<string, () => Promise<unknown>>> = {
  backup: () => import('./backup.ts'),
  history: () => import('./history.ts'),
  ledger: () => import('./ledger.ts'),
  match: () => import('./match.ts'),
  reading: () => import('./reading.ts'),
  rollup: () => import('./rollup.ts'),
  signing: () => import('./signing.ts'),
  web: () => import('./web.ts'),
};

const [name = ''] = process.argv.splice(2, 1);
const load = Object.hasOwn(BENCHMARKS, name) ? BENCHMARKS[name] : undefined;
if (load) await load();
else {
  console.error(`Which benchmark? One of: ${Object.keys(BENCHMARKS).join(', ')}`);
  process.exitCode = 2;
}
