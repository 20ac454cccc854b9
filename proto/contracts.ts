import { RPCS } from './gen/rpcs.ts';
import { type PROGRAMS, type Program, programOf, SERVED, type Served } from './programs.ts';

type Packages = typeof RPCS;
/** A program's contracts are in the package of its context, or in the package of its own name. */
type PackageOf<P extends Program> = (typeof PROGRAMS)[P] extends { readonly context: infer Context } ? Context : P;
type Contracts = {
  readonly [P in Served]: (PackageOf<P> extends keyof Packages ? Packages[PackageOf<P>] : unknown) & Packages['operations'];
};

const packages: Readonly<Record<string, object>> = RPCS;

/** What can be asked of each program, commands and queries together. */
export const CONTRACTS = Object.fromEntries(
  SERVED.map((name) => [name, { ...packages[programOf(name).context ?? name], ...RPCS.operations }]),
) as Contracts;
