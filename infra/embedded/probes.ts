import { connect as connectHttp2 } from 'node:http2';
import { connect, type Socket } from 'node:net';
import { LOOPBACK } from './ports.ts';

/** Whether the engine on this loopback port answers in its own protocol. Never rejects. */
export type Probe = (port: number) => Promise<boolean>;

const TIMEOUT_MILLISECONDS = 2_000;

/** Begins, and reads until what came is an answer. Never rejects. */
export function exchange(port: number, begin: (socket: Socket) => void, isAnswer: (received: Buffer) => boolean): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ port, host: LOOPBACK, timeout: TIMEOUT_MILLISECONDS }, () => begin(socket));
    let received = Buffer.alloc(0);
    const end = (answered: boolean) => {
      socket.destroy();
      resolve(answered);
    };
    socket.on('data', (chunk) => {
      received = Buffer.concat([received, chunk]);
      if (isAnswer(received)) end(true);
    });
    socket.on('timeout', () => end(false));
    socket.on('error', () => end(false));
    socket.on('close', () => end(false));
  });
}

/** OP_MSG {hello: 1, $db: "admin"}: the one message whose bytes never change, so no driver is needed here. */
function helloMessage(): Buffer {
  const body = Buffer.from('\x10hello\0\x01\0\0\0\x02$db\0\x06\0\0\0admin\0\0', 'latin1');
  const message = Buffer.alloc(16 + 4 + 1 + 4);
  message.writeInt32LE(message.length + body.length, 0);
  message.writeInt32LE(1, 4);
  message.writeInt32LE(2013, 12);
  message.writeInt32LE(4 + body.length, 21);
  return Buffer.concat([message, body]);
}

export const mongoAnswers: Probe = (port) =>
  exchange(
    port,
    (socket) => socket.write(helloMessage()),
    (received) => received.includes('isWritablePrimary\0\x01', 0, 'latin1'),
  );

/** NATS greets first; the greeting says whether JetStream is on. */
export const natsAnswers: Probe = (port) =>
  exchange(
    port,
    () => undefined,
    (received) => /^INFO .*"jetstream":true.*\r\n/s.test(received.toString('latin1')),
  );

const SERVING = Buffer.from([0x08, 0x01]);

/** grpc.health.v1.Health/Check of a service ('' is the server itself), over plain HTTP/2: a five-byte frame header, then the message. */
export const grpcServes = (port: number, service: string): Promise<boolean> =>
  new Promise((resolve) => {
    const session = connectHttp2(`http://${LOOPBACK}:${port}`);
    const end = (answered: boolean) => {
      session.destroy();
      resolve(answered);
    };
    session.setTimeout(TIMEOUT_MILLISECONDS, () => end(false));
    session.on('error', () => end(false));
    session.on('close', () => end(false));
    const request = session.request({
      ':method': 'POST',
      ':path': '/grpc.health.v1.Health/Check',
      'content-type': 'application/grpc',
      te: 'trailers',
    });
    request.on('error', () => end(false));
    request.on('data', (chunk: Buffer) => end(chunk.subarray(5).equals(SERVING)));
    const message = service === '' ? Buffer.alloc(0) : Buffer.concat([Buffer.from([0x0a, service.length]), Buffer.from(service)]);
    request.end(Buffer.concat([Buffer.from([0, 0, 0, 0, message.length]), message]));
  });

export const temporalAnswers: Probe = (port) => grpcServes(port, 'temporal.api.workflowservice.v1.WorkflowService');
