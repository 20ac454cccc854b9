// One step in a process of its own, whose memory is its own: node bench/backup-step.ts <backup | restore | read> <url> <folder>
import { join } from 'node:path';
import { keysOf, newKeys } from '@junkan/kit/keys.ts';
import { connectMongo } from '@junkan/kit/mongo.ts';
import { readBackup } from '@junkan/scripts/operate/read-backup.ts';
import { makeBackupKey, privateKeysIn } from '@junkan/scripts/operate/sealing.ts';
import { writeBackup } from '@junkan/scripts/operate/write-backup.ts';
import { readStored } from '@junkan/scripts/verify/facts.ts';

const [step = '', JUNKAN_MONGO_URL = '', folder = '', known = '{}'] = process.argv.slice(2);
const place = { JUNKAN_MONGO_URL, JUNKAN_NAMESPACE: step === 'restore' ? 'restored' : 'bench' };
const keys = keysOf('operator', (JSON.parse(known) as ReturnType<typeof newKeys>)['operator'] ?? newKeys(['operator']).operator);
const privateKey = join(folder, 'private-key');
const progress = (line: string): void => console.error(`  ${line}`);

const STEPS: Readonly<Record<string, () => Promise<unknown>>> = {
  backup: async () => writeBackup(place, join(folder, 'backup'), keys, { recipients: [await makeBackupKey(privateKey, '')], progress }),
  restore: async () => readBackup(place, join(folder, 'backup'), { ...keys, privateKeys: await privateKeysIn(privateKey), progress }),
  read: async () => {
    const mongo = await connectMongo(place);
    await readStored(mongo, place.JUNKAN_NAMESPACE);
    await mongo.close();
  },
};

const began = performance.now();
await STEPS[step]?.();
const seconds = Math.round((performance.now() - began) / 100) / 10;
console.log(JSON.stringify({ step, seconds, peakMb: Math.round(process.resourceUsage().maxRSS / 1024) }));
