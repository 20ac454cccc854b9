import { type Document, deserialize, serialize } from 'bson';
import type { MongoAccount } from './accounts.ts';
import { exchange } from './probes.ts';

const HEADER = 16;
const OP_MSG = 2013;

/** A command in MongoDB's protocol (OP_MSG with one body), so that a handful of commands needs no driver. */
function messageOf(command: Document): Buffer {
  const body = serialize(command);
  const message = Buffer.alloc(HEADER + 5 + body.length);
  message.writeInt32LE(message.length, 0);
  message.writeInt32LE(1, 4);
  message.writeInt32LE(OP_MSG, 12);
  message.set(body, HEADER + 5);
  return message;
}

const isWhole = (received: Buffer): boolean => received.length >= HEADER && received.length >= received.readInt32LE(0);

async function ask(port: number, command: Document): Promise<Document> {
  let answer: Document = { ok: 0, errmsg: 'no answer' };
  await exchange(
    port,
    (socket) => socket.write(messageOf(command)),
    (received) => {
      if (!isWhole(received)) return false;
      answer = deserialize(received.subarray(HEADER + 5, received.readInt32LE(0)));
      return true;
    },
  );
  return answer;
}

/** Makes these users, or gives them the password and the rights that they have here. @throws where the server refuses. */
export async function makeUsers(port: number, accounts: readonly MongoAccount[]): Promise<void> {
  for (const { username, password, databases, monitors } of accounts) {
    const roles = databases.map((db) => ({ role: 'readWrite', db }));
    const rights = { pwd: password, roles: [...roles, ...(monitors ? [{ role: 'clusterMonitor', db: 'admin' }] : [])], $db: 'admin' };
    const made = await ask(port, { createUser: username, ...rights });
    if (made['ok'] === 1) continue;
    const changed = await ask(port, { updateUser: username, ...rights });
    if (changed['ok'] !== 1) throw new Error(`the database makes no user ${username}: ${made['errmsg']}; ${changed['errmsg']}`);
  }
}
