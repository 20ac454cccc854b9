import { LOADS } from './loads.ts';
import { target } from './target.ts';

// One load from a process of its own, so that who measures is not held up by it: node load.ts <address> <milliseconds> <name>
const [address = '', milliseconds = '', name = ''] = process.argv.slice(2);
process.stdout.write(JSON.stringify(await LOADS[name]?.(target(address), Number(milliseconds))));
