// The health check of mongod: makes the replica set, without which there are no majority reads, and the accounts, the first time
// that it is asked; exits 0 once the server takes writes. Until there is an account, the server trusts its own host.
/* global db, process, quit, require, rs, sleep */
const { createHash } = require('node:crypto');
const passwordOf = (name) => process.env[`JUNKAN_MONGO_PASSWORD_${name.toUpperCase().replaceAll('-', '_')}`];
const admin = db.getSiblingDB('admin');
const KEEPER = 'keeper';
const keeper = process.env.JUNKAN_MONGO_KEEPER_PASSWORD;

try {
  admin.auth(KEEPER, keeper);
} catch {
  try {
    rs.initiate({ _id: 'rs0', members: [{ _id: 0, host: '127.0.0.1:27017' }] });
  } catch {
    // It was made by an earlier check.
  }
  for (let tries = 0; !db.hello().isWritablePrimary && tries < 20; tries += 1) sleep(200);
  admin.createUser({ user: KEEPER, pwd: keeper, roles: ['root'] });
  admin.auth(KEEPER, keeper);
}
for (const [name, databases] of Object.entries(JSON.parse(process.env.JUNKAN_MONGO_ACCOUNTS))) {
  const rights = { pwd: passwordOf(name), roles: databases.map((database) => ({ role: 'readWrite', db: database })) };
  // The server does not say which password it has: the mark does, without telling it.
  const mark = createHash('sha256').update(JSON.stringify(rights)).digest('hex');
  const known = admin.getUser(name);
  if (!known) admin.createUser({ user: name, ...rights, customData: { mark } });
  else if (known.customData?.mark !== mark) admin.updateUser(name, { ...rights, customData: { mark } });
}
if (!db.hello().isWritablePrimary) quit(1);
